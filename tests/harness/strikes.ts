// What befalls one request of a journey: cut, late, refused, garbled, caught by a closed tab or a
// killed portal.

import type { Page, Route } from '@playwright/test';

import type { OwnPortal } from './own-portal.ts';
import { CAPTIVE } from './persistent.ts';

/** What befalls one request. */
export interface Fault {
  /** As the test is called. */
  name: string;
  /** Happens to the request; the page is still there unless this closes it. */
  strike: (scene: Scene, route: Route) => Promise<void>;
  /** Which requests it can befall. */
  befalls?: (request: string) => boolean;
}

/** Where it happens. */
export interface Scene {
  portal: OwnPortal;
  page: Page;
}

/** Whether a request changes something. */
const written = (request: string) => !request.startsWith('GET ');
const refused = (status: number, type: string) => async (_scene: Scene, route: Route) =>
  route.fulfill({
    status,
    contentType: 'application/problem+json',
    json: { type: `/problems/${type}`, title: 'Chưa được', status, instance: 'r-thu' },
  });

/** Everything that a network, a portal or a tab does to a request. */
export const FAULTS: Fault[] = [
  {
    name: 'is answered late',
    // Until the person, or the app, has asked for something else; a while where neither does.
    strike: async ({ page }, route) => {
      await page.waitForRequest(/\/api\/v1\//, { timeout: 4_000 }).catch(() => undefined);
      await route.continue();
    },
  },
  { name: 'is cut before it is sent', strike: (_scene, route) => route.abort('internetdisconnected') },
  {
    name: 'is taken, and its answer is cut',
    strike: async (_scene, route) => {
      await route.fetch({ maxRedirects: 0 }).catch(() => undefined);
      await route.abort('connectionreset');
    },
  },
  { name: 'is answered with 500', strike: refused(500, 'internal') },
  { name: 'is answered with 409', strike: refused(409, 'conflict'), befalls: written },
  { name: 'is answered with 412', strike: refused(412, 'changed'), befalls: written },
  {
    name: 'is answered with garbage',
    strike: (_scene, route) => route.fulfill({ status: 200, contentType: 'text/html', body: `<!doctype html><title>${CAPTIVE}</title>` }),
  },
  {
    name: 'is on its way when the tab is closed',
    strike: async ({ page }, route) => {
      await route.fetch({ maxRedirects: 0 }).catch(() => undefined);
      await page.close();
    },
  },
  {
    name: 'is on its way when the portal is killed',
    strike: async ({ portal }, route) => {
      const answered = route.fetch({ maxRedirects: 0 }).catch(() => undefined);
      await portal.goAway();
      await answered;
      await route.abort('connectionreset').catch(() => undefined);
      await portal.comeBack();
    },
  },
];

/** A request by its method and address, with what differs from run to run left out. */
export function called(route: Route): string {
  const { pathname } = new URL(route.request().url());
  return `${route.request().method()} ${pathname.replace(/\/(uploads|drafts|dossiers|supplements|feedback|consents|devices|communes|sign-in)\/[^/]+/g, '/$1/*')}`;
}
