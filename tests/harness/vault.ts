// What the app keeps encrypted on the device, seen from outside: where something is kept, never
// what.

import type { Page } from '@playwright/test';

/** The places in this device's vault at which something is kept. */
export function kept(page: Page): Promise<IDBValidKey[]> {
  return page.evaluate(async () => {
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await answer(indexedDB.open('motcua'));
    const keys = await answer(database.transaction('files').objectStore('files').getAllKeys());
    database.close();
    return keys;
  });
}

/** Keeps `text` at a place as the app would, so that a test can begin with what a former version left. */
export async function keep(page: Page, place: string, text: string): Promise<void> {
  await page.evaluate(
    async ([place, text]) => {
      const answer = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const database = await answer(indexedDB.open('motcua'));
      const key: CryptoKey = await answer(database.transaction('keys').objectStore('keys').get('device'));
      const stamp = crypto.getRandomValues(new Uint8Array(8));
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const additionalData = new TextEncoder().encode(`files/${place}`);
      const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, new TextEncoder().encode(text));
      const record = new Uint8Array([...stamp, ...iv, ...new Uint8Array(sealed)]);
      await answer(database.transaction('files', 'readwrite').objectStore('files').put(record, place));
      database.close();
    },
    [place, text] as const,
  );
}
