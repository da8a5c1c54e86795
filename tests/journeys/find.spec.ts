// From a word to the right service, the way people speak.

import { heard } from '../harness/announcements.ts';
import { expect, test } from '../harness/test.ts';

const QUESTIONS: [typed: string, service: string][] = [
  ['gplx', 'Cấp giấy phép lái xe'],
  ['lam giay khai sinh', 'Thủ tục đăng ký khai sinh'],
  ['nhập hộ khẩu', 'Đăng ký thường trú'],
];

for (const [typed, service] of QUESTIONS) {
  test(`“${typed}” finds “${service}” first`, async ({ page, look }) => {
    await page.goto('/');
    await page.getByRole('combobox', { name: 'Tìm dịch vụ' }).fill(typed);
    await page.getByRole('button', { name: 'Tìm', exact: true }).click();

    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Kết quả cho “${typed}”`);
    const list = page.getByRole('list', { name: 'Danh sách dịch vụ' });
    await expect(list.getByRole('link').first()).toHaveText(service);
    await expect.poll(() => heard(page)).toContainEqual(expect.stringMatching(/^\d+ dịch vụ$/));
    await look(`results for ${typed}`, { focus: 'heading' });

    await list.getByRole('link').first().click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(service);
    await expect(page).toHaveURL(/\/dich-vu\/\d\.\d+$/);
    await expect(page).toHaveTitle(`${service} - Một Cửa`);
  });
}

test('the home page shows what people come for', async ({ page, look }) => {
  await page.goto('/');
  await expect(page.getByRole('list', { name: 'Nhiều người cần' }).getByRole('link')).not.toHaveCount(0);
  await expect(page.getByRole('link', { name: /^Có con/ })).toBeVisible();
  await look('home', { focus: 'untouched' });
});

test('suggestions come while one types and lead straight to a service', async ({ page, look }) => {
  await page.goto('/');
  const box = page.getByRole('combobox', { name: 'Tìm dịch vụ' });
  await box.pressSequentially('khai sinh');
  const options = page.getByRole('listbox', { name: 'Gợi ý' }).getByRole('option');
  await expect(options).not.toHaveCount(0);
  await expect(box).toHaveAttribute('aria-expanded', 'true');
  await expect.poll(() => heard(page)).toContainEqual(expect.stringMatching(/^Có \d+ gợi ý/));
  await look('home with suggestions', { focus: 'kept' });

  const chosen = options.filter({ hasText: 'đăng ký khai sinh' }).first();
  const name = (await chosen.textContent()) ?? '';
  await chosen.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
});

test('Escape closes the suggestions and keeps what was typed', async ({ page }) => {
  await page.goto('/');
  const box = page.getByRole('combobox', { name: 'Tìm dịch vụ' });
  await box.pressSequentially('khai sinh');
  await expect(page.getByRole('option')).not.toHaveCount(0);
  await box.press('Escape');
  await expect(box).toHaveAttribute('aria-expanded', 'false');
  await expect(page.getByRole('listbox')).toBeHidden();
  await expect(box).toHaveValue('khai sinh');
});

test('a question that is none of a portal’s business gets guidance, not silence', async ({ page, look }) => {
  await page.goto('/dich-vu?q=th%E1%BB%9Di%20ti%E1%BA%BFt%20ng%C3%A0y%20mai');
  await expect(page.getByText('Không tìm thấy dịch vụ nào').first()).toBeVisible();
  await expect(page.getByRole('link', { name: 'Xem toàn bộ danh mục' })).toBeVisible();
  await look('nothing found', { focus: 'untouched' });
});
