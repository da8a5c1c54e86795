// The receipt of one's own dossier opens without a network once it has come to this device; on a
// shared device nothing of it stays.

import type { Page } from '@playwright/test';

import { file, officer } from '../harness/officer.ts';
import { sentFromHere } from '../harness/sent.ts';
import { expect, test } from '../harness/test.ts';
import { kept } from '../harness/vault.ts';

test.use({ serviceWorkers: 'allow' });

const TITLE = 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả';

/** Opens the app once, until the device keeps it. */
async function visit(page: Page): Promise<void> {
  await page.goto('/');
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.reload();
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
}

test('a receipt that came to this device opens without a network, until its code is taken off', async ({ page, context, look, recorder }) => {
  test.setTimeout(120_000);
  recorder.expect(/^no answer /, /^console error: .*ERR_INTERNET_DISCONNECTED/);
  await visit(page);
  const [code, other] = [await file(page.request), 'H15.00.00-261122-0001'];
  await officer(page.request, code, { move: 'receive' });
  await sentFromHere(page, code);
  await sentFromHere(page, other);
  await page.goto(`/ho-so/${code}`);
  await expect(page.getByRole('link', { name: 'Mở giấy tiếp nhận và hẹn trả', exact: true })).toBeVisible();
  // Nobody has opened it.
  await expect.poll(() => kept(page)).toContain(`receipt/${code}`);

  await context.setOffline(true);
  await page.reload();
  const way = page.getByRole('link', { name: 'Mở giấy tiếp nhận và hẹn trả đã lưu trên máy này' });
  await expect(way).toBeVisible();
  await look('the dossier without a network', { focus: 'untouched' });
  await way.click();
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText(TITLE);
  const copy = page.getByText(/^Đây là bản đã lưu trên máy này lúc \d/);
  await expect(copy).toBeVisible();
  await expect(page.getByRole('img', { name: `Mã QR của hồ sơ ${code}` })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Lưu bản PDF' })).toHaveCount(0);
  await look('the kept receipt', { focus: 'heading' });
  await page.setViewportSize({ width: 1280, height: 900 });
  await look('the kept receipt on a wide screen', { focus: 'kept' });
  await page.setViewportSize({ width: 360, height: 740 });

  await page.goto(`/ho-so/${other}/giay-hen`);
  await expect(page.getByRole('alert').getByRole('button', { name: 'Thử lại' })).toBeVisible();
  await expect(page.getByText(/^Đã nộp từ máy này lúc/)).toBeVisible();
  await look('a receipt that never came here', { focus: 'untouched' });

  await context.setOffline(false);
  await page.goto(`/ho-so/${code}/giay-hen`);
  await expect(page.getByRole('img', { name: `Mã QR của hồ sơ ${code}` })).toBeVisible();
  await expect(copy).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Lưu bản PDF' })).toBeVisible();
  await page.goto('/ho-so');
  await page.getByRole('region', { name: 'Đã nộp từ máy này' }).getByRole('button', { name: new RegExp(code) }).click();
  await expect.poll(() => kept(page)).not.toContain(`receipt/${code}`);
});

test('on a shared device a receipt leaves nothing behind', async ({ page, context, recorder }) => {
  recorder.expect(/^no answer /, /^console error: .*ERR_INTERNET_DISCONNECTED/);
  await visit(page);
  const code = await file(page.request);
  await page.evaluate(() => sessionStorage.setItem('motcua.shared-device', '1'));
  await page.goto(`/ho-so/${code}/giay-hen`);
  await expect(page.getByRole('img', { name: `Mã QR của hồ sơ ${code}` })).toBeVisible();
  await context.setOffline(true);
  await page.reload();
  await expect(page.getByRole('alert').filter({ hasText: 'Không có mạng' })).toBeVisible();
  const names = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
  expect(names).not.toContain('motcua');
});
