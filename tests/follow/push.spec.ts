// News on the lock screen: agreed to on this device after it was said what comes, encrypted on the
// way, shown by the worker without a word of the case, and gone with the sign-out.

import type { Page } from '@playwright/test';

import { heard } from '../harness/announcements.ts';
import { Citizen } from '../harness/citizen.ts';
import { pointer } from '../harness/hands.ts';
import { file, officer } from '../harness/officer.ts';
import { test as alone } from '../harness/own-portal.ts';
import { asked, PushService, PushWorker, subscribeWith } from '../harness/push.ts';
import { expect, test } from '../harness/test.ts';

const HERE = 'Thông báo đẩy trên máy này';

const devices = async (page: Page) => {
  const ways = await (await page.request.get('/api/v1/me/notification-channels')).json();
  return (ways.pushDevices ?? []).length as number;
};

alone.describe('where a device can be told', () => {
  alone.use({
    serviceWorkers: 'allow',
    permissions: ['notifications'],
    settings: { 'push.json': { offered: true, localServices: true } },
  });

  alone('a device that agreed shows news of a dossier, leads to it, and falls silent at the sign-out', async ({ page, context, look, recorder }) => {
    test.setTimeout(180_000);
    const service = await PushService.start();
    await subscribeWith(context, service);
    recorder.expect(/^no answer .*\/push-subscriptions$/);
    await page.goto('/toi');
    await page.evaluate(() => navigator.serviceWorker.ready);
    await new Citizen(page, look, pointer).signIn('Phạm Mẫu Dung');
    const code = await file(page.request);

    await page.goto('/thong-bao');
    const line = page.getByRole('listitem').filter({ hasText: HERE });
    const turnOn = line.getByRole('button', { name: `Bật: ${HERE}` });
    await expect(line).toContainText('Không dùng');
    await turnOn.click();
    const what = page.getByRole('group', { name: 'Máy này sẽ hiện những gì?' });
    await expect(what.getByRole('heading')).toBeFocused();
    await expect(what).toContainText('Tin không bao giờ có tên bạn');
    await look('what the device will show', { focus: 'kept' });
    await page.setViewportSize({ width: 1280, height: 900 });
    await look('what the device will show, on a wide screen', { focus: 'kept' });
    await page.setViewportSize({ width: 360, height: 740 });
    await what.getByRole('button', { name: 'Thôi' }).click();
    await expect(turnOn).toBeFocused();
    expect(await asked(page), 'nobody is asked before they want it').toBe(0);

    // The browser's own push service is away, then the answer of the portal gets lost.
    await page.evaluate(() => localStorage.setItem('tests.unreachable', '1'));
    await turnOn.click();
    await what.getByRole('button', { name: 'Tiếp tục' }).click();
    await expect(line.getByRole('alert')).toContainText('không liên lạc được với dịch vụ thông báo');
    await expect(line.getByRole('button', { name: `Thử lại: ${HERE}` })).toBeFocused();
    expect(await asked(page)).toBe(1);
    await look('no push service', { focus: 'kept' });
    await page.evaluate(() => localStorage.removeItem('tests.unreachable'));
    const keys: string[] = [];
    await page.route('**/push-subscriptions', async (route) => {
      keys.push(route.request().headers()['idempotency-key'] ?? '');
      await route.fetch();
      await route.abort('connectionreset');
    }, { times: 1 });
    await line.getByRole('button', { name: `Thử lại: ${HERE}` }).click();
    await expect(line.getByRole('alert')).toContainText('Chưa rõ cổng đã ghi nhận máy này chưa');
    const again = page.waitForRequest('**/push-subscriptions');
    await line.getByRole('button', { name: `Thử lại: ${HERE}` }).click();
    expect([(await again).headers()['idempotency-key']], 'the same try').toEqual(keys);
    await expect(line).toContainText('Đang dùng');
    await expect(line.getByRole('button', { name: `Tắt: ${HERE}` })).toBeFocused();
    await expect.poll(() => heard(page)).toContain(`Đã bật: ${HERE}.`);
    await look('told on this device', { focus: 'kept' });
    expect(await devices(page)).toBe(1);

    const worker = await PushWorker.of(page);
    await officer(page.request, code, { move: 'receive' });
    const received = await service.next();
    expect(received).not.toContain('Dung');
    await worker.receives(received);
    const body = `Hồ sơ ${code}. Mở cổng để xem.`;
    await expect.poll(() => worker.shows()).toEqual([
      { title: 'Hồ sơ của bạn đã được tiếp nhận.', body, tag: code, lang: 'vi' },
    ]);
    await officer(page.request, code, { move: 'handOn' });
    await worker.receives(await service.next());
    await expect.poll(() => worker.shows(), 'the later news take the place of the earlier').toEqual([
      { title: 'Hồ sơ của bạn có thay đổi.', body, tag: code, lang: 'vi' },
    ]);
    expect(await worker.tap(code)).toEqual([]);
    await expect(page).toHaveURL(`/ho-so/${code}`);
    await expect(page.getByText(code).first()).toBeVisible();
    await expect.poll(() => worker.shows()).toEqual([]);
    await worker.receives('no message at all');
    await expect.poll(async () => (await worker.shows()).map(({ title }) => title)).toEqual(['Có tin mới từ cổng dịch vụ công']);
    await page.goto('/sandbox/inbox');
    expect(await worker.tap('/thong-bao'), 'a page that is not the app is left alone').toEqual(['/thong-bao']);

    await page.goto(`/ho-so/${code}/thong-bao`);
    await expect(page.getByRole('checkbox', { name: 'Thông báo đẩy' })).toBeChecked();
    await look('the ways for one dossier, with push', { focus: 'untouched' });
    await page.goto('/thong-bao');
    await line.getByRole('button', { name: `Tắt: ${HERE}` }).click();
    await expect(turnOn).toBeFocused();
    await expect.poll(() => heard(page)).toContain(`Đã tắt: ${HERE}.`);
    expect(await devices(page)).toBe(0);
    await turnOn.click();
    await what.getByRole('button', { name: 'Tiếp tục' }).click();
    await expect(line).toContainText('Đang dùng');
    await page.goto('/toi');
    await page.getByRole('button', { name: 'Đăng xuất', exact: true }).first().click();
    await page.waitForURL(({ pathname }) => pathname === '/');
    expect(await page.evaluate(() => localStorage.getItem('tests.push')), 'the browser holds nothing').toBeNull();
    await page.goto('/toi');
    await new Citizen(page, look, pointer).signIn('Phạm Mẫu Dung');
    expect(await devices(page), 'nor does the portal').toBe(0);
    service.end();
  });
});

test.describe('where a device cannot be told', () => {
  test('the browser is no such one, or was told no: it says so and how to mend it', async ({ page, context, look }) => {
    await page.goto('/toi');
    await new Citizen(page, look, pointer).signIn('Phạm Mẫu Dung');
    // Chromium denies whatever is not among what is granted.
    await context.grantPermissions(['geolocation']);
    await page.goto('/thong-bao');
    const line = page.getByRole('listitem').filter({ hasText: HERE });
    await expect(line).toContainText('Trước đây bạn đã chặn thông báo của trang này');
    await expect(line.getByRole('button')).toHaveCount(0);
    await look('blocked earlier', { focus: 'untouched' });
    await page.evaluate(() => sessionStorage.setItem('motcua.shared-device', '1'));
    await page.reload();
    await expect(line).toContainText('đây là máy dùng chung');
    await look('a shared device', { focus: 'untouched' });
    await page.evaluate(() => sessionStorage.clear());
    await context.addInitScript(() => {
      delete (globalThis as { PushManager?: unknown }).PushManager;
    });
    await page.reload();
    await expect(line).toContainText('Trên iPhone, iPad: thêm trang này vào màn hình chính');
    await look('not supported', { focus: 'untouched' });
  });
});
