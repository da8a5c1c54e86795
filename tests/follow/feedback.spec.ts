// Somebody speaks up: reads what was answered before, writes, follows it by its code to the answer,
// and says that the answer does not do.

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';

import { heard } from '../harness/announcements.ts';
import { file, handle } from '../harness/officer.ts';
import { pdf } from '../harness/paper.ts';
import { answering, problem } from '../harness/samples.ts';
import { expect, test } from '../harness/test.ts';
import { keep, kept } from '../harness/vault.ts';

const DESKTOP = { width: 1280, height: 900 };

test('a guest writes about a dossier with a file, follows it by its code, and asks for another look', async ({ page, context, look, recorder }) => {
  test.setTimeout(120_000);
  recorder.expect(/feedback/, /^no answer /, /^console error: .*ERR_INTERNET_DISCONNECTED/, /^answer 409/);
  await page.goto('/');
  const dossier = await file(page.request);
  await page.goto(`/ho-so/${dossier}`);
  await page.getByRole('link', { name: 'Phản ánh về hồ sơ này' }).click();
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText('Viết phản ánh, kiến nghị');
  const about = page.getByRole('region', { name: `Về hồ sơ ${dossier}` });
  await expect(about).toContainText('Mới đăng ký');
  await expect(page.getByRole('radio', { name: 'Việc giải quyết chậm' })).toBeChecked();
  await expect(page.getByLabel('Họ và tên')).toBeVisible();
  await look('writing', { focus: 'heading' });

  const send = page.getByRole('button', { name: 'Gửi phản ánh' });
  await send.click();
  await expect(page.locator('.summary')).toBeFocused();
  await page.setViewportSize(DESKTOP);
  await look('everything missing', { focus: 'kept' });
  await page.getByLabel('Tiêu đề').fill('Hồ sơ quá hẹn');
  await page.getByLabel('Nội dung').fill('Quá ngày hẹn mà chưa có thông báo. Gọi tôi 0900 000 001.');
  await page.getByRole('checkbox', { name: /Cho phép công bố/ }).check();
  await expect(page.locator('.q__check')).toContainText('số điện thoại');
  await page.getByLabel('Nội dung').fill('Quá ngày hẹn mà chưa có thông báo.');
  await page.getByLabel('Họ và tên').fill('Nguyễn Văn Thử');
  await page.getByLabel('Địa chỉ').fill('Số 1, đường Mẫu');
  await page.getByLabel('Số điện thoại').fill('0900 000 001');
  const files = page.getByRole('group', { name: 'Kèm ảnh hoặc tệp (không bắt buộc)' });
  const choose = files.getByLabel(/^Chọn ảnh hoặc tệp: /);
  await choose.setInputFiles({ name: 'thu.docx', mimeType: 'application/msword', buffer: Buffer.from('x') });
  await expect(files.getByRole('alert')).toContainText('thu.docx: cổng chỉ nhận ');
  let chunks = 0;
  await page.route(/\/api\/v1\/uploads\//, async (route) => {
    if (route.request().method() === 'PATCH' && (chunks += 1) === 2) {
      await context.setOffline(true);
      return route.abort('internetdisconnected');
    }
    return route.continue();
  });
  const paper = pdf('bien-nhan.pdf', 2_000_000);
  const hash = createHash('sha256').update(paper.buffer).digest('hex');
  await choose.setInputFiles(paper);
  await expect(files.getByText(/^Chờ có mạng để gửi tiếp/)).toBeVisible();
  await look('a file waits for the network', { focus: 'kept' });
  await context.setOffline(false);
  await expect(files.getByText(/^Cổng đã nhận/)).toBeVisible({ timeout: 30_000 });
  expect(chunks).toBeGreaterThan(2);
  await page.reload();
  await expect(page.getByLabel('Địa chỉ')).toHaveValue('Số 1, đường Mẫu');
  await expect(files.getByText('bien-nhan.pdf')).toBeVisible();

  const keys: (string | undefined)[] = [];
  await page.route(/\/api\/v1\/feedback$/, async (route, request) => {
    keys.push(request.headers()['idempotency-key']);
    if (keys.length > 1) return route.fallback();
    await route.fetch();
    return route.abort('connectionreset');
  });
  await send.click();
  await expect(page.getByRole('alert')).toContainText('Chưa rõ cổng đã nhận phản ánh hay chưa');
  await expect(page.getByText('bien-nhan.pdf')).toBeVisible();
  await look('not known whether it arrived', { focus: 'kept' });
  await page.reload();
  await page.getByRole('button', { name: 'Gửi lại' }).click();
  await expect(heading).toHaveText(/^Phản ánh PA-/);
  expect(new Set(keys).size).toBe(1);
  await expect.poll(() => heard(page)).toContainEqual(expect.stringMatching(/^Cổng đã nhận phản ánh của bạn\. Mã PA-/));
  const code = /PA-\S+/.exec((await heading.textContent()) ?? '')?.[0] ?? '';
  await expect(page.getByRole('region', { name: 'Tình trạng' })).toContainText('Đã nhận');
  await look('received', { focus: 'heading' });
  const saving = page.waitForEvent('download');
  await page.getByRole('link', { name: 'bien-nhan.pdf' }).click();
  const saved = await readFile(await (await saving).path());
  expect(createHash('sha256').update(saved).digest('hex')).toBe(hash);
  expect(await (await page.request.get('/sandbox/officer/feedback')).text()).toContain(hash);
  await page.goBack();
  await expect(heading).not.toHaveText('Viết phản ánh, kiến nghị');

  await handle(page.request, code, { move: 'forward', agency: 'Sở mẫu', text: 'Thuộc Sở mẫu.' });
  await handle(page.request, code, { move: 'answer', text: 'Xin lỗi bạn.\nĐã trả kết quả.' });
  await page.goto('/phan-anh');
  await page.getByRole('button', { name: 'Xem phản ánh' }).click();
  await expect(page.getByLabel('Mã phản ánh')).toBeFocused();
  await page.getByLabel('Mã phản ánh').fill(` ${code.toLowerCase()} `);
  await page.getByRole('button', { name: 'Xem phản ánh' }).click();
  await expect(page.getByRole('region', { name: 'Câu trả lời', exact: true })).toContainText('Đã trả kết quả.');
  await page.setViewportSize({ width: 360, height: 740 });
  await look('answered', { focus: 'heading' });

  await page.getByRole('button', { name: 'Đề nghị xem lại' }).click();
  await expect(page.getByLabel('Vì sao câu trả lời chưa được')).toBeFocused();
  await page.getByLabel('Vì sao câu trả lời chưa được').fill('Vẫn chưa có kết quả.');
  await page.getByRole('button', { name: 'Đề nghị xem lại' }).click();
  await expect(page.getByRole('heading', { name: 'Tình trạng' })).toBeFocused();
  await expect(page.getByRole('region', { name: 'Tình trạng' })).toContainText('Đang xem lại');
  await look('opened again', { focus: 'kept' });
  await handle(page.request, code, { move: 'answer', text: 'Đã gửi lại kết quả.' });

  await page.goto('/phan-anh');
  await page.getByLabel('Tìm trong câu trả lời').fill('qua hen');
  await page.getByRole('button', { name: 'Tìm', exact: true }).click();
  await expect.poll(() => heard(page)).toContainEqual(expect.stringMatching(/^Có \d+ câu trả lời\.$/));
  await page.getByRole('main').locator('summary', { hasText: 'Hồ sơ quá hẹn' }).first().click();
  await expect(page.getByText('Đã gửi lại kết quả.')).toBeVisible();
  await look('published answers', { focus: 'kept' });
  await page.getByLabel('Tìm trong câu trả lời').fill('không ai hỏi điều này');
  await page.getByRole('button', { name: 'Tìm', exact: true }).click();
  await expect(page.getByRole('main').getByText(/^Chưa có câu trả lời nào khớp/)).toBeVisible();
});

