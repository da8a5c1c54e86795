// Writing to the officer and being answered: nothing typed is lost, nothing is sent twice, and
// what comes is said.

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';

import { heard } from '../harness/announcements.ts';
import { file, officer, write } from '../harness/officer.ts';
import { pdf, photo } from '../harness/paper.ts';
import { answering, CODE, offering, sample, signedIn } from '../harness/samples.ts';
import { expect, test } from '../harness/test.ts';
import { kept } from '../harness/vault.ts';

test('one writes, is answered, and neither a reload nor a lost answer loses or doubles a word', async ({ page, look, recorder }) => {
  test.setTimeout(120_000);
  recorder.expect(/\/messages$/);
  await page.goto('/ho-so');
  const code = await file(page.request);
  await page.goto(`/ho-so/${code}`);
  await page.getByRole('link', { name: 'Trao đổi với cán bộ' }).click();
  await expect(page.getByText('Chưa có tin nhắn nào về hồ sơ này.')).toBeVisible();
  const box = page.getByLabel('Tin nhắn của bạn');
  const send = page.getByRole('button', { name: 'Gửi', exact: true });
  await send.click();
  await expect(box).toBeFocused();
  await expect(page.getByRole('alert')).toHaveText('Bạn chưa viết gì.');
  await look('no messages, nothing written', { focus: 'kept' });

  await box.fill('Tôi cần bản sao sớm.\nXin cảm ơn.');
  await expect.poll(() => kept(page)).toContain(`message/${code}`);
  await page.reload();
  await expect(box).toHaveValue('Tôi cần bản sao sớm.\nXin cảm ơn.');

  const keys: (string | undefined)[] = [];
  await page.route(/\/messages$/, async (route, request) => {
    if (request.method() !== 'POST') return route.fallback();
    keys.push(request.headers()['idempotency-key']);
    if (keys.length > 1) return route.fallback();
    await route.fetch();
    return route.abort('connectionreset');
  });
  await send.click();
  await expect(page.getByRole('alert')).toContainText('Chưa rõ cổng đã nhận tin nhắn chưa.');
  await expect(box).not.toBeEditable();
  await look('not known whether it arrived', { focus: 'kept' });
  await page.reload();
  await page.getByRole('button', { name: 'Gửi lại' }).click();
  await expect.poll(() => heard(page)).toContain('Đã gửi tin nhắn.');
  await expect(box).toHaveValue('');
  await expect(box).toBeFocused();
  const thread = page.getByRole('region', { name: 'Tin nhắn', exact: true });
  await expect(thread.getByRole('listitem')).toHaveCount(1);
  await expect(thread.getByText(/Cán bộ chưa đọc/)).toBeVisible();
  expect(new Set(keys).size).toBe(1);

  await page.request.get(`/sandbox/officer/api/dossiers/${code}`);
  await write(page.request, code, 'Hồ sơ đang ở bàn tôi.');
  await expect(thread.getByRole('listitem')).toHaveCount(2);
  await expect(thread.getByText(/Cán bộ đã đọc lúc/)).toBeVisible();
  await expect.poll(() => heard(page)).toContain('Có 1 tin nhắn mới.');
  await expect(box).toBeFocused();
  const refresh = thread.getByRole('button', { name: 'Xem có tin mới không' });
  await refresh.click();
  await expect.poll(() => heard(page)).toContain('Chưa có tin mới.');
  await expect(refresh).toBeFocused();
  await look('answered', { focus: 'kept' });
  await page.setViewportSize({ width: 1280, height: 900 });
  await look('answered, on a wide screen', { focus: 'kept' });
  await page.setViewportSize({ width: 360, height: 740 });

  await page.goto(`/ho-so/${code}`);
  await expect(page.getByRole('link', { name: 'Trao đổi với cán bộ', exact: true })).toBeVisible();
  await write(page.request, code, 'Mời bạn xem thông báo.');
  await officer(page.request, code, { move: 'refuse', reasons: [{ text: { vi: 'Không thuộc thẩm quyền.' } }], whatNext: null });
  await page.reload();
  await page.getByRole('link', { name: 'Trao đổi với cán bộ: 1 tin chưa đọc' }).click();
  await expect(page.getByText(/^Hồ sơ này không còn nhận tin nhắn\./)).toBeVisible();
  await expect(box).toHaveCount(0);
  await look('closed', { focus: 'heading' });
});

