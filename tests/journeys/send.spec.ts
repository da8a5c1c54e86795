// Handing in over a network that fails: one key, one body, one dossier, and true words.

import type { Page, Request } from '@playwright/test';

import { heard } from '../harness/announcements.ts';
import { answering, CODE, problem, sample, type Answer } from '../harness/samples.ts';
import { expect, test } from '../harness/test.ts';

const SERVICE = '1.001193';

/** A form of one question, so that the way to the last step is short. */
const FORM = {
  service: { code: SERVICE, name: 'Thủ tục đăng ký khai sinh' },
  case: 'default',
  version: '1',
  definition: {
    version: 1,
    service: SERVICE,
    source: 'Mẫu thử',
    sections: [
      {
        id: 'applicant',
        title: { vi: 'Người yêu cầu', en: 'Applicant' },
        pages: [
          {
            id: 'name',
            title: { vi: 'Bạn là ai', en: 'Who you are' },
            fields: [{ id: 'applicantName', label: { vi: 'Họ và tên', en: 'Full name' }, kind: 'fullName', required: true }],
          },
        ],
      },
    ],
  },
  delivery: [{ kind: 'online' }, { kind: 'postal' }],
  guests: true,
};

/** Fills the form in as a guest, up to the last step. */
async function fillIn(page: Page): Promise<string> {
  await page.goto(`/dich-vu/${SERVICE}/nop`);
  await page.getByRole('button', { name: 'Bắt đầu điền' }).click();
  await page.waitForURL(/\/nop\/[^/]+/);
  const draft = /\/nop\/([^/?]+)/.exec(page.url())?.[1] ?? '';
  await page.goto(`/nop/${draft}/name`);
  await page.getByLabel('Họ và tên').fill('Nguyễn Mẫu An');
  await expect(page.getByText(/^Đã lưu trên máy này/)).toBeVisible();
  await page.goto(`/nop/${draft}/nhan-ket-qua`);
  return draft;
}

async function toSend(page: Page): Promise<void> {
  const draft = await fillIn(page);
  await page.getByRole('radio', { name: 'Trực tuyến' }).check();
  await page.getByLabel('Số điện thoại').fill('0900 000 012');
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await page.waitForURL(/xem-lai$/);
  await expect(page.getByText(/^Đã lưu trên máy này/)).toBeVisible();
  await page.goto(`/nop/${draft}/gui`);
}

const keys = (requests: Request[]) => new Set(requests.map((request) => request.headers()['idempotency-key']));
const bodies = (requests: Request[]) => new Set(requests.map((request) => request.postData()));
/** Received by the portal; the counter has not looked at it yet. */
const taken: Answer = { status: 201, json: sample('submitDossier') };

