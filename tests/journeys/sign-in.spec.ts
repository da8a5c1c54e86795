// Signing in and out, and the warning before a session ends.

import { answering, offering, problem, session, signedIn } from '../harness/samples.ts';
import { expect, test } from '../harness/test.ts';

test.beforeEach(({ page }) => offering(page, 'signIn', 'myData', 'tracking'));

test('a guest is led to the portal’s sign-in, to come back to the very same place', async ({ page, look, recorder }) => {
  recorder.expect(/\/sign-in/);
  await answering(page, 'GET', /^\/session$/, () => ({ json: {} }));
  let asked = '';
  await page.route(/\/api\/v1\/sign-in/, (route) => {
    asked = route.request().url();
    return route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Đăng nhập</title>' });
  });
  await page.goto('/toi?x=1');
  await expect(page.getByText('Bạn chưa đăng nhập.', { exact: false })).toBeVisible();
  await look('me as a guest', { focus: 'untouched' });
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await expect.poll(() => asked).not.toBe('');
  expect(new URL(asked).searchParams.get('returnTo')).toBe('/toi?x=1');
});

for (const [failure, words] of [
  ['cancelled', 'Bạn đã quay lại trước khi đăng nhập xong.'],
  ['notFound', 'không tìm thấy dữ liệu của bạn'],
  ['assuranceTooLow', 'cổng này cần mức 2'],
  ['unavailable', 'đang không trả lời'],
] as const) {
  test(`a sign-in that failed (${failure}) says why and what else one can do`, async ({ page, look }) => {
    await answering(page, 'GET', /^\/session$/, () => ({ json: {} }));
    await page.goto(`/toi?signInFailure=${failure}`);
    const alert = page.getByRole('alert');
    await expect(alert).toContainText(words);
    await expect(alert).toContainText('đến bộ phận một cửa');
    await expect(page).toHaveURL(/\/toi$/);
    if (failure === 'notFound') await look('a failed sign-in', { focus: 'untouched' });
  });
}

test('whoever is signed in sees their name, signs out, and is a guest again', async ({ page, look }) => {
  await signedIn(page);
  await answering(page, 'DELETE', /^\/session$/, () => ({ json: {} }));
  await page.goto('/toi');
  await expect(page.getByText('Bạn đang đăng nhập:')).toContainText('Nguyễn Thị Minh An');
  await expect(page.getByRole('region', { name: 'Dữ liệu của tôi' }).getByRole('link')).toBeVisible();
  await look('me signed in', { focus: 'untouched' });
  await page.getByRole('button', { name: 'Đăng xuất', exact: true }).first().click();
  await expect(page.getByText('Bạn chưa đăng nhập.', { exact: false })).toBeVisible();
});

test('signing out that the portal does not hear is not called done', async ({ page, recorder }) => {
  recorder.expect(/\/session$/);
  await signedIn(page);
  await answering(page, 'DELETE', /^\/session$/, () => 'no answer');
  await page.goto('/toi');
  await page.getByRole('button', { name: 'Đăng xuất', exact: true }).first().click();
  await expect(page.getByRole('alert')).toContainText('bạn vẫn đang đăng nhập');
});

test('before a session ends one is asked in good time, and may stay', async ({ page, look }) => {
  await signedIn(page, 4);
  await answering(page, 'POST', /^\/session\/extension$/, () => ({ json: session(30) }));
  await page.goto('/toi');
  const dialog = page.getByRole('alertdialog', { name: 'Phiên đăng nhập sắp hết' });
  await expect(dialog).toContainText('Còn khoảng 4 phút');
  await look('a session about to end', { focus: 'kept' });
  await dialog.getByRole('button', { name: 'Ở lại thêm' }).click();
  await expect(dialog).toBeHidden();
});

test('a session that ended says that nothing is lost and offers to sign in again', async ({ page, look, recorder }) => {
  recorder.expect(/^answer 401: .*\/session\/extension$/);
  await signedIn(page, 4);
  await answering(page, 'POST', /^\/session\/extension$/, () => ({ status: 401, json: problem(401, 'sign-in-needed') }));
  await page.goto('/toi');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Ở lại thêm' }).click();
  const over = page.getByRole('alertdialog', { name: 'Phiên đăng nhập đã hết' });
  await expect(over).toContainText('vẫn còn trên máy này');
  await expect(over.getByRole('button', { name: 'Đăng nhập lại' })).toBeVisible();
  await look('a session that has ended', { focus: 'kept' });
  await page.keyboard.press('Escape');
  await expect(over).toBeHidden();
});
