// Runs once before all tests: lets a portal import the catalogue, ends it, and starts the portal
// that the journeys share on a copy of what it left. Tests that take a portal away start their
// own on another copy, which costs them no import.

import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Portal } from './portal.ts';

/** What the tests learn from here, through the environment of their processes. */
export const SHARED = {
  /** Where the shared portal answers. */
  address: 'MOTCUA_TEST_ADDRESS',
  /** A data directory with the catalogue imported, which no portal runs on. */
  template: 'MOTCUA_TEST_TEMPLATE',
} as const;

/** Reads what `prepare` has left. */
export function shared(what: keyof typeof SHARED): string {
  const value = process.env[SHARED[what]];
  if (!value) throw new Error(`${SHARED[what]} is not set: was Playwright started without its global setup?`);
  return value;
}

/** A fresh copy of the template, to be removed by whoever asked for it. */
export async function freshData(): Promise<string> {
  const data = await mkdtemp(join(tmpdir(), 'motcua-data-'));
  await cp(shared('template'), data, { recursive: true });
  return data;
}

export default async function prepare(): Promise<() => Promise<void>> {
  const template = await mkdtemp(join(tmpdir(), 'motcua-template-'));
  process.env[SHARED.template] = template;
  await (await Portal.start({ data: template })).stop();

  const data = await freshData();
  const portal = await Portal.start({ data });
  process.env[SHARED.address] = portal.address;
  return async () => {
    await portal.stop();
    await Promise.all([data, template].map((path) => rm(path, { recursive: true })));
  };
}
