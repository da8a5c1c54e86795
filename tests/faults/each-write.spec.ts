// Whatever befalls the write of each act after the filing: what was typed is there still, the screen
// does not call done what is not, and in the end the portal has it once.

import { expect, test, type Browser, type Page } from '@playwright/test';

import { rows } from '../harness/database.ts';
import { OwnPortal } from '../harness/own-portal.ts';
import { CAPTIVE } from '../harness/persistent.ts';
import { called, FAULTS, type Fault } from '../harness/strikes.ts';
import { ACTS, type Act } from './acts.ts';

/** Asks again where the screen offers it, then does one thing; true once the act is done. */
async function look(page: Page, step: Act['step']): Promise<boolean> {
  if ((await page.title()) === CAPTIVE) await page.goBack();
  const again = page.getByRole('button', { name: /^(Thử lại|Tải lại trang)$/ }).first();
  if (await again.isVisible()) await again.click({ timeout: 2_000 }).catch(() => undefined);
  return step(page);
}

/** Does the act with a portal of its own while `strike` befalls its first write. */
async function act(browser: Browser, one: Act, strike: Fault['strike']): Promise<void> {
  const { write, prepare, step, witness } = one;
  const portal = await OwnPortal.start(one.settings);
  const context = await browser.newContext({ baseURL: portal.address, ...one.browser });
  const leave = await one.enter?.(context);
  try {
    let page = await context.newPage();
    const screen = await prepare(page);
    let struck = false;
    await context.route(/\/api\/v1\//, async (route) => {
      if (struck || called(route) !== write) return route.continue();
      struck = true;
      return strike({ portal, page }, route);
    });
    await page.goto(screen);
    await expect
      .poll(
        async () => {
          if (page.isClosed()) {
            page = await context.newPage();
            await page.goto(screen);
          }
          return look(page, step).catch((error: Error) => {
            if (page.isClosed()) return false;
            throw error;
          });
        },
        { timeout: 40_000, intervals: [60] },
      )
      .toBe(true)
      .catch(async (error: Error) => {
        const stands = page.isClosed() ? '' : await page.locator('main').innerText();
        throw new Error(`${error.message.split('\n')[0]} It stands at ${page.url()}:\n${stands.slice(0, 600)}`);
      });
    expect(struck, `${write} was made`).toBe(true);
    const [question, expected] = witness;
    expect(await rows(portal.data, question)).toEqual(expected);
  } finally {
    await context.close();
    leave?.();
    await portal.end();
  }
}

for (const one of ACTS) {
  test(`${one.name} reaches the portal once, whatever befalls it`, async ({ browser }) => {
    test.setTimeout(600_000);
    const lost: string[] = [];
    for (const { name, strike, befalls } of FAULTS) {
      if (befalls && !befalls(one.write)) continue;
      await test.step(name, () => act(browser, one, strike).catch((error: Error) => lost.push(`${name}: ${error.message}`)));
    }
    expect(lost).toEqual([]);
  });
}
