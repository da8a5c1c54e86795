// A plain web server for the app's files, as any portal's own may be: it knows nothing of the
// reference portal, and tells the app through config.json where its portal is.

import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

import { APP } from './places.ts';

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.pack': 'application/octet-stream',
  '.webmanifest': 'application/manifest+json',
};

/** A running server. */
export interface Host {
  /** Where it answers, without a trailing slash. */
  address: string;
  /** Ends it. */
  stop(): Promise<void>;
}

/** Serves the app with this configuration, as strict as the policy of engineering allows. */
export async function host(config: { portal: string; name: string }): Promise<Host> {
  const policy = [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    `connect-src 'self' ${config.portal}`,
    // Photos are looked at on the device before they are sent.
    "img-src 'self' data: blob:",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
  const send = (response: ServerResponse, type: string, body: string | Buffer) =>
    response.writeHead(200, { 'Content-Type': type, 'Content-Security-Policy': policy }).end(body);

  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://host').pathname);
    if (path === '/config.json') {
      send(response, 'application/json', JSON.stringify(config));
      return;
    }
    // Every address that is no file is a screen of the app.
    const page = () => readFile(join(APP, 'index.html')).then((body) => send(response, 'text/html; charset=utf-8', body));
    const type = TYPES[extname(path)];
    void (type ? readFile(join(APP, path)).then((body) => send(response, type, body), page) : page());
  });
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
