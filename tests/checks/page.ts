// One look at a screen in one of its states, from every side at once. Every journey takes it
// wherever it stops; see the README for what it looks at.

import { expect, type Page } from '@playwright/test';

import type { Recorder } from '../harness/recorder.ts';
import { axe } from './axe.ts';
import { judge, read, type Focus } from './document.ts';
import { ibm } from './ibm.ts';
import { reflow, targets } from './layout.ts';
import { markup } from './markup.ts';
import { World } from './world.ts';

/** What the test knows about the screen it looks at. */
export interface Expected {
  /** Where focus must be. */
  focus: Focus;
  /** The language of the interface. */
  language?: 'vi' | 'en';
  /** The portal's name, which ends every title. */
  portal?: string;
}

/** Names everything that is wrong with `page` in `state`, all at once, or passes. */
export async function checkPage(page: Page, recorder: Recorder, state: string, expected: Expected): Promise<void> {
  const { focus, language = 'vi', portal = 'Một Cửa' } = expected;
  // A half-drawn transition has colours that no one is meant to read.
  await settled(page);
  // Words take focus a moment after what was pressed has gone (src/focus.rs).
  if (focus === 'heading') await page.waitForFunction(() => document.activeElement?.tagName === 'H1', undefined, { timeout: 2_000 }).catch(() => undefined);
  const faults = judge(await read(page), focus, portal, language);
  const world = await World.of(page);
  faults.push(...(await axe(world)), ...(await ibm(world)));
  faults.push(...(await markup(page)), ...(await targets(page)), ...(await reflow(page)), ...recorder.faults());
  expect(faults, `${state} at ${page.url()}`).toEqual([]);
}

/**
 * Waits until what the app does a frame after a change (focus follows words) is done, and every
 * animation and transition that will end has ended. A page behind another draws no frames.
 */
async function settled(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((done) => {
        if (document.visibilityState === 'hidden') done();
        else requestAnimationFrame(() => requestAnimationFrame(() => done()));
      }),
  );
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter((animation) => animation.effect?.getComputedTiming().endTime !== Infinity)
        .map((animation) => animation.finished),
    ),
  );
}
