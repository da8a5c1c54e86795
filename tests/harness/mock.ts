// A portal that nobody has written: Prism makes its answers up from the OpenAPI document alone.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';

import { OPENAPI } from './places.ts';

const require = createRequire(import.meta.url);
const PRISM = require.resolve('@stoplight/prism-cli/dist/index.js');
const LISTENING = /Prism is listening on (http:\/\/127\.0\.0\.1:\d+)/;

/** A running mock. */
export interface Mock {
  /** Where it answers, without a trailing slash. */
  address: string;
  /** Ends it. */
  stop(): Promise<void>;
}

/** Starts one on a free port. */
export async function mock(): Promise<Mock> {
  const child = spawn(process.execPath, [PRISM, 'mock', '--host', '127.0.0.1', '--port', '0', OPENAPI], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
  });
  let printed = '';
  const address = await new Promise<string>((resolve, reject) => {
    child.on('exit', (code) => reject(new Error(`Prism ended with ${code}.\n${printed}`)));
    const read = (text: Buffer) => {
      printed += text.toString();
      const found = LISTENING.exec(printed);
      if (found?.[1]) resolve(found[1]);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
  });
  return {
    address,
    async stop() {
      child.removeAllListeners('exit');
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}
