// Filling in a form: from the service to the review, with everything that can go wrong on a
// page of questions.

import { SHORT, takes } from '../harness/forms.ts';
import { expect, test } from '../harness/test.ts';
import type { Page } from '@playwright/test';

const BEFORE = '/dich-vu/1.001193/nop';

/** Opens the form anew and leads to its first page. */
async function begin(page: Page): Promise<void> {
  await takes(page, SHORT);
  await page.goto(BEFORE);
  await page.getByRole('button', { name: 'Bắt đầu điền' }).click();
  await expect(heading(page)).toHaveText('Các phần cần điền');
  await page.getByRole('link', { name: /^Điền tiếp: Trẻ/ }).click();
  await expect(heading(page)).toHaveText('Tên và ngày sinh của trẻ');
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const next = (page: Page) => page.getByRole('button', { name: 'Tiếp tục', exact: true });

/** Answers the first page. */
async function answerFirst(page: Page): Promise<void> {
  await page.getByLabel('Họ, chữ đệm, tên của trẻ').fill('Nguyễn Mẫu An');
  const born = page.getByRole('group', { name: 'Ngày sinh của trẻ' });
  await born.getByLabel('Ngày').fill('9');
  await born.getByLabel('Tháng').fill('4');
  await born.getByLabel('Năm').fill('2024');
  await page.getByRole('group', { name: /nước ngoài/ }).getByLabel('Không').check();
}

test('what it takes is said before one starts, and starting leads to the list of parts', async ({ page, look }) => {
  await takes(page, SHORT);
  await page.goto('/dich-vu/1.001193');
  await page.getByRole('region', { name: 'Tóm tắt' }).getByRole('link', { name: 'Nộp hồ sơ' }).click();
  await expect(heading(page)).toHaveText('Trước khi nộp hồ sơ');
  await expect(page.getByRole('region', { name: 'Nên có sẵn bên cạnh' })).toContainText('Số định danh cá nhân');
  await expect(page.getByText(/không cần đăng nhập/)).toBeVisible();
  await look('before you start', { focus: 'heading' });

  await page.getByRole('button', { name: 'Bắt đầu điền' }).click();
  await expect(heading(page)).toHaveText('Các phần cần điền');
  await expect(page.getByText(/^Đã lưu trên máy này lúc \d\d:\d\d/)).toBeVisible();
  await look('the list of parts', { focus: 'heading' });

  await page.goBack();
  await expect(page.getByRole('heading', { name: 'Bạn đang điền dở' })).toBeVisible();
});

test('what is wrong is said after “continue”, and its links lead to the boxes', async ({ page, look }) => {
  await begin(page);
  await look('a page of questions', { focus: 'heading' });
  await next(page).click();
  const summary = page.locator('.summary').filter({ hasText: 'Có 3 chỗ cần sửa' });
  await expect(summary).toBeVisible();
  await expect(page).toHaveTitle(/^Lỗi: /);
  await expect(page.locator('.summary')).toBeFocused();
  await look('a page with errors', { focus: 'kept' });

  await summary.getByRole('link').first().click();
  const name = page.getByLabel('Họ, chữ đệm, tên của trẻ');
  await expect(name).toBeFocused();
  await expect(name).toHaveAttribute('aria-invalid', 'true');
  await expect(name).toHaveAccessibleDescription(/\S/);
});

test('a question that follows from another comes and goes, and keeps its answer', async ({ page }) => {
  await begin(page);
  const abroad = page.getByRole('group', { name: /nước ngoài/ });
  const country = page.getByLabel('Nước sinh');
  await expect(country).toBeHidden();
  await abroad.getByLabel('Có').check();
  await country.fill('Lào');
  await abroad.getByLabel('Không').check();
  await expect(country).toBeHidden();
  await abroad.getByLabel('Có').check();
  await expect(country).toHaveValue('Lào');
});

test('a reload in the middle keeps all that was typed', async ({ page, look }) => {
  await begin(page);
  await answerFirst(page);
  await expect(page.getByText(/^Đã lưu trên máy này lúc/)).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Họ, chữ đệm, tên của trẻ')).toHaveValue('Nguyễn Mẫu An');
  await expect(page.getByLabel('Tháng')).toHaveValue('4');
  await expect(page.getByRole('group', { name: /nước ngoài/ }).getByLabel('Không')).toBeChecked();
  await look('a page after a reload', { focus: 'untouched' });
});

test('things are added to a group, taken away and brought back', async ({ page, look }) => {
  await begin(page);
  await answerFirst(page);
  await next(page).click();
  await expect(heading(page)).toHaveText('Anh chị em của trẻ');
  await look('an empty group', { focus: 'heading' });
  await page.getByRole('link', { name: 'Thêm: Người con thứ 1' }).click();
  await expect(heading(page)).toHaveText('Người con thứ 1');
  await page.getByLabel('Họ tên').fill('Nguyễn Mẫu Bình');
  await next(page).click();
  await expect(heading(page)).toHaveText('Anh chị em của trẻ');
  await expect(page.getByText('Nguyễn Mẫu Bình')).toBeVisible();
  await look('a group with one item', { focus: 'heading' });

  await page.getByRole('button', { name: 'Xóa Người con thứ 1' }).click();
  await expect(page.getByText('Nguyễn Mẫu Bình')).toBeHidden();
  const undo = page.getByRole('button', { name: 'Lấy lại' });
  await expect(undo).toBeFocused();
  await undo.click();
  await expect(page.getByText('Nguyễn Mẫu Bình')).toBeVisible();
});

test('the review says what is missing and asks for the statement of truth', async ({ page, look }) => {
  await begin(page);
  await page.goto(`${new URL(page.url()).pathname.replace(/\/[^/]+$/, '')}/xem-lai`);
  await expect(heading(page)).toHaveText('Xem lại trước khi gửi');
  await expect(page.getByRole('region', { name: /^Bạn điền thiếu \d+ chỗ$/ })).toBeVisible();
  await look('a review with things missing', { focus: 'untouched' });
  await page.getByRole('button', { name: 'Tiếp tục đến bước gửi' }).click();
  await expect(page.locator('.summary')).toBeFocused();
  await expect(page.getByText('Bạn cần xác nhận lời cam đoan để gửi hồ sơ.').first()).toBeVisible();
  await look('a review that cannot be sent', { focus: 'kept' });
});

test('a draft that is not on this device is no dead end', async ({ page, look }) => {
  await page.goto('/nop/khong-co');
  await expect(heading(page)).toHaveText('Không có hồ sơ này trên máy');
  await look('a missing draft', { focus: 'untouched' });
});

test('a form of a version to come leads to the other ways', async ({ page, look }) => {
  await takes(page, { ...SHORT, version: 99 });
  await page.goto(BEFORE);
  await expect(page.getByRole('heading', { name: 'Biểu mẫu này cần bản ứng dụng mới hơn' })).toBeVisible();
  await look('a form that cannot be read', { focus: 'untouched' });
});
