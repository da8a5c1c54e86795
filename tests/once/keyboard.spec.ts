// Whole journeys without a mouse.

import type { Page } from '@playwright/test';

import { expect, test } from '../harness/test.ts';

/** What has focus, as far as these journeys tell stops apart. */
interface Stop {
  words: string;
  role: string;
  type: string;
}

/** Presses Tab until `wanted` has focus; gives up when the page has no such stop. */
async function tabTo(page: Page, wanted: (stop: Stop) => boolean): Promise<void> {
  for (let stops = 0; stops < 120; stops++) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const here = document.activeElement;
      return {
        words: (here?.textContent ?? '').trim(),
        role: here?.getAttribute('role') ?? '',
        type: here?.getAttribute('type') ?? '',
      };
    });
    if (wanted(stop)) return;
  }
  throw new Error(`The Tab key never reaches ${wanted}`);
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
  await tabTo(page, ({ role }) => role === 'combobox');
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
  await tabTo(page, ({ words }) => words === 'Đăng ký tạm trú');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đăng ký tạm trú');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await tabTo(page, ({ type }) => type === 'radio');
  await page.keyboard.press('Space');
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(1);
  await tabTo(page, ({ type }) => type === 'checkbox');
  await page.keyboard.press('Space');
  await expect(page.getByText(/^Bạn đã có (1 trên \d+|đủ)/).first()).toBeVisible();
  await look('papers ticked by keyboard', { focus: 'kept' });
});

test('from a filter to fewer results and back', async ({ page }) => {
  await page.goto('/dich-vu?q=khai+sinh');
  await expect(page.getByRole('checkbox').first()).toBeVisible();
  await tabTo(page, ({ type }) => type === 'checkbox');
  await page.keyboard.press('Space');
  await expect(page.getByRole('list', { name: 'Đang lọc theo' }).getByRole('button')).toHaveCount(1);
  await expect(page.locator(':focus')).toHaveAttribute('type', 'checkbox');
  await page.keyboard.press('Space');
  await expect(page.getByRole('list', { name: 'Đang lọc theo' })).toHaveCount(0);
});
