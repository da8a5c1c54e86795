// What the page's main thread has done, as the browser counts it.

import type { CDPSession } from '@playwright/test';

/** Time in ms: in all tasks, and what of it went to scripts (wasm too), to style and to layout. */
export interface Work {
  all: number;
  script: number;
  style: number;
  layout: number;
}

const NAMES = {
  all: 'TaskDuration',
  script: 'ScriptDuration',
  style: 'RecalcStyleDuration',
  layout: 'LayoutDuration',
} as const;

/** Counts what `during` gives the main thread to do, and gives the share of one of `parts`. */
export async function workOf<T>(devtools: CDPSession, parts: number, during: () => Promise<T>): Promise<[T, Work]> {
  const before = await soFar(devtools);
  const result = await during();
  const after = await soFar(devtools);
  return [result, each((name) => ((after[name] - before[name]) * 1000) / parts)];
}

/** Makes one of it, kind by kind. */
export function each(of: (name: keyof Work) => number): Work {
  return { all: of('all'), script: of('script'), style: of('style'), layout: of('layout') };
}

/** Seconds since the page came. */
async function soFar(devtools: CDPSession): Promise<Work> {
  const { metrics } = await devtools.send('Performance.getMetrics');
  return each((name) => {
    const found = metrics.find((metric) => metric.name === NAMES[name]);
    if (!found) throw new Error(`The browser does not count ${NAMES[name]}.`);
    return found.value;
  });
}
