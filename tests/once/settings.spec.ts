// What a person chooses takes effect at once, is kept on the device and stands before the first
// paint of the next visit.

import type { Page } from '@playwright/test';

import { heard } from '../harness/announcements.ts';
import { expect, test } from '../harness/test.ts';

const CHOICES: [group: string, choice: string, attribute: string, value: string][] = [
  ['Cỡ chữ', 'To nhất', 'data-text-size', 'largest'],
  ['Nền sáng hay tối', 'Tối', 'data-theme', 'dark'],
  ['Độ tương phản', 'Đậm nhất', 'data-contrast', 'more'],
  ['Chuyển động', 'Không chuyển động', 'data-motion', 'reduce'],
];

async function choose(page: Page, group: string, choice: string): Promise<void> {
  await page.getByRole('group', { name: group }).getByRole('radio', { name: choice, exact: true }).check();
}

for (const [group, choice, attribute, value] of CHOICES) {
  test(`“${group}: ${choice}” is in force at once and before the next first paint`, async ({ page, look }) => {
    await page.goto('/cai-dat');
    await choose(page, group, choice);
    await expect(page.locator('html')).toHaveAttribute(attribute, value);
    await look(`settings, ${choice}`, { focus: 'kept' });

    // Held back, the app cannot be what sets it: the page itself does.
    await page.route(/\.wasm$/, () => new Promise<void>(() => undefined));
    await page.goto('/', { waitUntil: 'domcontentloaded' });
    await expect(page.locator('html')).toHaveAttribute(attribute, value);
  });
}

test('English is spoken everywhere at once, said, and kept', async ({ page, look }) => {
  await page.goto('/cai-dat');
  // Not `check()`: the screen is drawn anew, and with it the button that was pressed.
  await page.getByRole('radio', { name: 'English' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Settings');
  await expect(page.getByRole('radio', { name: 'English' })).toBeFocused();
  await expect.poll(() => heard(page)).toContain('The interface is now in English.');
  await look('settings in English', { focus: 'kept', language: 'en' });
  for (const [address, heading] of [
    ['/', 'What do you need to get done?'],
    ['/dich-vu?q=khai+sinh', 'Results for “khai sinh”'],
    ['/danh-muc', 'All services by subject'],
    ['/tro-giup', 'Help'],
  ] as const) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
    await expect(page.getByText('Loading…')).toHaveCount(0);
    await look(`${address} in English`, { focus: 'untouched', language: 'en' });
  }
  await page.goto('/dich-vu/1.001193');
  // The official name stays in its own language, and says so.
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Thủ tục đăng ký khai sinh');
  await expect(page.locator('[lang="vi"]').filter({ has: page.getByRole('heading', { level: 1 }) })).not.toHaveCount(0);
  await look('a service in English', { focus: 'untouched', language: 'en' });
});

test('everything kept can be erased', async ({ page, look }) => {
  await page.goto('/cai-dat');
  await choose(page, 'Nền sáng hay tối', 'Tối');
  await page.getByRole('button', { name: 'Xóa mọi thứ đã lưu' }).click();
  await look('asked before erasing', { focus: 'kept' });
  await page.getByRole('button', { name: 'Xóa hết' }).click();
  await expect.poll(() => heard(page)).toContain('Đã xóa mọi thứ đã lưu trên máy này.');
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('motcua.')))).toEqual([]);
});
