// Unfinished applications: brought back from a file, listed, taken away, deleted, and unreadable
// in what the browser keeps.

import { readFile } from 'node:fs/promises';

import type { Locator, Page } from '@playwright/test';

import { heard } from '../harness/announcements.ts';
import { expect, test } from '../harness/test.ts';

const TYPED = 'Nguyễn Thị Bịa Đặt';
const FILE = {
  format: 'motcua-draft',
  version: 1,
  savedAt: '2026-11-22T08:05:00+07:00',
  title: 'Thủ tục đăng ký khai sinh',
  content: { service: '1.001193', case: 'default', formVersion: '1', answers: { name: TYPED } },
};

const unfinished = (page: Page): Locator => page.getByRole('region', { name: 'Đang làm dở' });

/** Gives the dossiers screen a file to open. */
async function bringBack(page: Page, content: unknown): Promise<void> {
  const buffer = Buffer.from(JSON.stringify(content));
  await unfinished(page).getByLabel('Mở từ tệp').setInputFiles({ name: 'nop.json', mimeType: 'application/json', buffer });
}

/** Everything that the browser keeps for the page: values of IndexedDB, and both storages. */
function kept(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const answer = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('IndexedDB'));
      });
    const found = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })];
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await answer(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        for (const value of await answer<unknown[]>(database.transaction(store).objectStore(store).getAll())) {
          found.push(`${store}: ${value instanceof Uint8Array ? new TextDecoder().decode(value) : String(value)}`);
        }
      }
      database.close();
    }
    return found.join('\n');
  });
}

test('a draft from a file is kept unreadable, survives a new page, and is told apart from a wrong file', async ({ page, look, recorder }) => {
  // The file names a version of the form that this portal never had.
  recorder.expect(/^answer 404: .*\/forms\//);
  await page.goto('/ho-so');
  await bringBack(page, { ...FILE, content: { ...FILE.content, answers: 3 } });
  await expect(unfinished(page).getByRole('alert')).toContainText('answers');
  await look('a file that is wrong somewhere', { focus: 'untouched' });
  await bringBack(page, FILE);
  await page.waitForURL(/\/nop\/[a-z0-9]{20}$/);
  const everything = await kept(page);
  expect(everything).toContain('drafts: ');
  for (const secret of [TYPED, '1.001193', 'khai sinh']) expect(everything).not.toContain(secret);
  await page.goto('/ho-so');
  await expect(unfinished(page).getByRole('listitem')).toHaveCount(1);
  await look('one unfinished application', { focus: 'untouched' });
});

test('a draft taken away holds what was typed, and nothing of this device', async ({ page }, info) => {
  await page.goto('/ho-so');
  await bringBack(page, FILE);
  await page.waitForURL(/\/nop\//);
  await page.goto('/ho-so');
  const downloading = page.waitForEvent('download');
  await unfinished(page).getByRole('button', { name: /^Tải / }).click();
  const path = info.outputPath('taken.json');
  await (await downloading).saveAs(path);
  expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ format: 'motcua-draft', content: FILE.content });
});

test('a draft is deleted after a question, and nothing of it stays', async ({ page, look, recorder }) => {
  // The file names a version of the form that this portal never had.
  recorder.expect(/^answer 404: .*\/forms\//);
  await page.goto('/ho-so');
  await bringBack(page, FILE);
  await page.waitForURL(/\/nop\//);
  await page.goto('/ho-so');
  const list = unfinished(page);
  const ask = list.getByRole('button', { name: /^Xóa Thủ tục/ });
  await ask.click();
  await expect(list.getByRole('heading', { level: 3 })).toBeFocused();
  await look('asked before deleting', { focus: 'kept' });
  await list.getByRole('button', { name: 'Giữ lại' }).click();
  await expect(ask).toBeFocused();
  await ask.click();
  await list.getByRole('button', { name: 'Xóa hẳn' }).click();
  await expect(list.getByRole('heading', { level: 2 })).toBeFocused();
  await expect.poll(() => heard(page)).toContain('Đã xóa Thủ tục đăng ký khai sinh.');
  const everything = await kept(page);
  expect(everything).not.toContain('drafts: ');
  expect(everything).not.toContain('motcua.drafts');
});
