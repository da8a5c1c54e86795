// The list of results: its address holds the question, the filters and the place.

import type { Page } from '@playwright/test';

import { heard } from '../harness/announcements.ts';
import { expect, test } from '../harness/test.ts';

/** How many services the app asks for at a time. */
const PAGE = 20;

const links = (page: Page) => page.getByRole('list', { name: 'Danh sách dịch vụ' }).getByRole('link');
const count = (page: Page) => page.getByText(/^[\d.]+ dịch vụ$/).first();

/** On a phone the filters stand behind a button. */
async function openFilters(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: /^Lọc/ });
  if (await button.isVisible()) await button.click();
}

test('a filter narrows the list down, is in the address and can be taken away', async ({ page, look }) => {
  await page.goto('/dich-vu?q=khai+sinh');
  const before = await count(page).textContent();
  await openFilters(page);
  await page.getByRole('group', { name: 'Cấp giải quyết' }).getByRole('checkbox').first().check();
  await expect(page).toHaveURL(/[?&]level=\w+/);
  await expect(page.getByRole('list', { name: 'Đang lọc theo' }).getByRole('button')).toHaveCount(1);
  await look('results with a filter', { focus: 'kept' });

  const address = page.url();
  await page.reload();
  await expect(page.getByRole('list', { name: 'Đang lọc theo' }).getByRole('button')).toHaveCount(1);
  expect(page.url()).toBe(address);
  await expect(links(page)).not.toHaveCount(0);
  await look('filtered results, reloaded', { focus: 'untouched' });

  await page.getByRole('button', { name: 'Xóa hết bộ lọc' }).click();
  await expect(page).not.toHaveURL(/level=/);
  await expect(count(page)).toHaveText(before ?? '');
});

test('the count is said each time the question changes', async ({ page }) => {
  await page.goto('/dich-vu?q=khai+sinh');
  const first = (await count(page).textContent()) ?? '';
  await expect.poll(() => heard(page)).toContain(first);
  await openFilters(page);
  await page.getByRole('group', { name: 'Lĩnh vực' }).getByRole('checkbox').first().check();
  await expect.poll(async () => (await heard(page)).filter((words) => /^[\d.]+ dịch vụ$/.test(words)).length).toBeGreaterThan(1);
});

test('“show more” keeps the place and leads to the first new service', async ({ page, look }) => {
  await page.goto('/dich-vu?q=dang+ky');
  await expect(links(page)).toHaveCount(PAGE);
  const more = page.getByRole('button', { name: /^Xem thêm/ });
  await more.scrollIntoViewIfNeeded();
  const before = await page.evaluate(() => scrollY);
  await more.click();
  await expect(links(page)).toHaveCount(2 * PAGE);
  await expect(links(page).nth(PAGE)).toBeFocused();
  // The first new service stands where the button stood, so the page may move by less than a window.
  const moved = (await page.evaluate(() => scrollY)) - before;
  expect(Math.abs(moved)).toBeLessThan((page.viewportSize()?.height ?? 0) / 2);
  await expect.poll(() => heard(page)).toContainEqual(expect.stringContaining(`Đang hiện ${2 * PAGE} trên`));
  await look('more results', { focus: 'kept' });
});

test('coming back from a service leads to the same place in the list', async ({ page, look }) => {
  await page.goto('/dich-vu?q=dang+ky');
  await page.getByRole('button', { name: /^Xem thêm/ }).click();
  await expect(links(page)).toHaveCount(2 * PAGE);
  const service = links(page).nth(PAGE + 5);
  await service.scrollIntoViewIfNeeded();
  await page.evaluate(() => scrollBy(0, 120));
  const before = await page.evaluate(() => scrollY);
  expect(before).toBeGreaterThan(500);
  await service.click();
  await expect(page).toHaveURL(/\/dich-vu\/\d/);
  await expect(page.getByRole('region', { name: 'Tóm tắt' })).toBeVisible();
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);

  await page.goBack();
  await expect(links(page)).toHaveCount(2 * PAGE);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before - 40);
  expect(await page.evaluate(() => scrollY)).toBeLessThan(before + 40);
  await look('results, come back to', { focus: 'heading' });
});

test('without a question all services are listed, the most needed first', async ({ page, look }) => {
  await page.goto('/dich-vu');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tất cả dịch vụ');
  await expect(page.getByText('2.642 dịch vụ').first()).toBeVisible();
  await look('all services', { focus: 'untouched' });
  await openFilters(page);
  await look('all services, filters open', { focus: page.viewportSize()?.width === 360 ? 'kept' : 'untouched' });
});
