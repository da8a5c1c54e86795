// The test function of every journey: a page that is watched and listened to from its first
// script on, the shared portal's address, and `look`, which checks the screen.

import { test as base } from '@playwright/test';

import { checkPage, type Expected } from '../checks/page.ts';
import { listen } from './announcements.ts';
import { shared } from './prepare.ts';
import { Recorder } from './recorder.ts';

export { expect } from '@playwright/test';

interface Fixtures {
  /** What the page has done wrong; a test ends with an empty one. */
  recorder: Recorder;
  /** Checks the screen in the state it is in now, from every side. */
  look: (state: string, expected: Expected) => Promise<void>;
}

export const test = base.extend<Fixtures>({
  baseURL: ({}, use) => use(shared('address')),
  recorder: [
    async ({ context }, use) => {
      const recorder = await Recorder.watch(context);
      await listen(context);
      await use(recorder);
      const faults = recorder.faults();
      // An answer that is being altered as the test ends has nobody to go to any more.
      for (const page of context.pages()) await page.unrouteAll({ behavior: 'ignoreErrors' });
      base.expect(faults, 'what went wrong unseen').toEqual([]);
    },
    { auto: true },
  ],
  look: ({ page, recorder }, use) => use((state, expected) => checkPage(page, recorder, state, expected)),
});
