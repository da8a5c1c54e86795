// Papers: photographed, joined on the device, sent so that they arrive, and never said to be
// there before they are.

import { createHash } from 'node:crypto';

import type { Locator, Page } from '@playwright/test';

import { heard } from '../harness/announcements.ts';
import type { Definition } from '../harness/filling.ts';
import { pdf, photo } from '../harness/paper.ts';
import { APPOINTMENT, step } from '../harness/persistent.ts';
import { expect, test } from '../harness/test.ts';

/** A derived form, with one paper a page. */
const SERVICE = '1.008924';

/** Begins an application and opens the page that asks for its first paper. */
async function papers(page: Page): Promise<Locator> {
  await page.goto(`/dich-vu/${SERVICE}/nop`);
  await page.getByRole('button', { name: 'Bắt đầu điền' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Các phần cần điền');
  await page.getByRole('link', { name: 'Giấy tờ', exact: true }).click();
  await expect(page.getByLabel(/^Chụp ảnh: /)).toBeVisible();
  return page.getByRole('group').filter({ has: page.getByLabel(/^Chụp (ảnh|trang tiếp): /) }).last();
}

test('two photos become one PDF of two pages, and the portal has just these bytes', async ({ page, look }) => {
  const first = await papers(page);
  await look('before anything is added', { focus: 'kept' });
  await first.getByLabel(/^Chụp ảnh: /).setInputFiles(await photo(page, 'Trang một', 3000, 4000));
  await expect(first.getByRole('img')).toHaveCount(1);
  await first.getByLabel(/^Chụp trang tiếp: /).setInputFiles(await photo(page, 'Trang hai', 4000, 3000));
  await expect(first.getByRole('img')).toHaveCount(2);
  await first.getByRole('button', { name: 'Lên: trang 2' }).click();
  await expect(first.getByRole('button', { name: 'Xuống: trang 1' })).toBeFocused();
  await first.getByRole('button', { name: 'Xoay trang 1' }).click();
  await expect.poll(() => heard(page)).toContain('Đã xoay trang 1.');
  await look('two pages photographed', { focus: 'kept' });

  const sent = new Map<string, Buffer>();
  page.on('request', (request) => {
    if (request.method() !== 'PATCH') return;
    const before = sent.get(request.url()) ?? Buffer.alloc(0);
    sent.set(request.url(), Buffer.concat([before, request.postDataBuffer() ?? Buffer.alloc(0)]));
  });
  await first.getByRole('button', { name: /^Xong, gửi giấy này/ }).click();
  await expect(first.getByText(/Cổng đã nhận/)).toBeVisible({ timeout: 30_000 });
  await expect(first.getByText(/2 trang/)).toBeVisible();
  await expect.poll(() => heard(page)).toContainEqual(expect.stringMatching(/^Cổng đã nhận đủ /));
  await look('received', { focus: 'kept' });

  const [[address, body]] = [...sent] as [[string, Buffer]];
  const { state } = (await (await page.request.get(address)).json()) as { state: { sha256: string; pages?: number } };
  expect(state.sha256).toBe(createHash('sha256').update(body).digest('hex'));
  expect(body.subarray(0, 5).toString()).toBe('%PDF-');
  expect(body.length).toBeLessThan(2_500_000);
});

test('a file goes on where it was when the network comes back, and the list of parts says so', async ({ page, context, look, recorder }) => {
  recorder.expect(/^no answer /, /^console error: .*ERR_INTERNET_DISCONNECTED/, /^answer 409/);
  const first = await papers(page);
  let chunks = 0;
  await page.route(/\/api\/v1\/uploads\//, async (route) => {
    if (route.request().method() === 'PATCH' && (chunks += 1) === 2) {
      await context.setOffline(true);
      await route.abort('internetdisconnected');
      return;
    }
    await route.continue();
  });
  await first.getByLabel(/^Chọn ảnh hoặc tệp: /).setInputFiles(pdf('to-khai.pdf', 3_000_000));
  await expect(first.getByText('Chờ có mạng để gửi tiếp')).toBeVisible();
  await page.getByRole('link', { name: 'Tất cả các phần' }).click();
  const row = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: 'Giấy tờ', exact: true }) });
  await expect(row).toContainText('Đang gửi');
  await expect(row).toContainText(/Đã có 1 trên \d+ giấy tờ\. Một tệp đang được gửi\./);
  await look('a paper on its way, in the list of parts', { focus: 'heading' });
  await context.setOffline(false);
  await expect(row).not.toContainText('Đang gửi', { timeout: 30_000 });
  await expect(row).toContainText(/Đã có 1 trên \d+ giấy tờ\./);
  await page.setViewportSize({ width: 1280, height: 900 });
  await look('a paper received, in the list of parts', { focus: 'kept' });
  await page.goBack();
  await expect(first.getByText(/Cổng đã nhận/)).toBeVisible({ timeout: 30_000 });
  expect(chunks).toBeGreaterThan(2);
});

test('what the portal would refuse is refused at once, with the way to mend it', async ({ page, look }) => {
  const first = await papers(page);
  await first.getByLabel(/^Chọn ảnh hoặc tệp: /).setInputFiles({ name: 'thu.docx', mimeType: 'application/msword', buffer: Buffer.from('x') });
  await expect(first.getByRole('alert').filter({ hasText: 'thu.docx' })).toContainText('PDF');
  await first.getByLabel(/^Chọn ảnh hoặc tệp: /).setInputFiles({ name: 'gia.pdf', mimeType: 'application/pdf', buffer: Buffer.from('không phải PDF') });
  await expect(first.getByRole('alert').filter({ hasText: 'gia.pdf' })).toBeVisible();
  await look('a file refused', { focus: 'kept' });
});

test('a paper handed in before is offered again', async ({ page, look, recorder }) => {
  // A copy that was on its way when the dossier was handed in finds its draft gone.
  recorder.expect(/^answer 404: .*\/drafts\//);
  test.setTimeout(120_000);
  const answer = await page.request.get(`/api/v1/services/${SERVICE}/forms/default`);
  const { definition } = (await answer.json()) as { definition: Definition };
  const matter = { service: SERVICE, who: 'Đỗ Mẫu Hoa', example: APPOINTMENT, definition, paper: pdf('don.pdf') };
  await page.goto(`/dich-vu/${SERVICE}/nop`);
  await expect.poll(() => step(page, matter), { timeout: 60_000, intervals: [60] }).toBe(true);

  const first = await papers(page);
  const offered = first.getByRole('region', { name: 'Bạn đã nộp giấy này trước đây' });
  await expect(offered).toBeVisible();
  await look('a paper that the portal holds', { focus: 'kept' });
  await offered.getByRole('button', { name: /^Dùng lại / }).first().click();
  const undo = first.getByRole('button', { name: 'Không dùng, tôi nộp giấy khác' });
  await expect(undo).toBeFocused();
  await expect(first.getByLabel(/^Chụp ảnh: /)).toBeHidden();
  await look('a paper used again', { focus: 'kept' });
  await page.getByRole('button', { name: 'Tiếp tục', exact: true }).click();
  await expect(page.locator('.summary')).toBeHidden();
  await page.goBack();
  await undo.click();
  await expect(first.getByLabel(/^Chụp ảnh: /)).toBeFocused();
});
