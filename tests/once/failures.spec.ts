// A portal that fails, in every way a portal and a network fail: each screen says so in words,
// and its retry works once the cause is gone.

import type { Page } from '@playwright/test';

import { heard } from '../harness/announcements.ts';
import { API, failing, holdBack, html, strike, truncated, unreachable, type Fault } from '../harness/faults.ts';
import { expect, test } from '../harness/test.ts';
import { test as withOwnPortal } from '../harness/own-portal.ts';

interface Screen {
  name: string;
  address: string;
  /** What the screen cannot do without. */
  needs: RegExp;
  /** What is there once it works. */
  ready: (page: Page) => ReturnType<Page['getByRole']>;
}

const SCREENS: Screen[] = [
  {
    name: 'the home page',
    address: '/',
    needs: /\/api\/v1\/life-events/,
    ready: (page) => page.getByRole('link', { name: /^Có con/ }),
  },
  {
    name: 'the results',
    address: '/dich-vu?q=khai+sinh',
    // Without the portal the results come from the catalogue, where that can be had.
    needs: /\/api\/v1\/(services\?|catalogue)/,
    ready: (page) => page.getByRole('list', { name: 'Danh sách dịch vụ' }).getByRole('link').first(),
  },
  {
    name: 'a service',
    address: '/dich-vu/1.001193',
    needs: /\/api\/v1\/services\/1\.001193$/,
    ready: (page) => page.getByRole('heading', { name: 'Giấy tờ cần có' }),
  },
  {
    name: 'the catalogue',
    address: '/danh-muc',
    needs: /\/api\/v1\/fields/,
    ready: (page) => page.getByRole('link', { name: /^Hộ tịch/ }),
  },
];

const FAULTS: [name: string, fault: Fault, says: string][] = [
  ['an error 500', failing, 'Cổng đang gặp lỗi'],
  ['a page of HTML', html, 'Không đọc được câu trả lời'],
  ['a truncated body', truncated, 'Không đọc được câu trả lời'],
  ['a broken connection', unreachable, 'Cổng đang gặp lỗi'],
];

for (const { name, address, needs, ready } of SCREENS) {
  for (const [fault, answer, says] of FAULTS) {
    test(`${name} says so after ${fault}, and its retry works`, async ({ page, look, recorder }) => {
      recorder.expect(/^answer 500: .*\/api\//, /^no answer .*\/api\//);
      const mend = await strike(page, needs, answer);
      await page.goto(address);
      const alert = page.getByRole('alert').filter({ hasText: says });
      await expect(alert).toBeVisible();
      if (answer === failing) await expect(alert).toContainText('yc-0042');
      await look(`${name} after ${fault}`, { focus: 'untouched' });

      await mend();
      await alert.getByRole('button', { name: 'Thử lại' }).click();
      await expect(ready(page)).toBeVisible();
      await expect(page.getByRole('alert')).toHaveCount(0);
    });
  }

  test(`${name} says that it is slow after half a second`, async ({ page, look }) => {
    const release = await holdBack(page, needs);
    await page.goto(address);
    await expect(page.getByText('Mạng đang chậm, vẫn đang tải…').first()).toBeVisible();
    await expect.poll(() => heard(page)).toContain('Mạng đang chậm, vẫn đang tải…');
    await look(`${name}, slow`, { focus: 'untouched' });
    release();
    await expect(ready(page)).toBeVisible();
    await expect(page.getByRole('main').getByText('Mạng đang chậm, vẫn đang tải…')).toHaveCount(0);
  });
}

test('a portal that never answers is given up after twenty seconds', async ({ page, recorder }) => {
  recorder.expect(/^no answer .*\/api\//);
  await page.clock.install();
  await holdBack(page, /\/api\/v1\/services\/1\.001193$/);
  await page.goto('/dich-vu/1.001193');
  await expect(page.getByRole('banner')).toBeVisible();
  await page.clock.runFor(600);
  await expect(page.getByText('Mạng đang chậm, vẫn đang tải…').first()).toBeVisible();
  await page.clock.runFor(20_000);
  await expect(page.getByRole('alert').filter({ hasText: 'Cổng trả lời quá lâu' })).toContainText('20 giây');
});

withOwnPortal('a portal that has gone is missed, and found again once it is back', async ({ page, portal, look, recorder }) => {
  recorder.expect(/^no answer /);
  await page.goto('/');
  await expect(page.getByRole('link', { name: /^Có con/ })).toBeVisible();
  // The screen's own part of the app is there already; only the portal is not.
  await page.goto('/dich-vu?q=khai+sinh');
  await expect(page.getByRole('list', { name: 'Danh sách dịch vụ' }).getByRole('link')).not.toHaveCount(0);
  await portal.goAway();
  await page.getByRole('combobox', { name: 'Tìm dịch vụ' }).fill('gplx');
  await page.getByRole('button', { name: 'Tìm', exact: true }).click();
  const alert = page.getByRole('alert').filter({ hasText: 'Cổng đang gặp lỗi' });
  await expect(alert).toBeVisible();
  await look('results without a portal', { focus: 'heading' });

  await portal.comeBack();
  await alert.getByRole('button', { name: 'Thử lại' }).click();
  await expect(page.getByRole('link', { name: 'Cấp giấy phép lái xe', exact: true })).toBeVisible();
});

test('a question longer than the portal takes is answered in words', async ({ page, look }) => {
  await page.goto(`/dich-vu?q=${'x'.repeat(10_000)}`);
  await expect(page.getByText('Không tìm thấy dịch vụ nào').first()).toBeVisible();
  await expect(page.getByRole('link', { name: 'Xem toàn bộ danh mục' })).toBeVisible();
  await look('a question too long', { focus: 'untouched' });
});

test('the search box takes no more than the portal does', async ({ page }) => {
  await page.goto('/');
  const box = page.getByRole('combobox', { name: 'Tìm dịch vụ' });
  await box.click();
  await page.keyboard.insertText('y'.repeat(10_000));
  await expect(box).toHaveValue('y'.repeat(200));
});

test('every request goes to the contract’s own addresses', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto('/');
  await expect(page.getByRole('link', { name: /^Có con/ })).toBeVisible();
  expect(asked.filter((address) => API.test(address))).not.toEqual([]);
});
