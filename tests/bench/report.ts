// The results as a table for the eye and a file for other programs.

import { cpus } from 'node:os';

import { median, spread, type Spread } from './figures.ts';
import type { Engine } from './engines.ts';
import type { Keys, Visit } from './visit.ts';
import { each, type Work } from './work.ts';

/** One kind of keystroke, over all rounds; times in ms. */
export interface Keystrokes {
  /** Key to paint. */
  paint: Spread;
  /** Key to the paint of the question that it brings or takes away. */
  consequence?: Spread;
  /** How often that never came. */
  missing?: number;
  /** The main thread's work for one key: the middle of the rounds. */
  work: Work;
}

/** What all visits to one engine have shown. */
export interface Result {
  engine: string;
  packages: string[];
  counts: Engine['counts'];
  /** Where nothing depends on the answer. */
  typing: Keystrokes;
  /** Where a question comes or goes. */
  deciding: Keystrokes;
  /** Sending with most answers missing: until the faults stand. */
  sending: Spread;
  load?: { standing: Spread; bytes: number; requests: number };
}

/** Everything about one run. */
export interface Report {
  browser: string;
  processor: string;
  rounds: number;
  results: Result[];
}

/** Sums up one engine's visits. */
export function result(engine: Engine, visits: Visit[]): Result {
  const loads = visits.flatMap(({ load }) => load ?? []);
  const deciding = visits.map((visit) => visit.deciding);
  const strokes = deciding.flatMap(({ strokes }) => strokes);
  const consequences = strokes.flatMap(({ consequence }) => consequence ?? []);
  return {
    engine: engine.name,
    packages: engine.packages,
    counts: engine.counts,
    typing: keystrokes(visits.map(({ typing }) => typing)),
    deciding: {
      ...keystrokes(deciding),
      consequence: spread(consequences),
      missing: strokes.length - consequences.length,
    },
    sending: spread(visits.flatMap(({ sending }) => sending.consequence ?? [])),
    ...(loads.length > 0
      ? {
          load: {
            standing: spread(loads.map(({ standing }) => standing)),
            bytes: median(loads.map(({ bytes }) => bytes)),
            requests: median(loads.map(({ requests }) => requests)),
          },
        }
      : {}),
  };
}

function keystrokes(rounds: Keys[]): Keystrokes {
  return {
    paint: spread(rounds.flatMap(({ strokes }) => strokes.map(({ paint }) => paint))),
    work: each((name) => median(rounds.map(({ work }) => work[name]))),
  };
}

/** The machine's processor, as it names itself. */
export function processor(): string {
  const all = cpus();
  return `${all.length} × ${all[0]?.model ?? 'unknown'}`;
}

const HEAD = ['', 'key to paint', 'work (script) a key', 'key to question', 'send to faults', 'form stands', 'transferred'];

/** The table; what stands in it is said by whoever prints it. */
export function table(results: Result[]): string {
  const rows = results.map(({ engine, counts, typing, deciding, sending, load }) => [
    engine + (counts === 'leaving' ? ' *' : ''),
    three(typing.paint),
    `${typing.work.all.toFixed(1)} (${typing.work.script.toFixed(1)})`,
    (deciding.consequence ? three(deciding.consequence) : '') + (deciding.missing ? `, ${deciding.missing} never` : ''),
    sending.count > 0 ? sending.median.toFixed(0) : 'never',
    load ? `${(load.standing.median / 1000).toFixed(2)} s` : '',
    load ? `${(load.bytes / 1000).toFixed(0)} kB in ${load.requests}` : '',
  ]);
  const all = [HEAD, ...rows];
  const widths = HEAD.map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  return all.map((row) => row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ').trimEnd()).join('\n');
}

/** Median, 95th percentile and maximum. */
const three = ({ median, p95, max }: Spread): string => [median, p95, max].map((value) => value.toFixed(1)).join(' / ');
