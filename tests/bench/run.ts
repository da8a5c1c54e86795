// Measures all engines side by side and writes what it found to target/bench/forms.json.
//
// The engines take turns, in another order each round, so that whatever else this machine does
// falls on all of them alike. Nothing is asserted: a time that depends on the machine is no test.

import { mkdir, writeFile } from 'node:fs/promises';

import type { Engine } from './engines.ts';
import { RESULTS } from './places.ts';
import { processor, result, table, type Report, type Result } from './report.ts';
import { sideBySide } from './side-by-side.ts';
import { visit, type Visit } from './visit.ts';

const ROUNDS = Number(process.env.ROUNDS ?? 5);
/** Measures only the engines whose name holds this. */
const ONLY = (process.env.ENGINE ?? '').toLowerCase();

await sideBySide(async ({ engines, browser, clock }) => {
  const measured = engines.filter(({ name }) => name.toLowerCase().includes(ONLY));
  const about = { browser: browser.version(), processor: processor() };
  const visits = new Map(measured.map((engine) => [engine, [] as Visit[]]));
  for (let round = 0; round < ROUNDS; round += 1) {
    console.log(`forms: round ${round + 1} of ${ROUNDS}`);
    for (const engine of order(measured, round)) visits.get(engine)?.push(await visit(browser, clock, engine));
    // After each round, so that a run that is broken off has not been for nothing.
    await write({ ...about, rounds: round + 1, results: results(visits) });
  }
  console.log(`
A form of 200 questions in Chromium ${about.browser}, 4x CPU slowdown; loading at 1.6 Mbit/s, 150 ms.
Times in ms: median / 95th percentile / maximum. Work is the main thread's, painting included.
${table(results(visits))}
* takes an answer over when one leaves the box: the key that leaves it is the one timed.
More in target/bench/forms.json.`);
});

function results(visits: Map<Engine, Visit[]>): Result[] {
  return [...visits].map(([engine, all]) => result(engine, all));
}

async function write(report: Report): Promise<void> {
  await mkdir(RESULTS, { recursive: true });
  await writeFile(`${RESULTS}/forms.json`, `${JSON.stringify(report, null, 2)}\n`);
}

/** Each round begins with another one, and every other round goes backwards. */
function order<T>(list: T[], round: number): T[] {
  const from = round % Math.max(1, list.length);
  const turned = [...list.slice(from), ...list.slice(0, from)];
  return round % 2 === 0 ? turned : turned.toReversed();
}
