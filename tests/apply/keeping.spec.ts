// What was typed and photographed stays: after a tab that was killed, on another device, and not
// at all on a shared one. With the real portal.

import type { Browser, Page } from '@playwright/test';

import { Citizen } from '../harness/citizen.ts';
import { pointer } from '../harness/hands.ts';
import { listen } from '../harness/announcements.ts';
import { expect, test } from '../harness/test.ts';

/** A derived form: name and day of birth, number, home, telephone, papers. */
const FORM = '/dich-vu/1.008924/nop';
const NAME = 'Trần Thử Bình Minh';

const named = (page: Page) => page.getByLabel('Họ, chữ đệm và tên');
const kept = (page: Page) => page.getByText(/^Đã lưu trên máy này/);

/** Begins and types a name. */
async function begin(page: Page): Promise<void> {
  await page.goto(FORM);
  await page.getByRole('button', { name: 'Bắt đầu điền' }).click();
  await page.getByRole('link', { name: /^Điền tiếp: / }).click();
  await named(page).fill(NAME);
}

/** Another device of the same person: a browser with nothing in it. */
async function elsewhere(browser: Browser, address: string, who: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: new URL(address).origin, viewport: { width: 1280, height: 900 } });
  await listen(context);
  const page = await context.newPage();
  await page.goto('/toi');
  await new Citizen(page, async () => undefined, pointer).signIn(who);
  await page.goto('/ho-so');
  return page;
}

test('what was typed is there again after the tab was killed', async ({ context, page }) => {
  await begin(page);
  await expect(kept(page)).toBeVisible();
  const address = page.url();
  const crashed = page.waitForEvent('crash');
  // Nothing of the page gets to run any more.
  void page.goto('chrome://crash').catch(() => undefined);
  await crashed;
  const again = await context.newPage();
  await again.goto(address);
  await expect(named(again)).toHaveValue(NAME);
});

test('on a shared device nothing is kept', async ({ page, look }) => {
  await page.goto(FORM);
  await page.getByRole('checkbox', { name: /máy dùng chung/ }).check();
  await page.getByRole('button', { name: 'Bắt đầu điền' }).click();
  await page.getByRole('link', { name: /^Điền tiếp: / }).click();
  await named(page).fill(NAME);
  await expect(page.getByText(/không lưu gì trên máy này/).first()).toBeVisible();
  await look('a question on a shared device', { focus: 'kept' });
  const names = await page.evaluate(async () => {
    const databases = await indexedDB.databases();
    return [...databases.map((one) => one.name), ...Object.keys(localStorage)];
  });
  expect(names).not.toContain('motcua.drafts');
  const address = page.url();
  await page.close({ runBeforeUnload: false });
  const again = await page.context().newPage();
  await again.goto(address);
  await expect(again.getByRole('heading', { level: 1 })).toHaveText('Không có hồ sơ này trên máy');
});

test('one goes on with another device, and chooses when both have changed it', async ({ browser, page, look, recorder }) => {
  recorder.expect(/^answer 412: .*\/drafts\//);
  test.setTimeout(120_000);
  await page.goto(FORM);
  await page.getByRole('button', { name: 'Bắt đầu điền' }).click();
  await new Citizen(page, look, pointer).signIn('Phan Thử Nga');
  await page.getByRole('link', { name: /^Điền tiếp: / }).click();
  await named(page).fill(NAME);
  await expect(page.getByText(/^Đã lưu trên máy này và trên cổng/)).toBeVisible();

  const other = await elsewhere(browser, page.url(), 'Phan Thử Nga');
  await other.getByRole('region', { name: 'Đang làm dở' }).getByRole('button', { name: /^Làm tiếp/ }).or(
    other.getByRole('region', { name: 'Đang làm dở' }).getByRole('link', { name: /^Làm tiếp/ })).first().click();
  await other.getByRole('link', { name: /^Người nộp/ }).click();
  await expect(named(other)).toHaveValue(NAME);
  await named(other).fill(`${NAME} Hai`);
  await expect(other.getByText(/^Đã lưu trên máy này và trên cổng/)).toBeVisible();

  await named(page).fill(`${NAME} Một`);
  const question = page.getByRole('region', { name: 'Hồ sơ này đã được sửa ở nơi khác' });
  await expect(question).toContainText(`${NAME} Hai`);
  await look('two versions', { focus: 'kept' });
  await question.getByRole('button', { name: 'Lấy bản kia' }).click();
  await expect(named(page)).toHaveValue(`${NAME} Hai`);
  await other.context().close();
});

test('signing out takes with it what only this device had', async ({ page }) => {
  await page.goto(FORM);
  await page.getByRole('button', { name: 'Bắt đầu điền' }).click();
  await new Citizen(page, async () => undefined, pointer).signIn('Hoàng Thử Em');
  await page.getByRole('link', { name: /^Điền tiếp: / }).click();
  await named(page).fill(NAME);
  await expect(page.getByText(/^Đã lưu trên máy này và trên cổng/)).toBeVisible();
  const address = page.url();
  await page.goto('/toi');
  await page.getByRole('button', { name: 'Đăng xuất', exact: true }).first().click();
  await page.waitForURL((url) => url.pathname === '/');
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Không (có|mở được) hồ sơ này/);
});
