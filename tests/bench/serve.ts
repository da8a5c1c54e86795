// Serves each engine alike, from an origin of its own: HTTP/1.1, everything in Brotli at its best.

import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

/** Files by their path, which begins with a slash. */
export type Files = Map<string, Uint8Array>;

/** A running server. */
export interface Server {
  /** Where it answers, without a trailing slash. */
  address: string;
  /** Ends it. */
  stop(): Promise<void>;
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
};

/** Serves files; `/` is `/index.html`. */
export function serve(files: Files): Promise<Server> {
  const compressed = new Map([...files].map(([path, body]) => [path, brotliCompressSync(body)]));
  return listen((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://bench');
    const path = pathname === '/' ? '/index.html' : pathname;
    const body = compressed.get(path);
    if (!body) {
      response.writeHead(404).end();
      return;
    }
    const type = TYPES[extname(path)] ?? 'application/octet-stream';
    response.writeHead(200, { 'Content-Type': type, 'Content-Encoding': 'br', 'Content-Length': body.length }).end(body);
  });
}

/** Listens on a port of the machine's choice. */
export async function listen(answer: RequestListener): Promise<Server> {
  const server = createServer(answer);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
