// What is mine at the portal: who used it, what was agreed to and taken back, the file with all of
// it, having it deleted.

import { randomUUID } from 'node:crypto';

import { heard } from '../harness/announcements.ts';
import { Citizen } from '../harness/citizen.ts';
import { pointer } from '../harness/hands.ts';
import { file } from '../harness/officer.ts';
import { answering, offering, problem, sample, signedIn } from '../harness/samples.ts';
import { test as alone } from '../harness/own-portal.ts';
import { expect, test } from '../harness/test.ts';

const SCREEN = '/toi/du-lieu';
const LOG = 'Ai đã xem hoặc dùng dữ liệu của bạn';
const CONSENTS = 'Những điều bạn đã đồng ý';
const EXPORT = 'Tải về mọi dữ liệu của bạn';
const DELETION = 'Xóa dữ liệu của bạn';

// On a portal of its own: the person is signed in here only, and their data goes in the end.
alone('one sees who looked, withdraws a consent, takes everything away and has it deleted', async ({ page, look, recorder }) => {
  test.setTimeout(120_000);
  recorder.expect(/\/me\/exports/);
  await page.goto(SCREEN);
  await expect(page.getByText('Cổng chỉ cho xem mục này khi bạn đã đăng nhập.')).toBeVisible();
  await look('my data as a guest', { focus: 'untouched' });
  await page.goto('/toi');
  await new Citizen(page, look, pointer).signIn('Đỗ Mẫu Hoa');
  const code = await file(page.request);
  await page.request.get(`/sandbox/officer/api/dossiers/${code}`);
  const shown = { vi: 'Tôi đồng ý để cổng này lấy họ và tên của tôi từ Cơ sở dữ liệu quốc gia về dân cư.' };
  const given = await page.request.post('/api/v1/me/consents', {
    headers: { 'idempotency-key': randomUUID() },
    data: { purpose: 'prefillPopulation', shown },
  });
  expect(given.status()).toBe(201);

  await page.reload();
  await page.getByRole('link', { name: /^Ai đã xem, điều bạn đã đồng ý/ }).click();
  const log = page.getByRole('region', { name: LOG });
  await expect(log.getByRole('listitem').filter({ hasText: 'Giải quyết hồ sơ' })).toContainText(`Hồ sơ ${code}`);
  const consents = page.getByRole('region', { name: CONSENTS });
  await expect(consents.getByText(shown.vi)).toBeVisible();
  await expect(page.getByRole('region', { name: 'Máy đang đăng nhập' }).getByRole('listitem')).toHaveCount(1);
  await look('my data', { focus: 'heading' });
  await page.setViewportSize({ width: 1280, height: 900 });
  await look('my data on a wide screen', { focus: 'heading' });
  await page.setViewportSize({ width: 360, height: 740 });

  const withdraw = consents.getByRole('button', { name: /^Rút lại/ });
  await withdraw.click();
  await expect(consents.getByRole('heading', { name: 'Rút lại đồng ý này?' })).toBeFocused();
  await look('asked before withdrawing', { focus: 'kept' });
  await consents.getByRole('button', { name: 'Giữ nguyên' }).click();
  await expect(withdraw).toBeFocused();
  await withdraw.click();
  await consents.getByRole('button', { name: 'Rút lại đồng ý' }).click();
  await expect(consents.getByText('Đã rút lại', { exact: true })).toBeVisible();
  await expect(page.getByRole('heading', { name: CONSENTS })).toBeFocused();
  await expect.poll(() => heard(page)).toContain('Đã rút lại đồng ý.');
  await expect(withdraw).toHaveCount(0);

  const taking = page.getByRole('region', { name: EXPORT });
  await taking.getByRole('button', { name: 'Chuẩn bị tệp' }).click();
  const link = taking.getByRole('link', { name: /^Tải tệp/ });
  await expect(link).toBeVisible();
  await expect.poll(() => heard(page)).toContain('Tệp dữ liệu của bạn đã sẵn sàng.');
  const download = page.waitForEvent('download');
  await link.click();
  expect((await download).suggestedFilename()).toBe('du-lieu-cua-toi.zip');

  const deletion = page.getByRole('region', { name: DELETION });
  const tick = deletion.getByRole('checkbox');
  await deletion.getByRole('button', { name: 'Xóa dữ liệu của tôi' }).click();
  await expect(tick).toBeFocused();
  await expect(deletion.getByRole('alert')).toHaveText('Đánh dấu vào ô này nếu bạn thật sự muốn xóa.');
  await look('the file is there, the deletion is not confirmed', { focus: 'kept' });
  await tick.check();
  await deletion.getByRole('button', { name: 'Xóa dữ liệu của tôi' }).click();
  await expect(deletion.getByText(/^Cổng đã nhận yêu cầu xóa lúc /)).toBeVisible();
  await expect(page.getByRole('heading', { name: DELETION })).toBeFocused();
  await look('deleted', { focus: 'kept' });
});

