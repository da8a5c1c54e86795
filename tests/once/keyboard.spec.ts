// Whole journeys without a mouse.

import type { Page } from '@playwright/test';

import { expect, test } from '../harness/test.ts';

/** Presses Tab until `name` has focus; gives up when the page has no such stop. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  for (let stop = 0; stop < 80; stop++) {
    await page.keyboard.press('Tab');
    const here = page.locator(':focus');
    if ((await here.count()) === 0) continue;
    const words = (await here.evaluate((element) => element.getAttribute('aria-label') ?? (element as HTMLInputElement).labels?.[0]?.textContent ?? element.textContent)) ?? '';
    if (typeof name === 'string' ? words.trim() === name : name.test(words.trim())) return;
  }
  throw new Error(`No stop of the Tab key is called ${name}`);
}

test('the first stop is the skip link, which leads to the content', async ({ page }) => {
  await page.goto('/dich-vu/1.001193');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Đến nội dung chính' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await page.keyboard.press('Tab');
  expect(await page.getByRole('main').evaluate((main) => main.contains(document.activeElement))).toBe(true);
});

test('from a word to ticked papers', async ({ page, look }) => {
  await page.goto('/');
  await expect(page.getByRole('combobox')).toBeVisible();
  await tabTo(page, 'Tìm dịch vụ');
  // The navigation has a link of the same name before the box.
  while ((await page.locator(':focus').getAttribute('role')) !== 'combobox') await tabTo(page, 'Tìm dịch vụ');
  await page.keyboard.type('tam tru');
  await expect(page.getByRole('option')).not.toHaveCount(0);
  await page.keyboard.press('ArrowDown');
  const option = page.getByRole('option', { selected: true });
  await expect(option).toHaveCount(1);
  await expect(page.getByRole('combobox')).toHaveAttribute('aria-activedescendant', (await option.getAttribute('id')) ?? '');
  await look('a suggestion marked', { focus: 'kept' });
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');

  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await tabTo(page, /^Đăng ký tạm trú$/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đăng ký tạm trú');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  while ((await page.locator(':focus').getAttribute('type')) !== 'radio') await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(1);
  while ((await page.locator(':focus').getAttribute('type')) !== 'checkbox') await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(page.getByText(/^Bạn đã có (1 trên \d+|đủ)/).first()).toBeVisible();
  await look('papers ticked by keyboard', { focus: 'kept' });
});

test('from a filter to fewer results and back', async ({ page }) => {
  await page.goto('/dich-vu?q=khai+sinh');
  await expect(page.getByRole('checkbox').first()).toBeVisible();
  while ((await page.locator(':focus').getAttribute('type').catch(() => null)) !== 'checkbox') await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(page.getByRole('list', { name: 'Đang lọc theo' }).getByRole('button')).toHaveCount(1);
  await expect(page.locator(':focus')).toHaveAttribute('type', 'checkbox');
  await page.keyboard.press('Space');
  await expect(page.getByRole('list', { name: 'Đang lọc theo' })).toHaveCount(0);
});
