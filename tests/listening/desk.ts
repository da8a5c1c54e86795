// A desk where somebody sits who does not see: a screen that nobody looks at, Orca, Chromium, and a
// keyboard. Whatever is done is done with keys; whatever is known is what Orca said.
//
// Everything runs for itself (its own home, display, bus and browser) and is ended by its process
// id. Orca speaks English about Vietnamese pages here: its own Vietnamese is half translated.

import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { chromium as playwright, expect, type Page } from '@playwright/test';

import { chromium } from '../harness/chromium.ts';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const run = promisify(execFile);
/** A step is over when nothing was said for so long. */
const QUIET_MS = 800;
/** Nothing takes longer to be begun, or to be said. */
const FIRST_WORD_MS = 4_000;
const PATIENCE_MS = 12_000;

const PREFERENCES = {
  translate: { enabled: false },
  credentials_enable_service: false,
  profile: { password_manager_enabled: false },
  autofill: { profile_enabled: false, credit_card_enabled: false },
};

export class Desk {
  /** The page, to know where one stands; never to act. */
  readonly page: Page;
  readonly #home: string;
  readonly #env: NodeJS.ProcessEnv;
  readonly #running: ChildProcess[];
  #heard = 0;

  private constructor(page: Page, home: string, env: NodeJS.ProcessEnv, running: ChildProcess[]) {
    this.page = page;
    this.#home = home;
    this.#env = env;
    this.#running = running;
  }

  /** Sits down, with this page open and read. */
  static async sit(address: string): Promise<Desk> {
    const home = await mkdtemp(join(tmpdir(), 'motcua-desk-'));
    const running: ChildProcess[] = [];
    try {
      return await Desk.#arrange(address, home, running);
    } catch (error) {
      await clear(running, home);
      throw error;
    }
  }

  /** Starts what a desk has; `running` knows of all that was started, also when something fails. */
  static async #arrange(address: string, home: string, running: ChildProcess[]): Promise<Desk> {
    const env: NodeJS.ProcessEnv = {
      PATH: process.env.PATH,
      HOME: home,
      XDG_RUNTIME_DIR: join(home, 'run'),
      XDG_CONFIG_HOME: join(home, 'config'),
      XDG_DATA_HOME: join(home, 'data'),
      GSETTINGS_BACKEND: 'memory',
      LANG: 'C.UTF-8',
      LC_ALL: 'C.UTF-8',
      GTK_MODULES: 'gail:atk-bridge',
      ACCESSIBILITY_ENABLED: '1',
      GNOME_ACCESSIBILITY: '1',
      NO_AT_BRIDGE: '0',
      PYTHONPATH: join(home, 'orca'),
      SPOKEN_TO: join(home, 'spoken.jsonl'),
    };
    const start = (command: string, args: string[], stdio: ('ignore' | 'pipe')[]) => {
      const child = spawn(command, args, { env, stdio });
      running.push(child);
      return child;
    };
    await mkdir(join(home, 'run'), { mode: 0o700 });
    await mkdir(join(home, 'orca'));
    await mkdir(join(home, 'browser', 'Default'), { recursive: true });
    await writeFile(join(home, 'browser', 'Default', 'Preferences'), JSON.stringify(PREFERENCES));
    await writeFile(join(home, 'spoken.jsonl'), '');
    for (const file of ['spoken.py', 'orca-customizations.py']) await copyFile(join(HERE, file), join(home, 'orca', file));

