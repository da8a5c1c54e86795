// What happened is found in one place, marked when read, and sent on the ways that one chose, for
// all dossiers or for one.

import { heard } from '../harness/announcements.ts';
import { Citizen } from '../harness/citizen.ts';
import { pointer } from '../harness/hands.ts';
import { file, officer, write } from '../harness/officer.ts';
import { sentFromHere } from '../harness/sent.ts';
import { expect, test } from '../harness/test.ts';

test('changes wait in the notification centre, and one says how else to be told', async ({ page, look, recorder }) => {
  test.setTimeout(120_000);
  recorder.expect(/^answer 422: .*\/notification-channels\/email$/);
  await page.goto('/toi');
  await new Citizen(page, look, pointer).signIn('Phạm Mẫu Dung');
  const code = await file(page.request);
  await officer(page.request, code, { move: 'receive' });
  await write(page.request, code, 'Mời bạn đọc.');
  await page.reload();
  await page.getByRole('link', { name: 'Thông báo: 2 chưa đọc' }).click();

  const list = page.getByRole('region', { name: 'Đã xảy ra' });
  await expect(list.getByRole('listitem')).toHaveCount(2);
  await expect(list.getByText('2 thông báo chưa đọc')).toBeVisible();
  await look('unread notifications', { focus: 'heading' });
  await list.getByRole('link', { name: `Đọc tin nhắn của hồ sơ ${code}` }).click();
  await expect(page.getByText('Mời bạn đọc.')).toBeVisible();
  const stream = page.waitForResponse(/\/events$/);
  await page.goBack();
  await stream;
  await expect(list.getByRole('listitem')).toHaveCount(2);
  await write(page.request, code, 'Mời bạn đọc nữa.');
  await expect(list.getByRole('listitem')).toHaveCount(3);
  await expect.poll(() => heard(page)).toContain('Có 1 thông báo mới.');
  await list.getByRole('button', { name: 'Đánh dấu đã đọc hết' }).click();
  await expect(page.getByRole('heading', { name: 'Đã xảy ra' })).toBeFocused();
  await expect(list.getByText('Bạn đã đọc hết.')).toBeVisible();
  await expect.poll(() => heard(page)).toContain('Đã đánh dấu đọc hết.');

  const ways = page.getByRole('region', { name: 'Cách báo tin cho bạn' });
  const email = ways.getByRole('listitem').filter({ hasText: 'Email' });
  await expect(ways.getByRole('listitem').filter({ hasText: 'SMS' })).toContainText('Đang dùng · 09••••••12');
  await email.getByRole('button', { name: 'Bật: Email' }).click();
  const box = email.getByLabel('Địa chỉ email nhận tin');
  await expect(box).toBeFocused();
  await box.fill('khong-phai-email');
  await email.getByRole('button', { name: 'Lưu' }).click();
  await expect(email.getByRole('alert')).toHaveText('Viết địa chỉ thư điện tử, ví dụ ten@example.vn.');
  await expect(box).toBeFocused();
  await expect(box).toHaveValue('khong-phai-email');
  await look('an address that is none', { focus: 'kept' });
  await box.fill('dung@example.vn');
  await email.getByRole('button', { name: 'Lưu' }).click();
  await expect(email).toContainText('Đang dùng · du••@example.vn');
  await expect(email.getByRole('button', { name: 'Tắt: Email' })).toBeFocused();
  await expect.poll(() => heard(page)).toContain('Đã bật: Email.');
  await page.setViewportSize({ width: 1280, height: 900 });
  await look('the ways on a wide screen', { focus: 'kept' });
  await page.setViewportSize({ width: 360, height: 740 });

  await page.goto(`/ho-so/${code}`);
  await page.getByRole('link', { name: 'Cách nhận tin về hồ sơ này' }).click();
  const sms = page.getByRole('checkbox', { name: 'SMS' });
  await expect(sms).toBeChecked();
  await expect(page.getByRole('checkbox', { name: 'Zalo' })).toBeDisabled();
  await look('the ways for one dossier', { focus: 'heading' });
  await sms.uncheck();
  await page.getByRole('button', { name: 'Lưu' }).click();
  await expect.poll(() => heard(page)).toContain('Đã lưu cách nhận tin cho hồ sơ này.');
  const kept = await (await page.request.get(`/api/v1/dossiers/${code}`)).json();
  expect(kept.notifications.channels).toEqual(['email']);
});

test('a guest learns what signing in gives, and follows what was sent from here without', async ({ page, look }) => {
  await page.goto('/thong-bao');
  const without = page.getByRole('region', { name: 'Theo dõi không cần đăng nhập' });
  await expect(without.getByText('Máy này chưa giữ mã hồ sơ nào.')).toBeVisible();
  await expect(page.getByRole('main').getByRole('button', { name: 'Đăng nhập', exact: true })).toBeVisible();
  await look('a guest whose device knows no dossier', { focus: 'untouched' });
  const code = await file(page.request);
  await sentFromHere(page, code);
  await page.reload();
  await page.setViewportSize({ width: 1280, height: 900 });
  const line = without.getByRole('listitem').filter({ hasText: code });
  await expect(line).toBeVisible();
  await look('a guest whose device knows one', { focus: 'untouched' });
  await line.getByRole('link').click();
  await expect(page.getByText(`Mã hồ sơ ${code}`).first()).toBeVisible();
});
