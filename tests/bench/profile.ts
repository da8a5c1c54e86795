// Says where an engine's time goes: `npm run profile -- "Một Cửa"`, or another name of the table.
// Prints the functions that took most of the main thread's own time, a key, and leaves the whole
// profile in target/bench/ for the browser's developer tools.

import { mkdir, writeFile } from 'node:fs/promises';

import { RESULTS } from './places.ts';
import { PLAIN } from './questions.ts';
import { sideBySide } from './side-by-side.ts';
import { open, type Opened } from './visit.ts';

const LETTERS = 20;
const TIMES = 10;
const SAMPLE_MICROSECONDS = 200;
const LINES = 25;

/** As much of the protocol's profile as is read here. */
interface Profile {
  nodes: { id: number; callFrame: { functionName: string; url: string; lineNumber: number } }[];
  samples?: number[];
  timeDeltas?: number[];
}

const [, , name = 'Một Cửa'] = process.argv;

await sideBySide(async ({ engines, browser, clock }) => {
  const engine = engines.find((engine) => engine.name === name);
  if (!engine) throw new Error(`No engine is called ${name}; there are ${engines.map(({ name }) => name).join(', ')}.`);
  await open(browser, clock, engine, async (opened) => {
    await profiled('typing', opened, LETTERS, () => opened.typist.type(PLAIN, LETTERS));
    await profiled('deciding', opened, TIMES * 2, () => opened.typist.decide(TIMES));
  });
});

async function profiled(what: string, { devtools }: Opened, keys: number, press: () => Promise<unknown>): Promise<void> {
  await devtools.send('Profiler.enable');
  await devtools.send('Profiler.setSamplingInterval', { interval: SAMPLE_MICROSECONDS });
  await devtools.send('Profiler.start');
  await press();
  const { profile } = await devtools.send('Profiler.stop');
  await mkdir(RESULTS, { recursive: true });
  await writeFile(`${RESULTS}/${what}.cpuprofile`, JSON.stringify(profile));
  console.log(`\n${name}, ${what}: ms a key, own time`);
  for (const [place, time] of ownTimes(profile).slice(0, LINES)) {
    console.log(`${(time / keys).toFixed(2).padStart(8)}  ${place}`);
  }
}

/** Each function's own time in ms, the longest first. */
function ownTimes({ nodes, samples = [], timeDeltas = [] }: Profile): [string, number][] {
  const places = new Map(nodes.map(({ id, callFrame }) => [id, place(callFrame)]));
  const times = new Map<string, number>();
  samples.forEach((id, at) => {
    const where = places.get(id) ?? '';
    times.set(where, (times.get(where) ?? 0) + (timeDeltas[at] ?? 0) / 1000);
  });
  times.delete('(idle)');
  return [...times].toSorted(([, a], [, b]) => b - a);
}

function place({ functionName, url, lineNumber }: Profile['nodes'][number]['callFrame']): string {
  const file = url.split('/').at(-1) ?? '';
  return [functionName || '(nameless)', file && `${file}:${lineNumber + 1}`].filter(Boolean).join('  ');
}
