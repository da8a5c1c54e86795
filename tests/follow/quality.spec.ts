// How well the portal serves: sentences, a chart and a table that say the same, for a period of
// one's choice, and nothing where there is too little to tell.

import { rewrite } from '../harness/faults.ts';
import { heard } from '../harness/announcements.ts';
import { answering, sample } from '../harness/samples.ts';
import { expect, test } from '../harness/test.ts';

test('the board tells each figure in a sentence and in the table beside its chart', async ({ page, look }) => {
  await answering(page, 'GET', /^\/quality$/, () => {
    const quality = sample('getQuality');
    const { satisfied: _few, groups: _none, ...figures } = quality.agencies[0].figures;
    quality.agencies.push({ agency: { id: 'so-mau', name: 'Sở mẫu' }, figures });
    return { json: quality };
  });
  await page.goto('/gioi-thieu');
  await page.getByRole('link', { name: 'Xem số liệu chất lượng phục vụ' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Chất lượng phục vụ');
  const whole = page.getByRole('region', { name: 'Toàn cổng' });
  await expect(whole).toContainText('108 trong 112 hồ sơ đã xong có kết quả đúng hẹn (96,4%).');
  await expect(whole.getByRole('row', { name: /^Có kết quả đúng hẹn 108 112 96,4%$/ })).toBeVisible();
  await expect(whole.getByRole('rowheader', { name: 'Tiến độ giải quyết · 19,2 trên 20 điểm' })).toBeVisible();
  // What the portal cannot reckon is said, never made up.
  const unstated = whole.getByRole('rowheader', { name: 'Số hóa hồ sơ · tối đa 22 điểm, cổng không nêu điểm' });
  await expect(unstated).toBeVisible();
  await expect(whole.getByRole('cell', { name: 'Hồ sơ của cổng không cho biết chỉ tiêu nào của nhóm này.' })).toBeVisible();
  const agency = page.getByRole('region', { name: 'Sở mẫu' });
  await expect(agency).toContainText('Chưa có số liệu, hoặc còn quá ít để công bố: Người dân hài lòng.');
  await look('the board', { focus: 'heading' });
  await page.setViewportSize({ width: 1280, height: 900 });
  await look('the board, wide', { focus: 'heading' });
});

test('another period is asked for by the portal’s own calendar', async ({ page, look }) => {
  await page.goto('/chat-luong');
  await page.getByLabel('Kỳ').focus();
  await page.getByLabel('Kỳ').selectOption({ label: 'Năm nay' });
  await expect.poll(() => heard(page)).toContainEqual(expect.stringMatching(/^Đã có số liệu từ 01\/01\/\d{4} đến 31\/12\/\d{4}\.$/));
  await expect(page.getByRole('table')).toHaveCount(1);
  await look('this year', { focus: 'kept' });
});

test('what the portal does not offer is not drawn', async ({ page, look }) => {
  await rewrite<{ capabilities: string[] }>(page, /\/api\/v1\/portal$/, (portal) => ({
    ...portal,
    capabilities: portal.capabilities.filter((one) => !['quality', 'feedback', 'ratings'].includes(one)),
  }));
  await page.goto('/gioi-thieu');
  await expect(page.getByRole('heading', { name: 'Cổng này làm được gì' }).or(page.getByText('Gửi phản ánh, kiến nghị')).first()).toBeVisible();
  await expect(page.getByRole('main').locator('a[href="/chat-luong"], a[href="/phan-anh"]')).toHaveCount(0);
  await page.goto('/phan-anh');
  await expect(page.getByText('Cổng này không nhận phản ánh, kiến nghị.')).toBeVisible();
  await look('no feedback here', { focus: 'untouched' });
  await page.goto('/chat-luong');
  await expect(page.getByText('Cổng này không công bố số liệu chất lượng.')).toBeVisible();
});
