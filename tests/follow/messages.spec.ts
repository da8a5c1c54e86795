// Writing to the officer and being answered: nothing typed is lost, nothing is sent twice, and
// what comes is said.

import type { Page } from '@playwright/test';

import { heard } from '../harness/announcements.ts';
import { file, officer, write } from '../harness/officer.ts';
import { answering, CODE, offering, sample, signedIn } from '../harness/samples.ts';
import { expect, test } from '../harness/test.ts';

/** The places in this device's vault at which something is kept. */
function kept(page: Page): Promise<IDBValidKey[]> {
  return page.evaluate(async () => {
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await answer(indexedDB.open('motcua'));
    const keys = await answer(database.transaction('files').objectStore('files').getAllKeys());
    database.close();
    return keys;
  });
}

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
