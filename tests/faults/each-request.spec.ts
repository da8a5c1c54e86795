// Whatever befalls a request, each of the journey's in turn: nothing typed or photographed is
// lost, nothing is sent twice, and at the end there is one dossier with just these answers and
// files, paid once.

import { createHash } from 'node:crypto';

import type { Browser, BrowserContext } from '@playwright/test';

import { rows } from '../harness/database.ts';
import type { Definition } from '../harness/filling.ts';
import { OwnPortal } from '../harness/own-portal.ts';
import { pdf } from '../harness/paper.ts';
import { APPOINTMENT, step, type Matter } from '../harness/persistent.ts';
import { called, FAULTS, type Fault } from '../harness/strikes.ts';
import { expect, test } from '@playwright/test';

const SERVICE = '1.008924';
const PAPER = pdf('don.pdf');
/** The writes without which no journey ends. */
const WRITES = ['POST /api/v1/uploads', 'PATCH /api/v1/uploads/*', 'POST /api/v1/dossiers', 'POST /api/v1/dossiers/*/payments'];

/** Goes the whole way; gives the requests that were made, each kind once, in order. */
async function journey(context: BrowserContext, portal: OwnPortal, fault?: { at: string; strike: Fault['strike'] }): Promise<string[]> {
  const seen: string[] = [];
  let left = fault;
  let page = await context.newPage();
  await context.route(/\/api\/v1\//, async (route) => {
    const name = called(route);
    if (!seen.includes(name)) seen.push(name);
    if (left?.at !== name) return route.continue();
    const { strike } = left;
    left = undefined;
    await strike({ portal, page }, route);
  });
  const answer = await fetch(`${portal.address}/api/v1/services/${SERVICE}/forms/default`);
  const { definition } = (await answer.json()) as { definition: Definition };
  const matter: Matter = { service: SERVICE, who: 'Trần Thử Bình', example: APPOINTMENT, definition, paper: PAPER };
  await page.goto(`${portal.address}/dich-vu/${SERVICE}/nop`);
  let last = page.url();
  await expect
    .poll(
      async () => {
        if (page.isClosed()) {
          page = await context.newPage();
          await page.goto(last);
        }
        if (page.url().startsWith('chrome-error')) await page.goto(last);
        last = page.url();
        return step(page, matter).catch((error: Error) => {
          if (page.isClosed()) return false;
          throw error;
        });
      },
      { timeout: 60_000, intervals: [60] },
    )
    .toBe(true)
    .catch(async (error: Error) => {
      const screen = page.isClosed() ? '' : await page.locator('body').innerText();
      throw new Error(`${error.message.split('\n')[0]} It stands at ${last}:\n${screen.slice(0, 400)}`);
    });
  return seen;
}

/** What the portal has in the end. */
async function ledger(portal: OwnPortal): Promise<unknown> {
  const data = portal.data;
  const dossiers = await rows<{ answers: string }>(data, 'SELECT answers FROM dossier');
  const files = await rows<{ sha256: string }>(data, 'SELECT sha256 FROM dossier_file ORDER BY id');
  const paid = await rows<{ amount: number }>(data, "SELECT amount FROM payment WHERE state = 'succeeded'");
  return { dossiers: dossiers.map((dossier) => JSON.parse(dossier.answers) as unknown), files: files.map((file) => file.sha256), paid: paid.length };
}

const hash = createHash('sha256').update(PAPER.buffer).digest('hex');
const WHOLE = { dossiers: [APPOINTMENT.answers], files: [hash, hash], paid: 1 };

/** Goes the whole way with a portal of its own, and reads what that has in the end. */
async function alone(browser: Browser, fault?: { at: string; strike: Fault['strike'] }): Promise<string[]> {
  const portal = await OwnPortal.start();
  const context = await browser.newContext();
  try {
    const seen = await journey(context, portal, fault);
    expect(await ledger(portal), fault?.at).toEqual(WHOLE);
    return seen;
  } finally {
    await context.close();
    await portal.end();
  }
}

for (const { name, strike, befalls } of FAULTS) {
  test(`whichever request ${name}, the journey ends on its receipt`, async ({ browser }) => {
    test.setTimeout(1_200_000);
    const requests = await alone(browser);
    expect(requests).toEqual(expect.arrayContaining(WRITES));
    const lost: string[] = [];
    for (const at of requests.filter((request) => befalls?.(request) ?? true)) {
      await test.step(at, () => alone(browser, { at, strike }).catch((error: Error) => lost.push(`${at}: ${error.message}`)));
    }
    expect(lost).toEqual([]);
  });
}
