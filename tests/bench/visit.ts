// One visit to one engine's form: it is loaded, typed into, and made to show and hide a question,
// all at a quarter of this machine's speed.

import { setTimeout as pause } from 'node:timers/promises';

import type { Browser, CDPSession, Page } from '@playwright/test';

import type { Engine } from './engines.ts';
import type { Stroke } from './probe.ts';
import { LAST, PLAIN } from './questions.ts';
import { Typist } from './typist.ts';
import { workOf, type Work } from './work.ts';

/** How a form came to stand. */
export interface Load {
  /** From the navigation until the form is painted and the page answers, in ms. */
  standing: number;
  /** What came over the network until then, headers included. */
  bytes: number;
  requests: number;
}

/** Some keystrokes, and the main thread's work for one of them, whenever it was done. */
export interface Keys {
  strokes: Stroke[];
  work: Work;
}

/** What one visit has shown. */
export interface Visit {
  load?: Load;
  /** Letters typed into a question on which nothing depends. */
  typing: Keys;
  /** Keystrokes that show or hide a question. */
  deciding: Keys;
  /** Sending the form with most answers missing: until the faults stand. */
  sending: Stroke;
}

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
const SLOWDOWN = 4;
/** The slow phone's network: 1.6 Mbit/s each way, 150 ms. */
const NETWORK = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 200_000 };
const NO_LIMIT = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 };

const WARM_UP = 6;
const LETTERS = 16;
/** How often the question is hidden and shown again. */
const TIMES = 8;

/** Longer than any engine here puts its work off (form-js: 300 ms), and its work besides. */
const REST_MS = 1_000;

/** What stands open before whoever measures. */
export interface Opened {
  page: Page;
  devtools: CDPSession;
  typist: Typist;
  load: Load;
}

/** Opens an engine's form with a browser that has never been there; closes it after `then`. */
export async function open<T>(
  browser: Browser,
  probe: string,
  engine: Engine,
  then: (opened: Opened) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({ ...PHONE, locale: 'vi-VN', serviceWorkers: 'block' });
  try {
    const address = await engine.open(context);
    const page = await context.newPage();
    await page.addInitScript(probe);
    const devtools = await context.newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
    const load = await loaded(page, devtools, engine, address);
    await devtools.send('Performance.enable');
    const typist = await Typist.sit(page, devtools, engine);
    await typist.type(PLAIN, WARM_UP);
    await typist.decide(1);
    await pause(REST_MS);
    return await then({ page, devtools, typist, load });
  } finally {
    await context.close();
  }
}

/** Measures everything in one visit. */
export function visit(browser: Browser, probe: string, engine: Engine): Promise<Visit> {
  return open(browser, probe, engine, async ({ devtools, typist, load }) => {
    const typing = await keys(devtools, LETTERS, () => typist.type(PLAIN, LETTERS));
    const deciding = await keys(devtools, TIMES * 2, () => typist.decide(TIMES));
    const sending = await typist.send();
    return { ...(engine.loads ? { load } : {}), typing, deciding, sending };
  });
}

/** Waits after the last key for what was put off. */
async function keys(devtools: CDPSession, count: number, press: () => Promise<Stroke[]>): Promise<Keys> {
  const [strokes, work] = await workOf(devtools, count, async () => {
    const strokes = await press();
    await pause(REST_MS);
    return strokes;
  });
  return { strokes, work };
}

async function loaded(page: Page, devtools: CDPSession, engine: Engine, address: string): Promise<Load> {
  let bytes = 0;
  let requests = 0;
  devtools.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
    requests += 1;
  });
  await devtools.send('Network.enable');
  await devtools.send('Network.clearBrowserCache');
  await devtools.send('Network.emulateNetworkConditions', engine.loads ? NETWORK : NO_LIMIT);
  await page.goto(address, { waitUntil: 'commit' });
  const standing = await page.evaluate((last) => window.probe.standing(last), engine.control(LAST));
  const load = { standing, bytes, requests };
  await devtools.send('Network.emulateNetworkConditions', NO_LIMIT);
  await devtools.send('Network.disable');
  await pause(REST_MS);
  return load;
}
