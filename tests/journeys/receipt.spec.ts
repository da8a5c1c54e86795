// One dossier after it was sent, and its receipt on the screen and on paper.

import { answering, CODE, offering, problem, sample, signedIn } from '../harness/samples.ts';
import { expect, test } from '../harness/test.ts';

const DOSSIER = `/ho-so/${CODE}`;
const RECEIPT = `${DOSSIER}/giay-hen`;

test.beforeEach(async ({ page }) => {
  await offering(page, 'signIn', 'tracking', 'payments');
  await signedIn(page);
});

test('a dossier says who has it, until when, and what one does now', async ({ page, look }) => {
  await answering(page, 'GET', new RegExp(`^/dossiers/${CODE}$`), () => ({ json: sample('getDossier') }));
  await page.goto(DOSSIER);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Thủ tục đăng ký khai sinh');
  await expect(page.getByText('Yêu cầu bổ sung giấy tờ').first()).toBeVisible();
  await expect(page.getByRole('region', { name: 'Việc của bạn bây giờ' })).toContainText('giấy chứng sinh');
  await expect(page.getByText('tạm dừng khi chờ bạn, còn 1 ngày làm việc')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Diễn biến' }).getByRole('listitem')).toHaveCount(4);
  await look('a dossier', { focus: 'untouched' });
});

test('the receipt holds code, date, papers with their checksums, and a QR code', async ({ page, look }) => {
  await answering(page, 'GET', /\/receipt$/, () => ({ json: sample('getReceipt') }));
  await page.goto(RECEIPT);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Giấy tiếp nhận hồ sơ và hẹn trả kết quả');
  await expect(page.getByText(CODE, { exact: true })).toBeVisible();
  await expect(page.getByRole('img', { name: `Mã QR của hồ sơ ${CODE}` })).toBeVisible();
  await expect(page.getByText('17:00 12/10/2026')).toBeVisible();
  await expect(page.getByText('còn 2 ngày làm việc')).toBeVisible();
  await expect(page.getByText(/cdd76d93…[0-9a-f]{8}/)).toBeVisible();
  await expect(page.getByRole('link', { name: 'Lưu bản PDF' })).toHaveAttribute('href', new RegExp(`/dossiers/${CODE}/receipt.pdf$`));
  await look('the receipt', { focus: 'untouched' });

  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('img', { name: /Mã QR/ })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Lưu bản PDF' })).toBeHidden();
});

test('no date is promised where the procedure states no time', async ({ page, look }) => {
  const { deadline: _none, ...receipt } = sample('getReceipt');
  await answering(page, 'GET', /\/receipt$/, () => ({
    json: { ...receipt, noDeadline: { vi: 'Thủ tục không nêu thời hạn giải quyết.' } },
  }));
  await page.goto(RECEIPT);
  await expect(page.getByText('Chưa có hẹn')).toBeVisible();
  await expect(page.getByText('Thủ tục không nêu thời hạn giải quyết.')).toBeVisible();
  await look('no date', { focus: 'untouched' });
});

test('a dossier that is not there, or not one’s own, says so', async ({ page, look, recorder }) => {
  recorder.expect(/^answer 404: .*\/dossiers\//);
  await answering(page, 'GET', /^\/dossiers\//, () => ({ status: 404, json: problem(404, 'not-found') }));
  await page.goto('/ho-so/H1-261008-0001');
  await expect(page.getByRole('alert')).toContainText('không có hồ sơ mã này');
  await look('no such dossier', { focus: 'untouched' });
});

test('somebody who is not signed in is told how to go on', async ({ page, look, recorder }) => {
  recorder.expect(/^answer 401: .*\/dossiers\//);
  await answering(page, 'GET', /^\/session$/, () => ({ json: {} }));
  await answering(page, 'GET', /^\/dossiers\//, () => ({ status: 401, json: problem(401, 'sign-in-needed') }));
  await page.goto(DOSSIER);
  await expect(page.getByText(/nên cần bạn đăng nhập/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Đăng nhập' })).toBeVisible();
  await expect(page.getByRole('link', { name: /Tra cứu bằng mã/ })).toBeVisible();
  await look('sign in to see a dossier', { focus: 'untouched' });
});