test('a photo and a PDF go along once, byte for byte, whatever breaks on the way', async ({ page, context, look, recorder }) => {
  test.setTimeout(180_000);
  recorder.expect(/^no answer /, /^console error: .*ERR_INTERNET_DISCONNECTED/, /^answer 409/);
  await page.goto('/ho-so');
  const code = await file(page.request);
  await page.goto(`/ho-so/${code}/trao-doi`);
  const box = page.getByLabel('Tin nhắn của bạn');
  const send = page.getByRole('button', { name: 'Gửi', exact: true });
  const files = page.getByRole('group', { name: 'Kèm ảnh hoặc tệp (không bắt buộc)' });
  const choose = files.getByLabel(/^Chọn ảnh hoặc tệp: /);
  await expect(files.getByText(/tối đa 10 tệp/)).toBeVisible();
  await choose.setInputFiles({ name: 'gia.pdf', mimeType: 'application/pdf', buffer: Buffer.from('không phải PDF') });
  await expect(files.getByRole('alert')).toContainText('gia.pdf không phải PDF mở được.');
  await choose.setInputFiles(pdf('nang.pdf', 11_000_000));
  await expect(files.getByRole('alert')).toContainText('nang.pdf nặng 11,1 MB, cổng chỉ nhận đến 10,5 MB.');
  await look('files refused before they are sent', { focus: 'untouched' });

  await files.getByLabel(/^Chụp ảnh: /).setInputFiles(await photo(page, 'Trang một'));
  await expect(files.getByRole('img')).toHaveCount(1);
  await box.fill('Gửi bạn giấy còn thiếu.');
  await send.click();
  await expect(files).toContainText('Giấy này đã chụp nhưng chưa gửi.');
  await page.setViewportSize({ width: 1280, height: 900 });
  await look('photographed and not joined', { focus: 'kept' });
  await page.setViewportSize({ width: 360, height: 740 });
  await files.getByRole('button', { name: /^Xong, gửi giấy này/ }).click();
  await expect(files.getByText(/^Cổng đã nhận/)).toBeVisible({ timeout: 30_000 });
  await expect.poll(() => kept(page)).toContain(`message/${code}`);
  await page.reload();
  await expect(box).toHaveValue('Gửi bạn giấy còn thiếu.');
  await expect(files.getByText('Ảnh kèm theo.pdf')).toBeVisible();

  const keys = new Set<string | undefined>();
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/messages')) keys.add(request.headers()['idempotency-key']);
  });
  let chunks = 0;
  await page.route(/\/api\/v1\/uploads\//, async (route) => {
    if (route.request().method() === 'PATCH' && (chunks += 1) === 2) {
      await context.setOffline(true);
      return route.abort('internetdisconnected');
    }
    return route.continue();
  });
  const paper = pdf('to-khai.pdf', 3_000_000);
  const hash = createHash('sha256').update(paper.buffer).digest('hex');
  await choose.setInputFiles(paper);
  await expect(files.getByText(/^Chờ có mạng để gửi tiếp/)).toBeVisible();
  await send.click();
  await expect(page.getByRole('main').getByText('Cổng đang nhận và kiểm tra tệp. Tin nhắn tự gửi ngay sau đó.')).toBeVisible();
  await look('waiting for the network', { focus: 'kept' });
  expect(keys.size).toBe(0);
  await context.setOffline(false);

  const thread = page.getByRole('region', { name: 'Tin nhắn', exact: true });
  const sent = thread.getByRole('listitem').filter({ hasText: 'Gửi bạn giấy còn thiếu.' });
  await expect(sent.getByRole('link', { name: 'Ảnh kèm theo.pdf' })).toBeVisible({ timeout: 30_000 });
  await expect(box).toHaveValue('');
  await expect(files.getByText('to-khai.pdf')).toHaveCount(0);
  expect(keys.size).toBe(1);
  expect(chunks).toBeGreaterThan(2);
  await expect.poll(() => kept(page)).toEqual([]);
  await look('sent with its files', { focus: 'kept' });
  const saving = page.waitForEvent('download');
  await sent.getByRole('link', { name: 'to-khai.pdf' }).click();
  const saved = await readFile(await (await saving).path());
  expect(createHash('sha256').update(saved).digest('hex')).toBe(hash);
  const desk = await page.request.get(`/sandbox/officer/dossiers/${code}`);
  expect(await desk.text()).toContain(hash);
});

test('older messages come above the others, with their files', async ({ page }) => {
  await offering(page, 'signIn', 'tracking');
  await signedIn(page);
  await answering(page, 'GET', /\/dossiers\/[^/]+$/, () => ({ json: sample('getDossier') }));
  const [message] = sample('listMessages').items;
  const { file: attached } = sample('getExport');
  await answering(page, 'GET', /\/messages$/, (request) =>
    new URL(request.url()).searchParams.has('cursor')
      ? { json: { items: [{ ...message, id: 'l0', text: 'Tin cũ hơn', attachments: [attached] }] } }
      : { json: { items: [message], earlier: 'l1' } },
  );
  await page.goto(`/ho-so/${CODE}/trao-doi`);
  const thread = page.getByRole('region', { name: 'Tin nhắn', exact: true });
  await thread.getByRole('button', { name: 'Xem tin cũ hơn' }).click();
  const first = thread.getByRole('listitem').filter({ hasText: 'Tin cũ hơn' });
  await expect(first).toBeFocused();
  await expect(first.getByRole('link', { name: attached.name })).toHaveAttribute('download', attached.name);
  await expect(thread.getByText(message.text)).toBeVisible();
  await expect(thread.getByRole('button', { name: 'Xem tin cũ hơn' })).toHaveCount(0);
});
