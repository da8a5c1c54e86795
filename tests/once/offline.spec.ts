// Without a network, after a first visit: the app, what was opened before, and search still work.

import type { BrowserContext, Page } from '@playwright/test';

import { expect, test } from '../harness/test.ts';

test.use({ serviceWorkers: 'allow' });

/** Opens the home page once and waits until the device keeps the app. */
async function visit(page: Page): Promise<void> {
  await page.goto('/');
  await page.evaluate(() => navigator.serviceWorker.ready);
  // Only a page that the worker controls has its answers kept.
  await page.reload();
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
  await expect(page.getByRole('link', { name: /^Có con/ })).toBeVisible();
}

async function unplug(context: BrowserContext): Promise<void> {
  await context.setOffline(true);
}

test('a service opened before can be read offline, and the page says so', async ({ page, context, look, recorder }) => {
  recorder.expect(/^no answer /, /^console error: .*ERR_INTERNET_DISCONNECTED/);
  await visit(page);
  await page.goto('/dich-vu/1.001193');
  await expect(page.getByRole('heading', { name: 'Giấy tờ cần có' })).toBeVisible();
  await unplug(context);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Thủ tục đăng ký khai sinh');
  await expect(page.getByText('Bạn đang ngoại tuyến').first()).toBeVisible();
  await expect(page.getByText(/Đây là bản đã lưu trên máy này lúc/).first()).toBeVisible();
  await look('a kept service, offline', { focus: 'untouched' });
});

test('a service never opened says that it is not on the device', async ({ page, context, look, recorder }) => {
  recorder.expect(/^no answer /, /^console error: .*ERR_INTERNET_DISCONNECTED/);
  await visit(page);
  await unplug(context);
  await page.goto('/dich-vu/1.004194');
  const alert = page.getByRole('alert').filter({ hasText: 'Không có mạng' });
  await expect(alert).toBeVisible();
  await look('an unknown service, offline', { focus: 'untouched' });
  await context.setOffline(false);
  await alert.getByRole('button', { name: 'Thử lại' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đăng ký tạm trú');
});

test('search works from the catalogue on the device', async ({ page, context, look, recorder }) => {
  recorder.expect(/^no answer /, /^console error: .*ERR_INTERNET_DISCONNECTED/);
  await visit(page);
  // Turning to the search box is what brings the catalogue onto the device.
  const catalogue = page.waitForResponse(/\/api\/v1\/catalogue/);
  await page.getByRole('combobox').focus();
  await (await catalogue).finished();
  await unplug(context);
  await page.getByRole('combobox').fill('lam giay khai sinh');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('list', { name: 'Danh sách dịch vụ' }).getByRole('link').first()).toHaveText('Thủ tục đăng ký khai sinh');
  await expect(page.getByText('kết quả từ danh mục đã lưu trên máy này').first()).toBeVisible();
  await look('results from the device', { focus: 'heading' });
});

test('a screen whose part of the app is not here yet waits for the network and then opens', async ({ page, context, recorder }) => {
  recorder.expect(/^no answer /, /^console error: .*ERR_INTERNET_DISCONNECTED/);
  // No worker here: nothing has been kept, as on the very first visit.
  await context.addInitScript(() => Object.defineProperty(navigator, 'serviceWorker', { value: undefined }));
  await page.goto('/');
  await expect(page.getByRole('link', { name: /^Có con/ })).toBeVisible();
  await unplug(context);
  await page.getByRole('contentinfo').getByRole('link', { name: 'Trợ giúp' }).click();
  await expect(page.getByText('Đang chờ mạng để mở tiếp…').first()).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Trợ giúp');
});
