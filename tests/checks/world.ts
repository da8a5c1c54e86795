// Runs checkers beside the page's own scripts: in a world of their own, which sees the same
// document but shares no variable with the app and lies outside the page's security policy. So
// the policy stays in force, and what it forbids is still recorded.

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

import type { CDPSession, Page } from '@playwright/test';

const require = createRequire(import.meta.url);

/** The text of a script in an installed package. */
export function script(file: string): Promise<string> {
  return readFile(require.resolve(file), 'utf8');
}

/** One for each page: a world belongs to its session, and is found again under its name. */
const sessions = new WeakMap<Page, Promise<CDPSession>>();

/** An isolated world in the main frame of a page. */
export class World {
  readonly #session: CDPSession;
  readonly #context: number;

  private constructor(session: CDPSession, context: number) {
    this.#session = session;
    this.#context = context;
  }

  /** The page's world; a new one for each document. */
  static async of(page: Page): Promise<World> {
    let opened = sessions.get(page);
    if (!opened) {
      opened = page.context().newCDPSession(page);
      sessions.set(page, opened);
    }
    const session = await opened;
    const { frameTree } = await session.send('Page.getFrameTree');
    const { executionContextId } = await session.send('Page.createIsolatedWorld', {
      frameId: frameTree.frame.id,
      worldName: 'motcua-checks',
    });
    return new World(session, executionContextId);
  }

  /** Runs a checker's script, which leaves `name` behind: once a document, since it has megabytes. */
  async load(name: string, source: Promise<string>): Promise<void> {
    if (await this.evaluate<boolean>(`typeof globalThis.${name} === 'object'`)) return;
    await this.evaluate(`${await source}; globalThis.${name} = ${name}; undefined`);
  }

  /** What `expression` gives, waited for if it is a promise. */
  async evaluate<T>(expression: string): Promise<T> {
    const { result, exceptionDetails } = await this.#session.send('Runtime.evaluate', {
      expression,
      contextId: this.#context,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) {
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    }
    return result.value as T;
  }
}
