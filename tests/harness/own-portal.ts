// A portal of a test's own, to be taken away and brought back.

import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { Portal } from './portal.ts';
import { freshData } from './prepare.ts';
import { test as base } from './test.ts';

/** A portal that can go and come back at the same address. */
export class OwnPortal {
  /** Its data directory. */
  readonly data: string;
  #portal: Portal;

  private constructor(data: string, portal: Portal) {
    this.data = data;
    this.#portal = portal;
  }

  /** Starts one on its own copy of the catalogue, with these files of settings. */
  static async start(settings: Record<string, unknown> = {}): Promise<OwnPortal> {
    const data = await freshData();
    for (const [name, content] of Object.entries(settings)) {
      await writeFile(join(data, name), JSON.stringify(content));
    }
    return new OwnPortal(data, await Portal.start({ data }));
  }

  /** Where it answers, without a trailing slash. */
  get address(): string {
    return this.#portal.address;
  }

  /** Takes it away without a word. */
  goAway(): Promise<void> {
    return this.#portal.kill();
  }

  /** Brings it back where it was. */
  async comeBack(): Promise<void> {
    this.#portal = await Portal.start({ data: this.data, port: this.#portal.port });
  }

  /** Ends it and removes what it kept. */
  async end(): Promise<void> {
    await this.#portal.kill();
    await rm(this.data, { recursive: true });
  }
}

interface Fixtures {
  /** Files of settings that the portal starts with. */
  settings: Record<string, unknown>;
  portal: OwnPortal;
}

/** A test whose page belongs to a portal of its own. */
export const test = base.extend<Fixtures>({
  settings: [{}, { option: true }],
  portal: async ({ settings }, use) => {
    const portal = await OwnPortal.start(settings);
    await use(portal);
    await portal.end();
  },
  baseURL: ({ portal }, use) => use(portal.address),
});
