// Every other screen, opened by its own address and by following links.

import { expect, test } from '../harness/test.ts';

const SCREENS: [address: string, heading: string][] = [
  ['/danh-muc', 'Danh mục dịch vụ'],
  ['/viec/co-con', 'Có con'],
  ['/ho-so', 'Hồ sơ'],
  ['/toi', 'Tôi'],
  ['/cai-dat', 'Cài đặt'],
  ['/tro-giup', 'Trợ giúp'],
  ['/tiep-can', 'Khả năng tiếp cận'],
  ['/rieng-tu', 'Quyền riêng tư'],
  ['/gioi-thieu', 'Về cổng này'],
  ['/khong-co/trang-nay', 'Không có trang này'],
];

for (const [address, heading] of SCREENS) {
  test(`${address} opens by its address`, async ({ page, look }) => {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
    await expect(page.getByText('Đang tải…')).toHaveCount(0);
    await look(heading, { focus: 'untouched' });
  });
}

test('from a field of the catalogue to one of its services', async ({ page, look }) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Xem toàn bộ danh mục' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await page.getByRole('searchbox', { name: 'Lọc lĩnh vực' }).fill('ho tich');
  await look('the catalogue, narrowed down', { focus: 'kept' });
  await page.getByRole('link', { name: /^Hộ tịch/ }).click();
  await expect(page).toHaveURL(/\/dich-vu\?field=ho-tich$/);
  await expect(page.getByRole('list', { name: 'Đang lọc theo' })).toContainText('Hộ tịch');
  await page.getByRole('list', { name: 'Danh sách dịch vụ' }).getByRole('link').first().click();
  await expect(page).toHaveURL(/\/dich-vu\/\d/);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
});

test('from an event in life to a service', async ({ page, look }) => {
  await page.goto('/');
  await page.getByRole('link', { name: /^Có con/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Có con');
  await look('a life event', { focus: 'heading' });
  await page.getByRole('main').getByRole('link', { name: /khai sinh/i }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/khai sinh/);
});

test('a dossier’s code is taken off the address and travels in none', async ({ page, look, recorder }) => {
  recorder.expect(/^answer 404: .*\/lookups$/);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto('/');
  const code = 'H15.50.05.13-261008-0975';
  await page.getByRole('textbox', { name: 'Mã hồ sơ' }).fill(code);
  await page.getByRole('button', { name: 'Tra cứu' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hồ sơ');
  await expect(page.getByRole('textbox', { name: 'Mã hồ sơ' })).toHaveValue(code);
  await expect(page.getByRole('main').getByText('Cổng không có hồ sơ nào khớp với những gì bạn nhập.')).toBeVisible();
  await expect(page).toHaveURL(/\/ho-so$/);
  expect(asked.filter((address) => address.includes('0975'))).toEqual([]);
  await look('dossiers with a code', { focus: 'heading' });
});

test('an empty box for the code says what is missing and keeps the focus', async ({ page, look }) => {
  await page.goto('/ho-so');
  await page.getByRole('button', { name: 'Tra cứu' }).click();
  const box = page.getByRole('textbox', { name: 'Mã hồ sơ' });
  await expect(box).toBeFocused();
  await expect(box).toHaveAttribute('aria-invalid', 'true');
  await expect(box).toHaveAccessibleDescription(/Bạn chưa nhập mã hồ sơ/);
  await look('dossiers with a fault', { focus: 'kept' });
});
