// Filing for somebody else, from the question "for whom?" to the represented person, who is told
// of it, sees who did it, and has the dossier too.

import { heard } from '../harness/announcements.ts';
import { Citizen } from '../harness/citizen.ts';
import { failing, strike } from '../harness/faults.ts';
import type { Definition } from '../harness/filling.ts';
import { pointer } from '../harness/hands.ts';
import { test as alone } from '../harness/own-portal.ts';
import { pdf } from '../harness/paper.ts';
import { APPOINTMENT, step } from '../harness/persistent.ts';
import { expect } from '../harness/test.ts';

const SERVICE = '1.008924';
const HELPER = 'Võ Mẫu Minh';
const ELDER = 'Lê Giả Cừ';
const FOR_HIM = `Nộp thay cho ${ELDER}`;

alone('a helper files for an elderly man, who is told of it and sees who did it', async ({ page, look, recorder, portal }) => {
  alone.setTimeout(300_000);
  recorder.expect(/\/me\/mandates/);
  await page.goto('/toi');
  await new Citizen(page, look, pointer).signIn(HELPER);

  const mend = await strike(page, /\/me\/mandates$/, failing);
  await page.goto(`/dich-vu/${SERVICE}/nop`);
  const begin = page.getByRole('button', { name: 'Bắt đầu điền' });
  // Who is signed in need not be told that one can do without.
  await expect(page.getByRole('main').getByText(/^Bạn đang đăng nhập: /)).toBeVisible();
  await expect(page.getByText(/không cần đăng nhập/)).toHaveCount(0);
  await expect(page.getByText('Chưa hỏi được cổng bạn được nộp thay cho ai.')).toBeVisible();
  await look('it is not known for whom one may file', { focus: 'untouched' });
  await mend();
  await page.getByRole('button', { name: 'Thử lại' }).click();
  const whom = page.getByRole('group', { name: 'Bạn nộp cho ai?' });
  // The other mandate is for another service.
  await expect(whom.getByRole('radio')).toHaveCount(2);
  await begin.click();
  await expect(whom.getByText('Chọn người bạn nộp hồ sơ cho.')).toBeVisible();
  await expect(whom.getByRole('radio').first()).toBeFocused();
  await look('for whom?', { focus: 'kept' });
  await whom.getByRole('radio', { name: ELDER }).check();
  await begin.click();

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Các phần cần điền');
  const section = page.getByRole('region', { name: 'Nộp cho ai' });
  await expect(section.getByText(FOR_HIM)).toBeVisible();
  // The helper's own data is neither filled in nor offered.
  await expect(page.getByRole('button', { name: 'Đồng ý' })).toHaveCount(0);
  await look('the parts, for him', { focus: 'heading' });
  const change = async (to: string, now: string) => {
    await section.getByRole('button', { name: 'Đổi người' }).click();
    await expect(section.getByRole('radio').first()).toBeFocused();
    await section.getByRole('radio', { name: to }).check();
    await look(`changing to ${to}`, { focus: 'kept' });
    await section.getByRole('button', { name: 'Dùng lựa chọn này' }).click();
    await expect(section.getByRole('heading')).toBeFocused();
    await expect(section.getByText(now)).toBeVisible();
    await expect.poll(() => heard(page)).toContain(`Đã đổi: ${now}.`);
  };
  await change('Cho chính tôi', 'Cho chính bạn');
  await change(ELDER, FOR_HIM);
  await expect(page.locator('.apply__saved')).toContainText('cổng');
  await page.reload();
  await expect(section.getByText(FOR_HIM)).toBeVisible();

  const form = await page.request.get(`/api/v1/services/${SERVICE}/forms/default`);
  const { definition } = (await form.json()) as { definition: Definition };
  const answers = { ...APPOINTMENT.answers, fullName: ELDER, citizenId: '001045999903', dateOfBirth: '1945-09-02' };
  const matter = { service: SERVICE, who: HELPER, example: { ...APPOINTMENT, answers }, definition, paper: pdf('don.pdf') };
  const until = (address: RegExp) =>
    expect
      .poll(async () => address.test(page.url()) || (await step(page, matter), address.test(page.url())), { timeout: 120_000, intervals: [60] })
      .toBe(true);
  await until(/\/xem-lai$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Xem lại trước khi gửi');
  await expect(page.getByText(FOR_HIM)).toHaveCount(2);
  await look('the review, for him', { focus: 'heading' });
  await until(/\/gui$/);
  await expect(page.getByText(FOR_HIM)).toBeVisible();
  await look('sending, for him', { focus: 'heading' });
  await page.getByRole('button', { name: 'Gửi hồ sơ', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cổng đã nhận hồ sơ của bạn');
  await expect(page.getByText(FOR_HIM)).toBeVisible();
  await look('received, for him', { focus: 'heading' });
  const code = (await page.locator('.receipt__number').textContent()) ?? '';

  await page.goto(`/ho-so/${code}/giay-hen`);
  await expect(page.getByText('Người nộp thay')).toBeVisible();
  await look('the receipt names both', { focus: 'untouched' });
  await page.goto(`/ho-so/${code}`);
  await page.setViewportSize({ width: 1280, height: 900 });
  await expect(page.getByText(`${HELPER} nộp hồ sơ trực tuyến thay cho ${ELDER}.`)).toBeVisible();
  await look('the dossier, on a wide screen', { focus: 'untouched' });
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/ho-so');
  const mine = page.getByRole('region', { name: 'Hồ sơ của bạn', exact: true });
  await expect(mine.getByRole('listitem')).toContainText(`Cho: ${ELDER}`);
  await page.goto('/ho-so?onBehalfOf=minh-giang');
  await expect(mine.getByText('Không có hồ sơ nào khớp.')).toBeVisible();
  await mine.getByLabel('Nộp cho ai').focus();
  await mine.getByLabel('Nộp cho ai').selectOption(ELDER);
  await expect(mine.getByRole('listitem')).toHaveCount(1);
  await look('my dossiers, for him', { focus: 'kept' });

  await page.context().clearCookies();
  await page.goto(`${portal.address}/toi`);
  await new Citizen(page, look, pointer).signIn(ELDER);
  await page.goto('/thong-bao');
  await expect(page.getByText('Có người vừa nộp một hồ sơ thay bạn.')).toBeVisible();
  await look('he is told', { focus: 'untouched' });
  await page.goto('/toi/du-lieu');
  const log = page.getByRole('region', { name: 'Ai đã xem hoặc dùng dữ liệu của bạn' });
  await expect(log.getByRole('listitem').first()).toContainText(`${HELPER} nộp thay bạn, với tư cách người giúp nộp hồ sơ`);
  await look('his access log', { focus: 'untouched' });
  await page.goto('/ho-so');
  await expect(mine.getByRole('listitem')).toContainText(`Người nộp thay: ${HELPER}`);
  await look('his dossiers', { focus: 'untouched' });
});
