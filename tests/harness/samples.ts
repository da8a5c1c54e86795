// A portal that answers with the contract's own samples where the shared one would need somebody
// to have signed in and filed first. The rest still comes from the shared portal.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import type { Page, Request } from '@playwright/test';

import { rewrite } from './faults.ts';

const SAMPLES = fileURLToPath(new URL('../../crates/contract/samples/', import.meta.url));

/** The dossier of the samples. */
export const CODE = 'H15.50.05.13-261008-0975';

/** The sample of an operation, to be altered at will. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export function sample(name: string): any {
  return JSON.parse(readFileSync(`${SAMPLES}${name}.json`, 'utf8'));
}

/** A problem document. */
export function problem(status: number, type: string, more: object = {}): object {
  return { type: `/problems/${type}`, title: 'Chưa được', status, ...more };
}

/** Lets the portal say that it can do these things as well. */
export function offering(page: Page, ...capabilities: string[]): Promise<void> {
  return rewrite<{ capabilities: string[] }>(page, /\/api\/v1\/portal$/, (portal) => ({
    ...portal,
    capabilities: [...new Set([...portal.capabilities, ...capabilities])],
  }));
}

/** One answer: a body, or a problem with its status, or nothing (the connection breaks). */
export type Answer = { status?: number; json: unknown } | 'no answer';

/** Answers every request for `method` and `path` (below the API) and keeps what was asked. */
export async function answering(
  page: Page,
  method: string,
  path: RegExp,
  answer: (request: Request, count: number) => Answer,
): Promise<Request[]> {
  const asked: Request[] = [];
  await page.route(
    (url) => url.pathname.startsWith('/api/v1/') && path.test(url.pathname.slice('/api/v1'.length)),
    async (route, request) => {
      if (request.method() !== method) {
        await route.fallback();
        return;
      }
      asked.push(request);
      const given = answer(request, asked.length);
      if (given === 'no answer') {
        await route.abort('connectionreset');
        return;
      }
      const { status = 200, json } = given;
      const contentType = status >= 400 ? 'application/problem+json' : 'application/json';
      await route.fulfill({ status, contentType, json });
    },
  );
  return asked;
}

/** Somebody invented is signed in, for so many more minutes; nothing happens meanwhile. */
export async function signedIn(page: Page, minutes = 30, extendable = true): Promise<Request[]> {
  await page.route('**/api/v1/events', (route) =>
    route.fulfill({ contentType: 'text/event-stream', body: 'retry: 3600000\n\n' }),
  );
  await answering(page, 'GET', /^\/me\/notifications$/, () => ({ json: { items: [], unread: 0 } }));
  return answering(page, 'GET', /^\/session$/, () => ({ json: session(minutes, extendable) }));
}

/** The session of the samples, ending in so many minutes. */
export function session(minutes: number, extendable = true): object {
  const { person } = sample('getSession');
  const expiresAt = new Date(Date.now() + minutes * 60_000).toISOString();
  return { person: { ...person, expiresAt, extendable } };
}
