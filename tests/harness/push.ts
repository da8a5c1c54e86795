// Web push without the browser's maker: a push service on this machine, a browser that subscribes
// with it, and the way from there to the real service worker.
//
// Chromium's own push service is another machine's. So the page's `subscribe` gives keys made here
// and an address here; what the portal sends there is decrypted as RFC 8291 has the browser do it,
// and handed to the worker by Chromium's developer tools.

import { createDecipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { BrowserContext, CDPSession, Page, Worker } from '@playwright/test';

/** What the worker shows. */
export interface Shown {
  title: string;
  body: string;
  tag: string;
  lang: string;
}

/** A browser's push service and its one device. */
export class PushService {
  readonly #keys = createECDH('prime256v1');
  readonly #auth = randomBytes(16);
  readonly #server: Server;
  readonly #received: Buffer[] = [];
  #heard = () => {};

  private constructor() {
    this.#keys.generateKeys();
    this.#server = createServer(async (request, response) => {
      const parts: Buffer[] = [];
      for await (const part of request) parts.push(part as Buffer);
      this.#received.push(Buffer.concat(parts));
      response.writeHead(201).end();
      this.#heard();
    });
  }

  static async start(): Promise<PushService> {
    const service = new PushService();
    service.#server.listen(0, '127.0.0.1');
    await once(service.#server, 'listening');
    return service;
  }

  end(): void {
    this.#server.close();
  }

  /** What the browser gives for its device. */
  get subscription() {
    const { port } = this.#server.address() as AddressInfo;
    return {
      endpoint: `http://127.0.0.1:${port}/device`,
      expirationTime: null,
      keys: { p256dh: this.#keys.getPublicKey('base64url'), auth: this.#auth.toString('base64url') },
    };
  }

  /** The next message, decrypted. */
  async next(): Promise<string> {
    while (this.#received.length === 0) await new Promise<void>((resolve) => (this.#heard = resolve));
    return this.#opened(this.#received.shift()!);
  }

  #opened(body: Buffer): string {
    const salt = body.subarray(0, 16);
    const theirs = body.subarray(21, 21 + body.readUInt8(20));
    const sealed = body.subarray(21 + theirs.length);
    const expand = (key: Buffer, salt: Buffer, info: Buffer, length: number) =>
      Buffer.from(hkdfSync('sha256', key, salt, info, length));
    const info = Buffer.concat([Buffer.from('WebPush: info\0'), this.#keys.getPublicKey(), theirs]);
    const key = expand(this.#keys.computeSecret(theirs), this.#auth, info, 32);
    const content = expand(key, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16);
    const nonce = expand(key, salt, Buffer.from('Content-Encoding: nonce\0'), 12);
    const decipher = createDecipheriv('aes-128-gcm', content, nonce);
    decipher.setAuthTag(sealed.subarray(-16));
    const record = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
    return record.subarray(0, record.lastIndexOf(2)).toString();
  }
}

type Counting = typeof globalThis & { motcuaTestsAsked?: number };

/** Lets the pages of `context` subscribe with this service, for as long as their device agrees. */
export async function subscribeWith(context: BrowserContext, service: PushService): Promise<void> {
  await context.addInitScript((given) => {
    // Outlives a reload, as the browser's own would.
    const HELD = 'tests.push';
    const held = () =>
      localStorage.getItem(HELD)
        ? {
            endpoint: given.endpoint,
            toJSON: () => given,
            unsubscribe: async () => {
              localStorage.removeItem(HELD);
              return true;
            },
          }
        : null;
    PushManager.prototype.getSubscription = async () => held() as PushSubscription | null;
    PushManager.prototype.subscribe = async (options) => {
      if (localStorage.getItem('tests.unreachable')) throw new DOMException('no push service', 'AbortError');
      localStorage.setItem(HELD, String(options?.applicationServerKey));
      return held() as unknown as PushSubscription;
    };
    const ask = Notification.requestPermission.bind(Notification);
    Notification.requestPermission = () => {
      const counting = globalThis as Counting;
      counting.motcuaTestsAsked = (counting.motcuaTestsAsked ?? 0) + 1;
      return ask();
    };
  }, service.subscription);
}

/** How often this page has had the browser ask. */
export function asked(page: Page): Promise<number> {
  return page.evaluate(() => (globalThis as Counting).motcuaTestsAsked ?? 0);
}

/** What a test touches of a service worker's own names, which the types of pages do not have. */
interface WorkerScope {
  registration: ServiceWorkerRegistration;
  clients: { openWindow(address: string): Promise<null> };
  WindowClient: { prototype: { focus(): Promise<unknown> } };
  NotificationEvent: new (
    type: string,
    init: { notification: Notification | undefined },
  ) => Event & { waitUntil(promise: Promise<unknown>): void };
  dispatchEvent(event: Event): boolean;
}

/** The service worker, as the browser reaches it. */
export class PushWorker {
  readonly #page: Page;
  readonly #tools: CDPSession;
  readonly #registration: string;

  private constructor(page: Page, tools: CDPSession, registration: string) {
    this.#page = page;
    this.#tools = tools;
    this.#registration = registration;
  }

  /** The one that looks after this page. */
  static async of(page: Page): Promise<PushWorker> {
    const tools = await page.context().newCDPSession(page);
    const registered = new Promise<string>((resolve) => {
      tools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
        const here = registrations.find(({ isDeleted, scopeURL }) => !isDeleted && page.url().startsWith(scopeURL));
        if (here) resolve(here.registrationId);
      });
    });
    await tools.send('ServiceWorker.enable');
    return new PushWorker(page, tools, await registered);
  }

  /** Hands it what the browser has decrypted. */
  async receives(data: string): Promise<void> {
    const { origin } = new URL(this.#page.url());
    await this.#tools.send('ServiceWorker.deliverPushMessage', { origin, registrationId: this.#registration, data });
  }

  /** What stands on the lock screen. */
  shows(): Promise<Shown[]> {
    return this.#page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      const all = await registration.getNotifications();
      return all.map(({ title, body, tag, lang }) => ({ title, body, tag, lang }));
    });
  }

  /**
   * Taps what is shown under a tag; the addresses of windows that it opened. A real tap lets the
   * worker bring windows to the front; this one does not, so they count as being there.
   */
  tap(tag: string): Promise<string[]> {
    const [worker] = this.#page.context().serviceWorkers() as [Worker];
    return worker.evaluate(async (tag) => {
      const scope = globalThis as unknown as WorkerScope;
      const opened: string[] = [];
      scope.WindowClient.prototype.focus = async function focus() {
        return this;
      };
      scope.clients.openWindow = async (address) => {
        opened.push(address);
        return null;
      };
      const [notification] = await scope.registration.getNotifications({ tag });
      const event = new scope.NotificationEvent('notificationclick', { notification });
      const until: Promise<unknown>[] = [];
      event.waitUntil = (promise) => void until.push(promise);
      scope.dispatchEvent(event);
      await Promise.all(until);
      return opened;
    }, tag);
  }
}