test.beforeEach(async ({ page }) => {
  await answering(page, 'GET', /^\/services\/[^/]+\/forms\//, () => ({ json: FORM }));
});

test('delivery says what is missing', async ({ page, look }) => {
  await fillIn(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bạn muốn nhận kết quả bằng cách nào?');
  await look('delivery', { focus: 'untouched' });
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await expect(page.getByRole('link', { name: 'Chọn cách nhận kết quả.' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Nhập số điện thoại hoặc email.' })).toBeVisible();
  await look('delivery with faults', { focus: 'kept' });
  await page.getByRole('radio', { name: 'Qua bưu chính công ích' }).check();
  await page.getByLabel('Họ và tên người nhận').fill('Nguyễn Mẫu An');
  await expect(page.getByLabel('Tỉnh, thành phố')).toBeVisible();
  await look('delivery by post', { focus: 'kept' });
});

test('a dossier is handed in once, and its code is kept', async ({ page, look }) => {
  const sent = await answering(page, 'POST', /^\/dossiers$/, () => taken);
  await toSend(page);
  await expect(page.getByRole('heading', { name: 'Chưa gửi' })).toBeVisible();
  await look('not sent', { focus: 'untouched' });
  await page.getByRole('button', { name: 'Gửi hồ sơ' }).dblclick();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cổng đã nhận hồ sơ của bạn');
  await expect(page.getByText(CODE, { exact: true })).toBeVisible();
  await expect(page.getByText('Cổng nhận lúc 09:12 08/10/2026.')).toBeVisible();
  await expect(page.getByText(/do bộ phận một cửa cấp sau khi xem hồ sơ/)).toBeVisible();
  await expect(page.getByRole('link', { name: 'Mở giấy tiếp nhận và hẹn trả' })).toHaveCount(0);
  await look('received', { focus: 'heading' });
  expect(sent).toHaveLength(1);
  expect(sent[0]?.postDataJSON()).toMatchObject({
    service: SERVICE,
    answers: { applicantName: 'Nguyễn Mẫu An' },
    delivery: { kind: 'online' },
    channel: 'online',
    confirmed: true,
  });
  await page.goto('/ho-so');
  await expect(page.getByRole('region', { name: 'Đã nộp từ máy này' })).toContainText(CODE);
});

test('what went wrong on the way is asked about again with the same key and body', async ({ page, look, recorder }) => {
  recorder.expect(/\/dossiers$/);
  const answers: Answer[] = ['no answer', { status: 500, json: problem(500, 'internal') }, { status: 200, json: '<html>' }];
  const sent = await answering(page, 'POST', /^\/dossiers$/, (_request, count) => answers[count - 1] ?? taken);
  await toSend(page);
  await page.getByRole('button', { name: 'Gửi hồ sơ' }).click();
  await expect(page.getByRole('heading', { name: 'Chưa rõ cổng đã nhận chưa' })).toBeVisible();
  await look('not known', { focus: 'kept' });
  expect(await heard(page)).toContain('Chưa rõ cổng đã nhận chưa');
  await page.getByRole('button', { name: 'Hỏi lại ngay' }).click();
  await expect(page.getByText(CODE, { exact: true })).toBeVisible({ timeout: 30_000 });
  expect(sent.length).toBeGreaterThan(2);
  expect(keys(sent).size).toBe(1);
  expect(bodies(sent).size).toBe(1);
});

test('a page closed before the answer goes on by itself when the app is opened again', async ({ page, recorder }) => {
  recorder.expect(/\/dossiers$/);
  let lost = true;
  const sent = await answering(page, 'POST', /^\/dossiers$/, () => (lost ? 'no answer' : taken));
  await toSend(page);
  await page.getByRole('button', { name: 'Gửi hồ sơ' }).click();
  await expect(page.getByRole('heading', { name: 'Chưa rõ cổng đã nhận chưa' })).toBeVisible();
  lost = false;
  await page.goto('/');
  await expect.poll(() => heard(page)).toContain(`Cổng đã nhận hồ sơ, mã ${CODE}.`);
  expect(keys(sent).size).toBe(1);
  expect(bodies(sent).size).toBe(1);
});

test('what the portal finds at fault leads back to the very question', async ({ page, look, recorder }) => {
  recorder.expect(/^answer 422: .*\/dossiers$/);
  await answering(page, 'POST', /^\/dossiers$/, () => ({
    status: 422,
    json: problem(422, 'answers-invalid', {
      errors: [{ pointer: '/answers/applicantName', code: 'malformed', message: 'Viết đủ họ và tên như trong căn cước.' }],
    }),
  }));
  await toSend(page);
  await page.getByRole('button', { name: 'Gửi hồ sơ' }).click();
  const fault = page.getByRole('link', { name: 'Viết đủ họ và tên như trong căn cước.' });
  await expect(fault).toBeVisible();
  await look('refused', { focus: 'kept' });
  await fault.click();
  await expect(page.getByLabel('Họ và tên')).toHaveValue('Nguyễn Mẫu An');
});

test('filed before: one is told which, and may file all the same', async ({ page, look, recorder }) => {
  recorder.expect(/^answer 409: .*\/dossiers$/);
  const sent = await answering(page, 'POST', /^\/dossiers$/, (_request, count) =>
    count === 1
      ? { status: 409, json: problem(409, 'duplicate', { dossier: CODE, detail: 'Bạn đã nộp việc này ngày 08/10/2026.' }) }
      : { status: 201, json: sample('getDossier') });
  await toSend(page);
  await page.getByRole('button', { name: 'Gửi hồ sơ' }).click();
  await expect(page.getByText('Bạn đã nộp việc này ngày 08/10/2026.')).toBeVisible();
  await look('filed before', { focus: 'kept' });
  await page.getByRole('button', { name: 'Vẫn nộp hồ sơ mới' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cổng đã nhận hồ sơ của bạn');
  // This portal has a receipt at once.
  await expect(page.getByRole('link', { name: 'Mở giấy tiếp nhận và hẹn trả' })).toBeVisible();
  expect(sent[1]?.postDataJSON()).toMatchObject({ despite: CODE });
  expect(keys(sent).size).toBe(2);
});
