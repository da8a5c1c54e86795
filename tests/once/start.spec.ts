// The first seconds: the shell that stands before any wasm has come, what happens when it never
// comes, and a page without scripts at all.

import type { Page } from '@playwright/test';

import { expect, test } from '../harness/test.ts';

const WASM = /\.wasm$/;
const MAIN_WASM = /\/motcua-[0-9a-f]+\.wasm$/;

test('the shell can be read and typed into before the app is there, and nothing typed is lost', async ({ page }) => {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(MAIN_WASM, async (route) => {
    await released;
    await route.continue();
  });
  await page.goto('/', { waitUntil: 'domcontentloaded' });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bạn cần làm giấy tờ gì?');
  const shellBox = page.getByRole('searchbox', { name: 'Tìm dịch vụ' }).or(page.getByRole('textbox', { name: 'Tìm dịch vụ' }));
  await shellBox.pressSequentially('khai sinh');
  release();
  const box = page.getByRole('combobox', { name: 'Tìm dịch vụ' });
  await expect(box).toHaveValue('khai sinh');
  await expect(box).toBeFocused();
});

test('the shell’s search box works as a plain form', async ({ page }) => {
  await page.route(MAIN_WASM, (route) => (page.url().includes('dich-vu') ? route.continue() : new Promise<void>(() => undefined)));
  await page.goto('/', { waitUntil: 'domcontentloaded' });
  await page.locator('#search-input').fill('gplx');
  await page.locator('#search-input').press('Enter');
  await expect(page).toHaveURL(/\/dich-vu\?q=gplx$/);
});

/** A layout shift as the browser reports it (Layout Instability API). */
interface Shift extends PerformanceEntry {
  value: number;
  hadRecentInput: boolean;
  sources: { node: Node | null; previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly }[];
}

/** How much has jumped without anybody's doing, and what did. */
function shifts(page: Page): Promise<{ sum: number; what: string[] }> {
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        const seen = { sum: 0, what: [] as string[] };
        new PerformanceObserver((list) => {
          for (const { value, hadRecentInput, sources } of list.getEntries() as Shift[]) {
            if (hadRecentInput) continue;
            seen.sum += value;
            for (const { node, previousRect: from, currentRect: to } of sources) {
              const name = node instanceof Element ? node.outerHTML.slice(0, 80) : (node?.nodeName ?? 'gone');
              seen.what.push(`${value.toFixed(3)}: ${name} y ${from.y}→${to.y} height ${from.height}→${to.height}`);
            }
          }
        }).observe({ type: 'layout-shift', buffered: true });
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(seen)));
      }),
  );
}

for (const [name, address, ready] of [
  ['the home page', '/', 'Có con'],
  ['a service', '/dich-vu/1.001193', 'Giấy tờ cần có'],
] as const) {
  test(`nothing jumps while ${name} appears`, async ({ page }) => {
    await page.goto(address);
    await expect(page.getByText(ready).first()).toBeVisible();
    const { sum, what } = await shifts(page);
    expect(sum, what.join('\n')).toBeLessThanOrEqual(0.02);
  });
}

test('without the app’s wasm the page says in plain words that it waits', async ({ page, recorder }) => {
  recorder.expect(/^no answer .*\.wasm/);
  await page.route(WASM, (route) => route.abort('connectionrefused'));
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bạn cần làm giấy tờ gì?');
  await expect(page.getByText(/chờ mạng|không chạy được|chưa tải được/i).first()).toBeVisible();
});

test('a wasm that is gone from the server ends in a message with a way on', async ({ page, look, recorder }) => {
  recorder.expect(/^answer 404: .*\.wasm/, /integrity/);
  await page.route(MAIN_WASM, (route) => route.fulfill({ status: 404, body: '' }));
  await page.goto('/');
  await expect(page.getByRole('alert')).toContainText('Trang không chạy được');
  await expect(page.getByRole('link', { name: '1800 1096' })).toHaveAttribute('href', 'tel:18001096');
  await look('an app that cannot start', { focus: 'untouched' });
});

test('an app that traps ends in a message with a way on', async ({ page, look, recorder }) => {
  recorder.expect(/^uncaught: RuntimeError: unreachable/);
  await page.goto('/');
  await expect(page.getByRole('combobox')).toBeVisible();
  // What a Rust panic comes to: the instance is dead, and the browser reports a RuntimeError.
  await page.evaluate(() => {
    setTimeout(() => {
      throw new WebAssembly.RuntimeError('unreachable');
    });
  });
  await expect(page.getByRole('alert')).toContainText('Trang không chạy được');
  await look('an app that trapped', { focus: 'untouched' });
  await page.getByRole('button', { name: /Tải lại/ }).click();
  await expect(page.getByRole('combobox')).toBeVisible();
});

test('a script that cannot be had ends in a message with a way on', async ({ page, recorder }) => {
  recorder.expect(/^no answer .*\/start-/);
  await page.route(/\/start-[0-9a-f]+\.js$/, (route) => route.abort('connectionrefused'));
  await page.goto('/');
  await expect(page.getByRole('alert')).toContainText('Trang không chạy được');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the page says what to do instead and whom to call', async ({ page, recorder }) => {
    // Chromium preloads what no script will fetch.
    recorder.expect(/was preloaded using link preload but not used/);
    await page.goto('/');
    await expect(page.locator('noscript p')).toContainText('Trang này cần JavaScript');
    await expect(page.getByRole('link', { name: '1800 1096' })).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });
});
