// A dossier is followed by its code from any browser, without signing in: the code alone tells how
// far it is, four digits more what happened.

import type { Page } from '@playwright/test';

import { Citizen } from '../harness/citizen.ts';
import type { Paper } from '../harness/filling.ts';
import { pointer } from '../harness/hands.ts';
import { heard, listen } from '../harness/announcements.ts';
import { photo } from '../harness/paper.ts';
import { expect, test } from '../harness/test.ts';

/** The page as a camera sees it: whole, and not quite straight. */
async function photographed(page: Page): Promise<Paper> {
  await page.locator('main').evaluate((main: HTMLElement) => (main.style.rotate = '4deg'));
  return { name: 'giay-hen.png', mimeType: 'image/png', buffer: await page.screenshot({ fullPage: true }) };
}

test('the code tells the stage, four digits more the rest, and wrong ones nothing', async ({ page, browser, baseURL, look, recorder }) => {
  test.setTimeout(120_000);
  recorder.expect(/^answer 404: .*\/lookups$/);
  const filing = await browser.newContext({ ...(baseURL ? { baseURL } : {}), viewport: { width: 360, height: 740 } });
  await listen(filing);
  const paper = await filing.newPage();
  const guest = new Citizen(paper, async () => undefined, pointer);
  await guest.begin('trích lục khai sinh', '2.000635');
  await guest.fillIn('2.000635');
  await guest.chooseDelivery();
  const code = await guest.send();
  await guest.receipt(code);
  const receipt = await photographed(paper);
  await filing.close();

  await page.goto('/');
  await page.getByLabel('Mã hồ sơ').fill(code.toLowerCase());
  await page.getByRole('button', { name: 'Tra cứu' }).click();
  const found = page.getByRole('region', { name: `Hồ sơ ${code}` });
  await expect(found).toBeVisible();
  await expect(page).toHaveURL(/\/ho-so$/);
  await expect.poll(() => heard(page)).toContainEqual(expect.stringMatching(/^Đã thấy hồ sơ: /));
  await expect(page.getByRole('region', { name: 'Diễn biến' })).toBeHidden();
  await look('a dossier by its code', { focus: 'kept' });

  const digits = found.getByLabel(/^Bốn số cuối của/);
  await digits.fill('12');
  await found.getByRole('button', { name: 'Tra cứu' }).click();
  await expect(found.getByText('Nhập đúng bốn chữ số.')).toBeVisible();
  await digits.fill('9999');
  await found.getByRole('button', { name: 'Tra cứu' }).click();
  await expect(found.getByText('Bốn chữ số không khớp với hồ sơ này.')).toBeVisible();
  await look('a wrong proof', { focus: 'kept' });
  await found.getByLabel(/^Bốn số cuối của/).fill('0012');
  await found.getByRole('button', { name: 'Tra cứu' }).click();
  await expect(page.getByRole('region', { name: 'Diễn biến' })).toBeVisible();
  await expect(page.getByRole('heading', { name: `Hồ sơ ${code}` })).toBeFocused();
  await look('a dossier with a proof', { focus: 'kept' });

  await page.goto('/ho-so');
  const camera = page.getByLabel('Chụp mã QR trên giấy hẹn');
  await camera.setInputFiles([await photo(page, 'Không có mã')]);
  await expect(page.getByText(/^Không thấy mã QR trong ảnh/)).toBeVisible();
  await look('a picture without a QR code', { focus: 'untouched' });
  await camera.setInputFiles([receipt]);
  await expect(page.getByRole('region', { name: `Hồ sơ ${code}` })).toBeVisible();
  await expect.poll(() => heard(page)).toContainEqual(expect.stringContaining(code));
});

test('a code that nobody has is told plainly', async ({ page, look, recorder }) => {
  recorder.expect(/^answer 404: .*\/lookups$/);
  await page.goto('/ho-so');
  await page.getByLabel('Mã hồ sơ').fill('H15.50.05.13-200101-9999');
  await page.getByRole('button', { name: 'Tra cứu' }).click();
  await expect(page.getByRole('main').getByText('Cổng không có hồ sơ nào khớp với những gì bạn nhập.')).toBeVisible();
  await look('no such dossier', { focus: 'kept' });
});