test('a letter is found again where one writes about the same, and nowhere else', async ({ page, look, recorder }) => {
  recorder.expect(/^answer 40[14]: .*\/dossiers\//);
  await page.goto('/phan-anh/gui');
  const [one, other] = [await file(page.request), 'H15.00.00-261122-0001'];
  const about = (code: string) => `/phan-anh/gui?ho-so=${code}`;
  const text = page.getByLabel('Nội dung');
  await text.fill('Chữ trên trang nhỏ quá.');
  await expect.poll(() => kept(page)).toContain('feedback-else');
  await page.goto(about(one));
  await expect(text).toHaveValue('');
  await text.fill('Hồ sơ này quá hẹn.');
  await expect.poll(() => kept(page)).toContain(`feedback-on/${one}`);
  await page.goto(about(other));
  // Nobody's: its facts cannot be had, the letter can be written all the same.
  await expect(page.getByRole('region', { name: `Về hồ sơ ${other}` })).toContainText('Chưa xem được hồ sơ này.');
  await expect(text).toHaveValue('');

  await page.goto(about(one));
  await expect(text).toHaveValue('Hồ sơ này quá hẹn.');
  await page.getByRole('button', { name: 'Không kèm hồ sơ này' }).click();
  const back = page.getByRole('button', { name: `Kèm lại hồ sơ ${one}` });
  await expect(back).toBeFocused();
  await look('the dossier left out', { focus: 'kept' });
  await expect.poll(() => heard(page)).toContain('Đã bỏ hồ sơ khỏi phản ánh.');
  await page.reload();
  await expect(text).toHaveValue('Hồ sơ này quá hẹn.');
  await back.click();
  await expect(page.getByRole('button', { name: 'Không kèm hồ sơ này' })).toBeFocused();
  await page.goto('/phan-anh/gui');
  await expect(text).toHaveValue('Chữ trên trang nhỏ quá.');

  // A former version kept one letter for the whole device.
  await keep(page, 'feedback', JSON.stringify({ words: JSON.stringify({ dossier: other, text: 'Viết từ trước.' }) }));
  await page.reload();
  await expect(text).toHaveValue('Chữ trên trang nhỏ quá.');
  await page.goto(about(one));
  await expect(text).toHaveValue('Hồ sơ này quá hẹn.');
  await page.goto(about(other));
  await expect(text).toHaveValue('Viết từ trước.');
});

test('a code that nobody has, and a portal that refuses, are told plainly', async ({ page, look, recorder }) => {
  recorder.expect(/^answer 4\d\d: .*\/feedback/);
  await page.goto('/phan-anh/PA-2222-2222-2222');
  await expect(page.getByRole('alert')).toContainText('Cổng không có phản ánh nào mang mã này');
  await look('no such feedback', { focus: 'untouched' });

  await answering(page, 'POST', /^\/feedback$/, () => ({
    status: 422,
    json: problem(422, 'answers-invalid', { errors: [{ pointer: '/title', code: 'tooLong', message: 'Viết tối đa 200 ký tự.' }] }),
  }));
  await page.goto('/phan-anh/gui');
  await page.getByRole('radio', { name: 'Điều khác' }).check();
  await page.getByLabel('Tiêu đề').fill('Dài');
  await page.getByLabel('Nội dung').fill('Nội dung.');
  await page.getByLabel('Họ và tên').fill('Nguyễn Văn Thử');
  await page.getByLabel('Địa chỉ').fill('Số 1, đường Mẫu');
  await page.getByLabel('Số điện thoại').fill('0900000001');
  await page.getByRole('button', { name: 'Gửi phản ánh' }).click();
  await page.locator('.summary').getByRole('link', { name: 'Viết tối đa 200 ký tự.' }).click();
  await expect(page.getByLabel('Tiêu đề')).toBeFocused();
  await expect(page.getByLabel('Tiêu đề')).toHaveValue('Dài');
  await look('refused', { focus: 'kept' });
});
