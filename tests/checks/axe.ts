// axe-core with every rule it has: WCAG A to AAA, best practice and experimental, contrast at
// 4.5:1 and at 7:1. No rule is off.

import { script, type World } from './world.ts';

interface Violation {
  id: string;
  help: string;
  nodes: { html: string; target: string[]; any: { message: string }[]; all: { message: string }[]; none: { message: string }[] }[];
}

const source = script('axe-core/axe.min.js');

/** Each violation, with its rule, reason and element. */
export async function axe(world: World): Promise<string[]> {
  await world.load('axe', source);
  const violations = await world.evaluate<Violation[]>(`
    axe.run(document, {
      runOnly: { type: 'rule', values: axe.getRules().map((rule) => rule.ruleId) },
      resultTypes: ['violations'],
    }).then(({ violations }) => violations)
  `);
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => {
      const why = [...node.any, ...node.all, ...node.none].map(({ message }) => message).join('; ');
      return `axe ${id} (${help}): ${node.target.join(' ')} ${why}\n    ${node.html}`;
    }),
  );
}
