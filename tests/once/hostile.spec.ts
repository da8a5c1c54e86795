// Hostile text, wherever it may come from, is shown as the text it is.

import type { Page } from '@playwright/test';

import { rewrite } from '../harness/faults.ts';
import { expect, test } from '../harness/test.ts';

const MARKUP = '<img src=x onerror="window.hacked=1">';
const QUERIES = [MARKUP, '"><script>window.hacked=1</script>', 'javascript:alert(1)', '‮ngược‬', '%00', "' OR 1=1 --"];

/** Whether any of it has run. */
const hacked = (page: Page) => page.evaluate(() => 'hacked' in window);

for (const query of QUERIES) {
  test(`the question ${JSON.stringify(query)} is shown as text`, async ({ page, look }) => {
    await page.goto(`/dich-vu?q=${encodeURIComponent(query)}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Kết quả cho “${query}”`);
    await expect(page.getByRole('combobox')).toHaveValue(query);
    expect(await hacked(page)).toBe(false);
    await look(`a hostile question`, { focus: 'untouched' });
  });
}

test('markup in a service’s record is shown as text', async ({ page, look }) => {
  interface Service {
    name: string;
    steps: { text: string }[];
    sourceUrl?: string;
    conditions?: string;
  }
  await rewrite<Service>(page, /\/services\/1\.001193$/, (service) => ({
    ...service,
    name: `Khai sinh ${MARKUP}`,
    conditions: `Có <b>điều kiện</b> ${MARKUP}`,
    sourceUrl: 'javascript:window.hacked=1',
    steps: service.steps.map((step) => ({ ...step, text: `${MARKUP} ${step.text}` })),
  }));
  await page.goto('/dich-vu/1.001193');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Khai sinh ${MARKUP}`);
  await expect(page.getByText('Có <b>điều kiện</b>').first()).toBeVisible();
  await expect(page.locator('a[href^="javascript"]')).toHaveCount(0);
  expect(await hacked(page)).toBe(false);
  await look('a service with markup in its record', { focus: 'untouched' });
});

test('a hostile configuration changes the name’s text and nothing else', async ({ page, look }) => {
  await page.route('**/config.json', (route) =>
    route.fulfill({ json: { portal: '', name: `Cổng ${MARKUP}`, accent: 'red;background:url(//x)', mark: 'javascript:window.hacked=1' } }),
  );
  await page.goto('/');
  await expect(page.getByRole('banner')).toContainText(`Cổng ${MARKUP}`);
  await expect(page.getByRole('banner').locator('img')).toHaveCount(0);
  expect(await page.evaluate(() => document.documentElement.style.getPropertyValue('--accent-chosen'))).toBe('');
  expect(await hacked(page)).toBe(false);
  await look('home with a hostile configuration', { focus: 'untouched', portal: `Cổng ${MARKUP}` });
});

test('a configuration that is no JSON is the standard one', async ({ page }) => {
  await page.route('**/config.json', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }));
  await page.goto('/');
  await expect(page.getByRole('banner')).toContainText('Một Cửa');
  await expect(page.getByRole('link', { name: /^Có con/ })).toBeVisible();
});

test('an address that is no code and no UTF-8 is not found', async ({ page, look }) => {
  await page.goto('/dich-vu/%FF%FE');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Không có trang này');
  await look('a broken address', { focus: 'untouched' });
});
