// A portal and a network that misbehave: each function alters the answers to some requests on
// their way to the page.

import type { Page, Route } from '@playwright/test';

/** Any address of the portal's API. */
export const API = /\/api\/v1\//;

/** What answers instead of the portal. */
export type Fault = (route: Route) => Promise<void>;

/** The portal has failed and says so properly. */
export const failing: Fault = (route) =>
  route.fulfill({
    status: 500,
    contentType: 'application/problem+json',
    json: { type: '/problems/internal', title: 'Lỗi', status: 500, instance: 'yc-0042' },
  });

/** Something between portal and phone answers with a page of its own. */
export const html: Fault = (route) =>
  route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Đăng nhập Wi-Fi</title>' });

/** The right answer, cut off in the middle of a word. */
export const truncated: Fault = async (route) => {
  const response = await route.fetch();
  const body = await response.body();
  await route.fulfill({ response, body: body.subarray(0, Math.floor(body.length / 2)) });
};

/** The connection breaks. */
export const unreachable: Fault = (route) => route.abort('connectionrefused');

/** Lets `fault` answer for every address that matches, until the returned function is called. */
export async function strike(page: Page, address: RegExp, fault: Fault): Promise<() => Promise<void>> {
  await page.route(address, fault);
  return () => page.unroute(address, fault);
}

/** Holds the answers back until the returned function lets them go. */
export async function holdBack(page: Page, address: RegExp): Promise<() => void> {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(address, async (route) => {
    await released;
    await route.fallback();
  });
  return release;
}

/** Lets the portal answer, and puts another text in the place of what it said. */
export async function rewrite<T>(page: Page, address: RegExp, change: (answer: T) => unknown): Promise<void> {
  await page.route(address, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: change((await response.json()) as T) });
  });
}