test('earlier lines come by page, and what the portal does not answer is not called done', async ({ page, look, recorder }) => {
  recorder.expect(/\/me\/(access-log|consents|exports|deletion)/);
  await offering(page, 'signIn', 'myData');
  await signedIn(page);
  const devices = [
    { id: 'd1', name: 'Chrome trên Android', signedInAt: '2026-10-08T09:00:00+07:00', lastSeenAt: '2026-10-08T09:10:00+07:00', current: true },
    { id: 'd2', name: 'Firefox trên Windows', signedInAt: '2026-10-01T09:00:00+07:00', lastSeenAt: '2026-10-02T09:10:00+07:00' },
  ];
  await answering(page, 'GET', /^\/me\/devices$/, (_, count) => ({ json: { items: devices.slice(0, count === 1 ? 2 : 1) } }));
  await answering(page, 'DELETE', /^\/me\/devices\/d2$/, () => ({ json: {} }));
  const [line] = sample('getAccessLog').items;
  const lines = (from: number, count: number) =>
    Array.from({ length: count }, (_, at) => ({ ...line, agency: `Cơ quan thử ${from + at}` }));
  let older = 0;
  await answering(page, 'GET', /^\/me\/access-log$/, (request) => {
    const cursor = new URL(request.url()).searchParams.get('cursor');
    if (!cursor) return { json: { items: lines(1, 7), next: 'c7' } };
    older += 1;
    return older === 1 ? 'no answer' : { json: { items: lines(8, 2) } };
  });
  await answering(page, 'GET', /^\/me\/consents$/, () => ({ json: sample('listConsents') }));
  await answering(page, 'DELETE', /^\/me\/consents\/c1$/, () => 'no answer');
  const started = await answering(page, 'POST', /^\/me\/exports$/, (_, count) =>
    count === 1 ? 'no answer' : { status: 202, json: sample('startExport') },
  );
  await answering(page, 'GET', /^\/me\/exports\/x1$/, () => ({ json: sample('getExport') }));
  await answering(page, 'GET', /^\/me\/deletion$/, () => ({ json: sample('previewDeletion') }));
  const asked = await answering(page, 'POST', /^\/me\/deletion$/, (_, count) =>
    count === 1 ? 'no answer' : { status: 409, json: problem(409, 'not-now', { detail: 'Cổng đang xóa rồi.' }) },
  );
  await page.goto(SCREEN);

  const log = page.getByRole('region', { name: LOG });
  const more = log.getByRole('button', { name: 'Xem thêm lần trước đó' });
  await expect(log.getByRole('listitem')).toHaveCount(5);
  await more.click();
  await expect(log.getByRole('listitem')).toHaveCount(7);
  await expect(log.getByRole('listitem').nth(5)).toBeFocused();
  await more.click();
  await expect(log.getByRole('alert')).toBeVisible();
  await more.click();
  await expect(log.getByRole('listitem')).toHaveCount(9);
  await expect(log.getByRole('listitem').nth(7)).toBeFocused();
  await expect(more).toHaveCount(0);

  const consents = page.getByRole('region', { name: CONSENTS });
  await consents.getByRole('button', { name: /^Rút lại/ }).click();
  await consents.getByRole('button', { name: 'Rút lại đồng ý' }).click();
  await expect(consents.getByRole('alert')).toContainText('Chưa rõ cổng đã ghi nhận chưa.');

  await page.getByRole('button', { name: 'Đăng xuất Firefox trên Windows' }).click();
  await expect.poll(() => heard(page)).toContain('Đã đăng xuất Firefox trên Windows.');
  await expect(page.getByRole('heading', { name: 'Máy đang đăng nhập' })).toBeFocused();

  const taking = page.getByRole('region', { name: EXPORT });
  const start = taking.getByRole('button', { name: 'Chuẩn bị tệp' });
  await start.click();
  await expect(taking.getByRole('alert')).toContainText('Chưa rõ cổng đã nhận yêu cầu chưa.');
  await start.click();
  await expect(taking.getByText(/^Cổng đang chuẩn bị tệp/)).toBeVisible();
  expect(new Set(started.map((request) => request.headers()['idempotency-key'])).size).toBe(1);

  const deletion = page.getByRole('region', { name: DELETION });
  await deletion.getByRole('checkbox').check();
  const act = deletion.getByRole('button', { name: 'Xóa dữ liệu của tôi' });
  await act.click();
  await expect(deletion.getByRole('alert')).toContainText('Chưa rõ cổng đã nhận yêu cầu chưa.');
  await look('nothing is known', { focus: 'kept' });
  await act.click();
  await expect(deletion.getByRole('alert')).toHaveText('Cổng đang xóa rồi.');
  expect(new Set(asked.map((request) => request.headers()['idempotency-key'])).size).toBe(1);
  await expect(taking.getByRole('link', { name: /^Tải tệp/ })).toBeVisible();
});
