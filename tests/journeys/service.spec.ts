// One service: the answer first, then the papers, ticked and kept.

import { heard } from '../harness/announcements.ts';
import { expect, test } from '../harness/test.ts';

/** Khai sinh: three channels, a long record, the same papers for everyone. */
const BIRTH = '/dich-vu/1.001193';
/** Tạm trú: other papers in each of several cases. */
const STAY = '/dich-vu/1.004194';

test('the answer stands first and everything published follows', async ({ page, look }) => {
  await page.goto(BIRTH);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Thủ tục đăng ký khai sinh');
  const summary = page.getByRole('region', { name: 'Tóm tắt' });
  await expect(summary).toContainText('Bạn nhận được');
  await expect(summary).toContainText('Thời gian');
  await expect(summary).toContainText('Phí, lệ phí');
  await expect(page.getByRole('link', { name: 'Nộp hồ sơ' })).toBeVisible();
  for (const part of ['Giấy tờ cần có', 'Cách nộp', 'Các bước', 'Căn cứ pháp lý', 'Dịch vụ liên quan']) {
    await expect(page.getByRole('heading', { name: part, level: 2 })).toBeVisible();
  }
  await look('a service', { focus: 'untouched' });
});

test('papers ticked for one’s own case are still ticked after a reload', async ({ page, look }) => {
  await page.goto(STAY);
  const cases = page.getByRole('group', { name: 'Bạn thuộc trường hợp nào?' });
  await cases.getByRole('radio').first().check();
  const papers = page.getByRole('region', { name: 'Giấy tờ cần có' }).getByRole('checkbox');
  await expect(papers).not.toHaveCount(0);
  await papers.nth(0).check();
  await expect(page.getByText(/^Bạn đã có 1 trên \d+$/).first()).toBeVisible();
  await look('papers ticked', { focus: 'kept' });

  await page.reload();
  await expect(cases.getByRole('radio').first()).toBeChecked();
  await expect(papers.nth(0)).toBeChecked();
  await expect(papers.nth(1)).not.toBeChecked();
});

test('the list of papers can be taken off the device', async ({ page }) => {
  await page.goto(STAY);
  await page.getByRole('radio').first().check();
  const papers = page.getByRole('region', { name: 'Giấy tờ cần có' }).getByRole('checkbox');
  await papers.first().check();
  await page.getByRole('button', { name: 'Xóa khỏi máy' }).click();
  await expect.poll(() => heard(page)).toContain('Đã xóa danh mục khỏi máy này.');
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đăng ký tạm trú');
  await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(0);
});

test('a list kept here is found again under “Me”', async ({ page, look }) => {
  await page.goto(STAY);
  await page.getByRole('radio').first().check();
  await page.getByRole('region', { name: 'Giấy tờ cần có' }).getByRole('checkbox').first().check();
  await page.getByRole('navigation', { name: 'Chính' }).getByRole('link', { name: 'Tôi' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tôi');
  await expect(page.getByRole('link', { name: /tạm trú/ })).toBeVisible();
  await look('me with a list', { focus: 'heading' });
});

test('paper shows the list and no controls of the screen', async ({ page }) => {
  await page.goto(STAY);
  await page.getByRole('radio').first().check();
  await expect(page.getByRole('region', { name: 'Giấy tờ cần có' }).getByRole('checkbox')).not.toHaveCount(0);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByText(/^In từ /)).toBeVisible();
  for (const bar of await page.getByRole('navigation', { name: 'Chính', includeHidden: true }).all()) {
    await expect(bar).toBeHidden();
  }
  await expect(page.getByRole('button', { name: 'In danh mục' })).toBeHidden();
});

test('an unknown code says so and names the nearest ones', async ({ page, look, recorder }) => {
  recorder.expect(/^answer 404: .*\/services\/9\.999999/);
  await page.goto('/dich-vu/9.999999');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Không có dịch vụ mã 9.999999');
  await expect(page.getByRole('region', { name: 'Có phải bạn tìm' }).getByRole('link')).not.toHaveCount(0);
  await look('an unknown service', { focus: 'untouched' });
});
