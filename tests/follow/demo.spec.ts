// What `make run DEMO=1` promises a visitor: file, see it received, be asked for one more paper,
// send it, pay, get the result, rate it, and find the rating in the figures. The page changes by
// itself all the way; only the gateway, which is another site, sends the browser back.

import { rm } from 'node:fs/promises';

import { Citizen } from '../harness/citizen.ts';
import { pointer } from '../harness/hands.ts';
import { photo } from '../harness/paper.ts';
import { Portal } from '../harness/portal.ts';
import { freshData } from '../harness/prepare.ts';
import { expect, test as base } from '../harness/test.ts';

const SERVICE = '2.000635';

/** A portal whose officers act by themselves, twelve times as fast as for a visitor. */
const test = base.extend<{ demo: Portal }>({
  demo: async ({}, use) => {
    const data = await freshData();
    const portal = await Portal.start({ data, arguments: ['--demo', '--demo-speed', '12'] });
    await use(portal);
    await portal.stop();
    await rm(data, { recursive: true });
  },
  baseURL: ({ demo }, use) => use(demo.address),
});

test('a visitor sees a dossier’s whole life, and their rating in the figures', async ({ page, look }) => {
  test.setTimeout(180_000);
  const citizen = new Citizen(page, async () => undefined, pointer);
  await citizen.begin('trích lục khai sinh', SERVICE);
  await citizen.fillIn(SERVICE);
  await citizen.chooseDelivery();
  const code = await citizen.send();
  await page.getByRole('main').getByRole('link', { name: 'Xem hồ sơ' }).click();

  const life = page.getByRole('region', { name: 'Diễn biến' });
  await expect(life.getByRole('listitem').nth(2)).toBeVisible({ timeout: 30_000 });
  const ask = page.getByRole('region', { name: 'Việc của bạn bây giờ' }).getByRole('link', { name: 'Bổ sung ngay' });
  await ask.click({ timeout: 30_000 });
  const papers = page.getByRole('group').filter({ has: page.locator('input[type=file]') }).first();
  await papers.locator('input[type=file]').first().setInputFiles([await photo(page, 'Giấy tờ')]);
  await papers.getByRole('button', { name: /^Xong, gửi giấy này/ }).click();
  await expect(papers.getByText(/^Cổng đã/).first()).toBeVisible();
  await page.getByRole('button', { name: 'Gửi tất cả cho cán bộ' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đã gửi phần bổ sung');
  await page.getByRole('main').getByRole('link', { name: 'Về hồ sơ' }).first().click();

  await page.getByRole('region', { name: 'Phí, lệ phí' }).getByRole('link').click();
  await page.getByRole('button', { name: 'Thanh toán', exact: true }).click({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Trả tiền thành công', exact: true }).click();
  await page.getByRole('main').getByRole('link', { name: 'Về hồ sơ' }).click();

  await expect(page.getByRole('region', { name: 'Kết quả' })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('Đã trả kết quả', { exact: true })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('region', { name: 'Kết quả' })).toContainText('Chữ ký số hợp lệ');
  await look('the result is there', { focus: 'kept' });
  await page.getByRole('link', { name: 'Đánh giá hồ sơ này' }).click();
  const questions = page.getByRole('main').getByRole('group');
  await expect(questions.first()).toBeVisible();
  for (const question of await questions.all()) {
    await question.getByRole('radio', { name: 'Hài lòng', exact: true }).check();
  }
  await page.getByRole('button', { name: 'Gửi đánh giá' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cảm ơn bạn đã đánh giá');
  await page.getByRole('link', { name: 'Xem số liệu của dịch vụ' }).click();
  await expect(page.getByRole('region', { name: 'Người dùng đánh giá' })).toContainText('1 lượt đánh giá');
  expect(code).not.toBe('');
});
