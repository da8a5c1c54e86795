// The real portal, started the way an operator starts it: on a port of its own choice, with a
// data directory of its own, ended with SIGTERM.

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

import { APP, PORTAL } from './places.ts';

/** The first start imports the whole catalogue, which takes a slow machine some seconds. */
const START_LIMIT_MS = 120_000;
const STOP_LIMIT_MS = 15_000;
const ADDRESS = /http:\/\/127\.0\.0\.1:\d+/;

/** How a portal is started. */
export interface Options {
  /** Its data directory. */
  data: string;
  /** `0` lets it choose. */
  port?: number;
  /** More arguments for `serve`. */
  arguments?: string[];
}

/** A running portal. */
export class Portal {
  /** Where it answers, without a trailing slash. */
  readonly address: string;
  readonly #process: ChildProcess;
  readonly #log: string[];

  private constructor(address: string, process: ChildProcess, log: string[]) {
    this.address = address;
    this.#process = process;
    this.#log = log;
  }

  /** Starts one and waits until it says where it answers. */
  static async start({ data, port = 0, arguments: more = [] }: Options): Promise<Portal> {
    const child = spawn(
      PORTAL,
      ['serve', '--listen', `127.0.0.1:${port}`, '--data', data, '--app', APP, ...more],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    );
    const log: string[] = [];
    let printed = '';
    const address = await new Promise<string>((resolve, reject) => {
      const give = (why: string) => {
        child.kill('SIGKILL');
        reject(new Error(`The portal ${why}.\n${log.join('')}`));
      };
      const limit = setTimeout(() => give('did not say where it answers'), START_LIMIT_MS);
      child.on('error', (error) => give(`cannot be run: ${error.message}`));
      child.on('exit', (code) => give(`ended at once with ${code}`));
      child.stderr.on('data', (text: Buffer) => log.push(text.toString()));
      child.stdout.on('data', (text: Buffer) => {
        log.push(text.toString());
        printed += text.toString();
        const found = ADDRESS.exec(printed);
        if (!found) return;
        clearTimeout(limit);
        child.removeAllListeners('exit');
        resolve(found[0]);
      });
    });
    return new Portal(address, child, log);
  }

  /** The port it answers on. */
  get port(): number {
    return Number(new URL(this.address).port);
  }

  /** All that it has printed. */
  get log(): string {
    return this.#log.join('');
  }

  /** Ends it as an operator would, and insists that it goes in peace. */
  async stop(): Promise<void> {
    const code = await this.#end('SIGTERM');
    if (code !== 0) throw new Error(`The portal ended with ${code} on SIGTERM.\n${this.log}`);
  }

  /** Takes it away without a word, as a power cut does. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  async #end(signal: NodeJS.Signals): Promise<number | null> {
    if (this.#process.exitCode !== null) return this.#process.exitCode;
    const ended = once(this.#process, 'exit') as Promise<[number | null]>;
    this.#process.kill(signal);
    const limit = setTimeout(() => this.#process.kill('SIGKILL'), STOP_LIMIT_MS);
    const [code] = await ended;
    clearTimeout(limit);
    return code;
  }
}
