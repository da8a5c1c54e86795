// The codes of dossiers that were sent from this device, as the app keeps them.

import type { Page } from '@playwright/test';

/** Lets the device know a dossier as one that was sent from here. */
export function sentFromHere(page: Page, code: string): Promise<void> {
  const sent = { code, service: 'Cấp bản sao trích lục hộ tịch', sentAt: '2026-11-22T08:05:00+07:00' };
  return page.evaluate((sent) => localStorage.setItem(`motcua.sent/${encodeURIComponent(sent.code)}`, JSON.stringify(sent)), sent);
}
