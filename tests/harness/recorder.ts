// Watches a browser context for what no screen may ever do: complain on the console, run into
// the content security policy, speak to another machine.

import type { BrowserContext, ConsoleMessage, Request, Response } from '@playwright/test';

const LOOPBACK = new Set(['127.0.0.1', 'localhost']);
const IGNORED = [
  // Chromium's own line for each answer that is an error. The requests are watched instead.
  /^Failed to load resource/,
  // What most tests ask Playwright to do, so that they can alter answers.
  /^Service Worker registration blocked by Playwright/,
];

/** What a context has done wrong so far. */
export class Recorder {
  readonly #faults: string[] = [];
  readonly #expected: RegExp[] = [];

  private constructor() {}

  /** Starts watching every page of `context`, those to come included. */
  static async watch(context: BrowserContext): Promise<Recorder> {
    const recorder = new Recorder();
    context.on('console', (message) => recorder.#console(message));
    context.on('weberror', (error) => recorder.#add(`uncaught: ${error.error().stack ?? error.error()}`));
    context.on('request', (request) => recorder.#request(request));
    context.on('response', (response) => recorder.#response(response));
    context.on('requestfailed', (request) => recorder.#failed(request));
    await context.exposeBinding('motcuaTestsReport', (_source, fault: string) => recorder.#add(fault));
    await context.addInitScript(() => {
      addEventListener('securitypolicyviolation', (event) => {
        const report = (globalThis as unknown as { motcuaTestsReport(fault: string): void }).motcuaTestsReport;
        report(`security policy: ${event.violatedDirective} forbids ${event.blockedURI} (${event.sourceFile}:${event.lineNumber})`);
      });
    });
    return recorder;
  }

  /** Faults that match are what the test is about, from now on. */
  expect(...faults: RegExp[]): void {
    this.#expected.push(...faults);
  }

  /** Every fault so far that no test has announced. */
  faults(): string[] {
    return this.#faults.filter((fault) => !this.#expected.some((pattern) => pattern.test(fault)));
  }

  #add(fault: string): void {
    this.#faults.push(fault);
  }

  #console(message: ConsoleMessage): void {
    if (message.type() !== 'error' && message.type() !== 'warning') return;
    if (IGNORED.some((pattern) => pattern.test(message.text()))) return;
    this.#add(`console ${message.type()}: ${message.text()}`);
  }

  #request(request: Request): void {
    const { protocol, hostname } = new URL(request.url());
    if (protocol.startsWith('http') && !LOOPBACK.has(hostname)) {
      this.#add(`request to another machine: ${request.url()}`);
    }
  }

  #response(response: Response): void {
    if (response.status() >= 400) this.#add(`answer ${response.status()}: ${response.url()}`);
  }

  #failed(request: Request): void {
    const why = request.failure()?.errorText ?? '';
    // The app drops requests whose answer nobody waits for any more; that is no fault.
    if (why === 'net::ERR_ABORTED') return;
    this.#add(`no answer (${why}): ${request.url()}`);
  }
}
