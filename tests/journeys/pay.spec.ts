// Paying: three facts apart, the gateway by redirect, and nothing believed that the portal has
// not said.

import { heard } from '../harness/announcements.ts';
import { answering, CODE, offering, problem, sample, signedIn } from '../harness/samples.ts';
import { expect, test } from '../harness/test.ts';

const SCREEN = `/ho-so/${CODE}/thanh-toan`;
const DUE = { id: 'o1', name: 'Lệ phí đăng ký', amount: 8000, stage: 'receipt', state: 'due' };
const attempt = (state: string) => ({
  id: 't1', obligations: ['o1'], amount: 8000, state, startedAt: '2026-10-08T09:13:00+07:00', provider: 'Cổng thanh toán thử',
});
const facts = (attempts: object[], obligations: object[] = [DUE]) => ({ obligations, attempts, acceptances: [] });

test.beforeEach(async ({ page }) => {
  await offering(page, 'signIn', 'tracking', 'payments');
  await signedIn(page);
});

test('paid and accepted are two facts, each under its own heading', async ({ page, look }) => {
  await answering(page, 'GET', /\/payments$/, () => ({ json: sample('listPayments') }));
  await page.goto(SCREEN);
  await expect(page.getByRole('heading', { name: 'Đã trả và đã được chấp nhận' })).toBeVisible();
  for (const fact of ['Phải nộp', 'Đã trả', 'Đã được cơ quan chấp nhận']) {
    await expect(page.getByRole('region', { name: fact, exact: true })).toContainText(fact);
  }
  await expect(page.getByRole('button', { name: 'Thanh toán' })).toHaveCount(0);
  await look('paid and accepted', { focus: 'untouched' });
});

test('a press leads to the gateway once, with one key whatever gets lost', async ({ page, recorder }) => {
  recorder.expect(/\/payments/, /thanh-toan-thu/);
  await answering(page, 'GET', /\/payments$/, () => ({ json: facts([]) }));
  const started = await answering(page, 'POST', /\/payments$/, (_request, count) =>
    count === 1
      ? 'no answer'
      : { status: 201, json: { payment: attempt('started'), continueTo: '/thanh-toan-thu/t1' } });
  await page.goto(SCREEN);
  await page.getByRole('button', { name: 'Thanh toán' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await page.getByRole('button', { name: 'Thanh toán' }).click();
  await page.waitForURL('**/thanh-toan-thu/t1');
  const keys = started.map((request) => request.headers()['idempotency-key']);
  expect(keys).toHaveLength(2);
  expect(new Set(keys).size).toBe(1);
  expect(started[0]?.postDataJSON()).toEqual({ obligations: ['o1'], returnTo: SCREEN });
});

test('what the gateway has not decided is not to be paid again', async ({ page, look }) => {
  await answering(page, 'GET', /\/payments$/, () => ({ json: facts([attempt('pending')]) }));
  await page.goto(`${SCREEN}?ket-qua=thanh-cong`);
  await expect(page.getByText(/Đừng trả lại/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Thanh toán' })).toHaveCount(0);
  await look('undecided', { focus: 'untouched' });
  await page.getByRole('button', { name: 'Hỏi lại cổng' }).click();
  await expect.poll(() => heard(page)).toContain('Cổng vẫn chưa có kết quả.');
});

for (const [state, words] of [
  ['refused', 'Cổng thanh toán hoặc ngân hàng từ chối. Tiền chưa bị trừ.'],
  ['cancelled', 'Bạn đã hủy. Tiền chưa bị trừ.'],
] as const) {
  test(`after “${state}” one knows that no money was taken, and may pay`, async ({ page, look }) => {
    await answering(page, 'GET', /\/payments$/, () => ({ json: facts([attempt(state)]) }));
    await page.goto(SCREEN);
    await expect(page.getByText(words).first()).toBeVisible();
    await expect(page.getByRole('button', { name: 'Thanh toán' })).toBeVisible();
    await look(state, { focus: 'untouched' });
  });
}

test('a fee that nobody states is not called free', async ({ page, look }) => {
  await answering(page, 'GET', /\/payments$/, () => ({ json: facts([], []) }));
  await page.goto(SCREEN);
  await expect(page.getByText(/không có nghĩa là không mất phí/)).toBeVisible();
  await look('nothing stated', { focus: 'untouched' });
});

test('a portal in trouble is told as such, and asked again', async ({ page, look, recorder }) => {
  recorder.expect(/^answer 500: .*\/payments$/);
  let broken = true;
  await answering(page, 'GET', /\/payments$/, () =>
    broken ? { status: 500, json: problem(500, 'internal') } : { json: facts([]) });
  await page.goto(SCREEN);
  await expect(page.getByRole('alert')).toContainText('Cổng đang gặp lỗi');
  await look('payments failed', { focus: 'untouched' });
  broken = false;
  await page.getByRole('button', { name: 'Thử lại' }).click();
  await expect(page.getByText('Bạn cần nộp 8.000')).toBeVisible();
});
