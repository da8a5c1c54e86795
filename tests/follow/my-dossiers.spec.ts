// The list of one's dossiers: what waits first, looked for by words that stay out of the address,
// narrowed by groups and people that stand in it.

import { heard } from '../harness/announcements.ts';
import { answering, offering, sample, signedIn } from '../harness/samples.ts';
import { expect, test } from '../harness/test.ts';

const [WAITING] = sample('listDossiers').items;
const received = (n: number) => ({
  ...WAITING,
  code: `H15.50.05.13-261008-${1000 + n}`,
  applicant: n === 2 ? 'Nguyễn Văn Thành' : WAITING.applicant,
  status: { code: 2, portalText: { vi: 'Đã nhận' }, meaning: { vi: 'Đã nhận hồ sơ.' } },
  unreadMessages: 0,
});
const SIGNED_IN = ['signIn', 'tracking', 'filing'];
const ALL = [WAITING, ...Array.from({ length: 12 }, (_, at) => received(at + 1))];

test.beforeEach(async ({ page }) => {
  await answering(page, 'GET', /^\/drafts$/, () => ({ json: { items: [] } }));
  await signedIn(page);
  await answering(page, 'GET', /^\/me\/notifications$/, () => ({ json: sample('listNotifications') }));
});

test('what waits for one stands first, and the rest is found by words, group and person', async ({ page, look, recorder }) => {
  recorder.expect(/\/dossiers/);
  await offering(page, ...SIGNED_IN, 'profile', 'notifications');
  await answering(page, 'GET', /^\/me\/mandates$/, () => ({ json: sample('listMandates') }));
  await answering(page, 'GET', /^\/dossiers\/[^/]+$/, () => ({ json: sample('getDossier') }));
  let failing = true;
  const asked = await answering(page, 'GET', /^\/dossiers$/, (request) => {
    if (failing) return 'no answer';
    const { searchParams } = new URL(request.url());
    const word = (name: string) => searchParams.get(name) ?? '';
    let found = ALL;
    if (word('q')) found = found.filter(({ applicant }) => applicant.includes(word('q')));
    if (word('state') === 'needsYou') found = [WAITING];
    if (word('state') === 'finished') found = [];
    const [from, limit] = [Number(word('offset')), Number(word('limit'))];
    return { json: { items: found.slice(from, from + limit), total: found.length, offset: from, needingYou: 1 } };
  });
  await page.goto('/ho-so');
  const mine = page.getByRole('region', { name: 'Hồ sơ của bạn', exact: true });
  await expect(mine.getByRole('alert')).toBeVisible();
  await look('the list could not be had', { focus: 'untouched' });
  failing = false;
  await mine.getByRole('button', { name: 'Thử lại' }).click();

  await expect(page.getByRole('link', { name: 'Thông báo: 1 chưa đọc' })).toBeVisible();
  await expect(mine.getByText('Có 1 hồ sơ đang chờ bạn.')).toBeVisible();
  const rows = mine.getByRole('listitem');
  await expect(rows).toHaveCount(10);
  await expect(rows.first()).toContainText('Bạn gửi lại giấy chứng sinh rõ nét');
  await expect(rows.first()).not.toContainText('Cho:');
  await expect(rows.first().getByRole('link', { name: /^1 tin nhắn chưa đọc/ })).toBeVisible();
  await expect(rows.nth(2)).toContainText('Cho: Nguyễn Văn Thành');
  await look('many dossiers', { focus: 'kept' });
  await mine.getByRole('button', { name: 'Xem thêm hồ sơ' }).click();
  await expect(rows).toHaveCount(13);
  await expect(rows.nth(10).getByRole('link').first()).toBeFocused();
  await page.setViewportSize({ width: 1280, height: 900 });
  await look('all of them on a wide screen', { focus: 'kept' });
  await page.setViewportSize({ width: 360, height: 740 });

  await mine.getByText('Tìm và lọc').click();
  await mine.getByRole('searchbox').fill('Thành');
  await mine.getByRole('button', { name: 'Tìm' }).click();
  await expect(rows).toHaveCount(1);
  await expect.poll(() => heard(page)).toContain('Có 1 hồ sơ.');
  await expect(page).toHaveURL(/\/ho-so$/);
  await mine.getByLabel('Nộp cho ai').selectOption('Nguyễn Văn Thành');
  await expect.poll(() => new URL(asked.at(-1)?.url() ?? '').searchParams.get('onBehalfOf')).toBe('m1');
  await expect(page).toHaveURL(/onBehalfOf=m1$/);
  await rows.first().getByRole('link').first().click();
  await expect(page.getByText(/^Mã hồ sơ H15/)).toBeVisible();
  await page.goBack();
  await expect(mine.getByRole('searchbox')).toHaveValue('Thành');
  await expect(mine.getByLabel('Nộp cho ai')).toHaveValue('m1');

  await mine.getByLabel('Tình trạng').selectOption('Đã kết thúc');
  await expect(mine.getByText('Không có hồ sơ nào khớp.')).toBeVisible();
  await look('no dossier matches', { focus: 'kept' });
  await mine.getByRole('button', { name: 'Xem tất cả hồ sơ' }).click();
  await expect(page.getByRole('heading', { name: 'Hồ sơ của bạn', exact: true })).toBeFocused();
  await expect(rows).toHaveCount(10);
  await expect(page).toHaveURL(/\/ho-so$/);
});

test('somebody who has filed nothing is told so, and has nothing to narrow down', async ({ page }) => {
  await offering(page, ...SIGNED_IN);
  await answering(page, 'GET', /^\/dossiers$/, () => ({ json: { items: [], total: 0, offset: 0, needingYou: 0 } }));
  await page.goto('/ho-so');
  const mine = page.getByRole('region', { name: 'Hồ sơ của bạn', exact: true });
  await expect(mine.getByText('Bạn chưa nộp hồ sơ nào trên cổng này.')).toBeVisible();
  await expect(mine.getByRole('search')).toHaveCount(0);
});