    const screen = start('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], ['ignore', 'ignore', 'ignore', 'pipe']);
    env.DISPLAY = `:${await line(screen.stdio[3] as NodeJS.ReadableStream, /^(\d+)$/m)}`;
    const bus = start('dbus-daemon', ['--session', '--print-address', '--nofork'], ['ignore', 'pipe', 'ignore']);
    env.DBUS_SESSION_BUS_ADDRESS = await line(bus.stdout as NodeJS.ReadableStream, /^(unix:.*)$/m);
    start('openbox', ['--sm-disable'], ['ignore', 'ignore', 'ignore']);
    const call = (method: string, ...args: string[]) =>
      run('gdbus', ['call', '--session', '--dest', 'org.a11y.Bus', '--object-path', '/org/a11y/bus', '--method', method, ...args], { env });
    await call('org.a11y.Bus.GetAddress');
    for (const property of ['IsEnabled', 'ScreenReaderEnabled']) {
      await call('org.freedesktop.DBus.Properties.Set', 'org.a11y.Status', property, '<true>');
    }
    start('/usr/bin/python3', [join(HERE, 'start-orca.py'), '-u', join(home, 'orca')], ['ignore', 'ignore', 'ignore']);
    await expect.poll(async () => (await readFile(join(home, 'spoken.jsonl'), 'utf8')).length, { timeout: 30_000 }).toBeGreaterThan(0);

    const browser = start(
      chromium(),
      [
        ...['--force-renderer-accessibility', '--no-sandbox', '--test-type', '--disable-gpu', '--no-first-run', '--lang=vi'],
        ...['--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-extensions'],
        ...['--disable-features=Translate,MediaRouter,OptimizationHints', '--password-store=basic', '--use-mock-keychain'],
        ...['--ozone-platform=x11', '--remote-debugging-port=0', `--user-data-dir=${join(home, 'browser')}`, `--app=${address}`],
      ],
      ['ignore', 'ignore', 'pipe'],
    );
    const endpoint = await line(browser.stderr as NodeJS.ReadableStream, /DevTools listening on (ws:\S+)/);
    const connected = await playwright.connectOverCDP(endpoint);
    const [context] = connected.contexts();
    const page = context?.pages()[0] ?? (await context?.waitForEvent('page'));
    if (!page) throw new Error('Chromium has no page.');
    const desk = new Desk(page, home, env, running);
    await page.waitForSelector('main h1');
    await desk.#quiet();
    return desk;
  }

  /** Presses keys, and gives what was said until it was quiet again. */
  async press(...keys: string[]): Promise<string> {
    await run('xdotool', ['key', '--clearmodifiers', ...keys], { env: this.#env });
    return this.#quiet();
  }

  /** Writes into the field that has focus, by the clipboard: xdotool loses accents of capitals. */
  async write(text: string): Promise<string> {
    const clipboard = spawn('xclip', ['-selection', 'clipboard', '-quiet'], { env: this.#env, stdio: ['pipe', 'ignore', 'ignore'] });
    this.#running.push(clipboard);
    clipboard.stdin.end(text);
    return this.press('ctrl+a', 'ctrl+v');
  }

  /** Goes on with Tab until something is said that `wanted` matches; what was said then. */
  async tabTo(wanted: RegExp, most = 60): Promise<string> {
    const passed: string[] = [];
    for (let at = 0; at < most; at += 1) {
      const said = await this.press('Tab');
      if (wanted.test(said)) return said;
      passed.push(said);
    }
    throw new Error(`${wanted} was not said within ${most} steps of Tab, but:\n${passed.join('\n')}`);
  }

  /** Waits until something is said that `wanted` matches. */
  async hear(wanted: RegExp): Promise<string> {
    let said = '';
    await expect.poll(async () => (said += `\n${await this.#quiet()}`), { timeout: PATIENCE_MS * 2 }).toMatch(wanted);
    return said;
  }

  /** All that was said so far, a line each. */
  async all(): Promise<string[]> {
    const text = await readFile(join(this.#home, 'spoken.jsonl'), 'utf8');
    return text.split('\n').filter(Boolean).map((one) => (JSON.parse(one) as { text: string }).text);
  }

  /** Gets up, and leaves nothing behind. */
  async leave(): Promise<void> {
    await clear(this.#running, this.#home);
  }

  /** What was said since the last time, once nothing more comes. */
  async #quiet(): Promise<string> {
    const from = this.#heard;
    const began = Date.now();
    let changed = Date.now();
    for (;;) {
      const all = await this.all();
      if (all.length !== this.#heard) changed = Date.now();
      this.#heard = all.length;
      const enough = all.length > from ? QUIET_MS : FIRST_WORD_MS;
      if (Date.now() - changed >= enough || Date.now() - began > PATIENCE_MS) return all.slice(from).join(' ‖ ');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/** Ends what was started, the last first, and removes what it kept. */
async function clear(running: ChildProcess[], home: string): Promise<void> {
  for (const child of running.reverse()) {
    if (child.exitCode !== null) continue;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
  }
  await rm(home, { recursive: true, force: true, maxRetries: 5 });
}

/** The first group of what a stream says, once it says it. */
function line(stream: NodeJS.ReadableStream, wanted: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const limit = setTimeout(() => reject(new Error(`${wanted} was not said, but: ${said}`)), 30_000);
    stream.on('data', (text: Buffer) => {
      said += text.toString();
      const found = wanted.exec(said)?.[1];
      if (!found) return;
      clearTimeout(limit);
      resolve(found);
    });
  });
}
