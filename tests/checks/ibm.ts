// IBM's accessibility checker, a second opinion that shares few rules with axe.

import { script, type World } from './world.ts';

interface Result {
  ruleId: string;
  value: [level: string, verdict: string];
  message: string;
  snippet: string;
  path: { dom: string };
}

const source = script('accessibility-checker-engine/ace.js');

/** Each requirement or recommendation that the page certainly fails. */
export async function ibm(world: World): Promise<string[]> {
  await world.load('ace', source);
  const results = await world.evaluate<Result[]>(`
    new ace.Checker().check(document, ['IBM_Accessibility']).then(({ results }) => results
      .filter(({ value }) => value[1] === 'FAIL')
      .map(({ ruleId, value, message, snippet, path }) => ({ ruleId, value, message, snippet, path })))
  `);
  return results.map(({ ruleId, message, snippet, path }) => `ibm ${ruleId}: ${message} at ${path.dom}\n    ${snippet}`);
}
