// After the result a person rates: the portal's own questions, words without personal data, one
// rating that can be changed, and figures once enough people have rated.

import { heard } from '../harness/announcements.ts';
import { finished, file, SERVICE } from '../harness/officer.ts';
import { expect, test } from '../harness/test.ts';

const PHONE = { width: 360, height: 740 };
const DESKTOP = { width: 1280, height: 900 };

test('a finished dossier is rated without personal data, once, and changed', async ({ page, look, recorder }) => {
  test.setTimeout(120_000);
  recorder.expect(/rating/);
  await page.goto('/');
  const code = await finished(page.request);
  await page.goto(`/ho-so/${code}`);
  await page.getByRole('region', { name: 'Đánh giá' }).getByRole('link', { name: 'Đánh giá hồ sơ này' }).click();
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText('Đánh giá mức độ hài lòng');
  const groups = page.getByRole('main').getByRole('group');
  await expect(groups).toHaveCount(9);
  await look('the questions', { focus: 'heading' });

  const send = page.getByRole('button', { name: 'Gửi đánh giá' });
  await send.click();
  await expect(page.locator('.summary')).toBeFocused();
  await look('nothing answered', { focus: 'kept' });
  await page.getByRole('link', { name: 'Chọn mức cho ít nhất một câu.' }).click();
  await expect(groups.first().getByRole('radio').first()).toBeFocused();

  await groups.nth(0).getByRole('radio', { name: 'Rất hài lòng' }).check();
  await groups.nth(4).getByRole('radio', { name: 'Hài lòng', exact: true }).check();
  await groups.nth(8).getByRole('radio', { name: 'Bình thường' }).check();
  await page.getByRole('button', { name: /^Bỏ câu trả lời: Nội dung khác/ }).click();
  await expect(groups.nth(8).getByRole('radio', { checked: true })).toHaveCount(0);
  const comment = page.getByLabel('Lời nhận xét');
  await comment.fill('Nhanh, gọi tôi 0900 000 001');
  await expect(page.locator('.q__check')).toContainText('số điện thoại');
  await expect.poll(() => heard(page)).toContainEqual(expect.stringContaining('số điện thoại'));
  await send.click();
  await expect(page.locator('.summary')).toBeFocused();
  await look('personal data in the words', { focus: 'kept' });
  await comment.fill('Nhanh, ngày 22-11-2026 đã xong.');
  await expect(page.locator('.q__check')).toHaveCount(0);

  await page.reload();
  await expect(groups.nth(0).getByRole('radio', { name: 'Rất hài lòng' })).toBeChecked();
  await expect(comment).toHaveValue('Nhanh, ngày 22-11-2026 đã xong.');
  let lost = true;
  await page.route(/\/rating$/, async (route) => {
    if (lost) await route.fetch();
    await (lost ? route.abort('connectionreset') : route.fallback());
    lost = false;
  });
  await send.click();
  await expect(page.getByRole('alert')).toContainText('Chưa rõ cổng đã nhận đánh giá hay chưa');
  await look('not known', { focus: 'kept' });
  await send.click();
  await expect(heading).toHaveText('Cảm ơn bạn đã đánh giá');
  await expect(heading).toBeFocused();
  await expect(page.getByText(/Bạn sửa được đến/)).toBeVisible();
  await page.setViewportSize(DESKTOP);
  await look('thanks', { focus: 'heading' });

  await page.getByRole('button', { name: 'Sửa đánh giá' }).click();
  await expect(groups.first().getByRole('radio').first()).toBeFocused();
  await look('changing it', { focus: 'kept' });
  await groups.nth(0).getByRole('radio', { name: 'Bình thường' }).check();
  await page.setViewportSize(PHONE);
  await page.getByRole('button', { name: 'Gửi đánh giá đã sửa' }).click();
  await expect(heading).toHaveText('Cảm ơn bạn đã đánh giá');
  await page.getByRole('link', { name: 'Về hồ sơ' }).click();
  await expect(page.getByText(/^Bạn đã đánh giá lúc/)).toBeVisible();
  await page.getByRole('link', { name: 'Xem hoặc sửa đánh giá' }).click();
  await expect(page.getByRole('region', { name: 'Đánh giá của bạn' })).toContainText('Bình thường');
  await look('what was given', { focus: 'heading' });
});

test('too early there is nothing to rate, and few ratings are no figures', async ({ page, playwright, baseURL, look }) => {
  await page.goto('/');
  const code = await file(page.request);
  await page.goto(`/ho-so/${code}/danh-gia`);
  await expect(page.getByText('Bạn đánh giá được khi hồ sơ đã có kết quả')).toBeVisible();
  await look('too early', { focus: 'untouched' });

  await page.goto('/dich-vu/1.001193');
  const figures = page.getByRole('region', { name: 'Người dùng đánh giá' });
  await expect(figures).toContainText('Chưa đủ lượt đánh giá');
  for (const level of [1, 3, 4, 5, 5]) {
    const guest = await playwright.request.newContext({ ...(baseURL ? { baseURL } : {}) });
    const data = { answers: [{ question: 'time', level }] };
    const rated = await guest.put(`/api/v1/dossiers/${await finished(guest)}/rating`, { data });
    expect(rated.status()).toBe(200);
    await guest.dispose();
  }
  await page.goto(`/dich-vu/${SERVICE}`);
  await expect(figures).toContainText(/\d+ lượt đánh giá từ/);
  await expect(figures).toContainText(/câu trả lời ở nửa trên của thang/);
  await look('figures of a service', { focus: 'untouched' });
});
