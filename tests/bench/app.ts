// Our app, served by the real portal, which is made to take the 200 questions. The answers are
// altered by a proxy rather than inside the browser: what the browser's own interception answers
// takes no part in the emulated network, and would flatter us.

import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

import { answers } from '../harness/forms.ts';
import { Portal } from '../harness/portal.ts';
import { ours } from './questions.ts';
import { listen, type Server } from './serve.ts';

/** Starts the portal on an empty database, and the proxy before it. */
export async function app(): Promise<Server> {
  const data = await mkdtemp(join(tmpdir(), 'motcua-bench-'));
  const portal = await Portal.start({ data });
  const agent = new Agent({ keepAlive: true });
  const server = await listen((request, response) => void pass(portal.address, agent, request, response));
  return {
    address: server.address,
    async stop() {
      await server.stop();
      agent.destroy();
      await portal.stop();
      await rm(data, { recursive: true });
    },
  };
}

/** What is said instead of what the portal says at `path`. */
function altered(path: string): ((answer: string) => unknown) | undefined {
  if (answers.form.address.test(path)) return () => answers.form.with(ours());
  if (answers.portal.address.test(path)) return (answer) => answers.portal.alter(JSON.parse(answer));
  if (answers.service.address.test(path)) return (answer) => answers.service.alter(JSON.parse(answer));
  return undefined;
}

/** Hands a request on to the portal, and its answer back: word for word unless it is altered. */
async function pass(portal: string, agent: Agent, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method, url = '/' } = request;
  const alter = altered(new URL(url, portal).pathname);
  const headers = { ...request.headers, ...(alter ? { 'accept-encoding': 'identity' } : {}) };
  const asked = ask(new URL(url, portal), { method, headers, agent });
  asked.on('error', () => response.destroy());
  asked.on('response', (answer) => {
    if (!alter) {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
      return;
    }
    const parts: Buffer[] = [];
    answer.on('data', (part: Buffer) => parts.push(part));
    answer.on('end', () => {
      const body = brotliCompressSync(JSON.stringify(alter(Buffer.concat(parts).toString())));
      const { etag: _, 'transfer-encoding': __, ...kept } = answer.headers;
      response
        .writeHead(200, {
          ...kept,
          'content-type': 'application/json',
          'content-encoding': 'br',
          'content-length': body.length,
        })
        .end(body);
    });
  });
  request.pipe(asked);
}
