// Everything that a bench stands on: each engine served, the browser, the page's clock.

import { chromium as driver, type Browser } from '@playwright/test';

import { chromium, FLAGS } from '../harness/chromium.ts';
import { probe } from './bundle.ts';
import { engines, type Engine } from './engines.ts';

/** What is ready to be measured. */
export interface SideBySide {
  engines: Engine[];
  browser: Browser;
  /** `Probe` as a script. */
  clock: string;
}

/** Starts it all, and ends it after `measure`. */
export async function sideBySide(measure: (ready: SideBySide) => Promise<void>): Promise<void> {
  const all = await engines();
  const browser = await driver.launch({ executablePath: chromium(), args: FLAGS });
  try {
    await measure({ engines: all, browser, clock: await probe() });
  } finally {
    await browser.close();
    await Promise.all([...new Set(all.map(({ server }) => server))].map((server) => server.stop()));
  }
}
