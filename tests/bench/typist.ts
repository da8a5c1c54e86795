// Someone who types, fast, and takes note of what the page tells of each keystroke.

import { EventEmitter, once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';

import type { CDPSession, Page } from '@playwright/test';

import type { Engine } from './engines.ts';
import type { Stroke, Watch } from './probe.ts';
import { DECIDING, DEPENDENT, TAKES_AWAY } from './questions.ts';

const LETTERS = 'motcuachomoinguoi';

/** A fast typist's pause, never the same, so that keys fall anywhere between two frames. */
const pauseAt = (at: number): number => 120 + ((at * 37) % 80);

/** Someone at the keyboard. */
export class Typist {
  readonly #page: Page;
  readonly #engine: Engine;
  readonly #told = new EventEmitter();
  #keys = 0;

  private constructor(page: Page, engine: Engine) {
    this.#page = page;
    this.#engine = engine;
  }

  /** Sits down before a page that holds the probe. */
  static async sit(page: Page, devtools: CDPSession, engine: Engine): Promise<Typist> {
    const typist = new Typist(page, engine);
    devtools.on('Runtime.bindingCalled', ({ name, payload }) => typist.#told.emit(name, payload));
    await devtools.send('Runtime.addBinding', { name: 'stroked' });
    return typist;
  }

  /** Types so many letters into a question's box. */
  async type(question: string, letters: number): Promise<Stroke[]> {
    await this.#begin(this.#engine.control(question), {});
    const strokes: Stroke[] = [];
    for (let at = 0; at < letters; at += 1) strokes.push(await this.#timed(LETTERS[at % LETTERS.length] ?? ''));
    return strokes;
  }

  /** Hides the dependent question and shows it again, so many times: two keystrokes each. */
  async decide(times: number): Promise<Stroke[]> {
    const leaves = this.#engine.counts === 'leaving';
    const { control } = this.#engine;
    await this.#begin(control(DECIDING), { control: control(DEPENDENT), ...(leaves ? { key: 'Tab' } : {}) });
    const strokes: Stroke[] = [];
    for (let at = 0; at < times * 2; at += 1) {
      const key = at % 2 === 0 ? TAKES_AWAY : 'Backspace';
      strokes.push(await (leaves ? this.#leave(key) : this.#timed(key)));
    }
    return strokes;
  }

  /** Sends the form, in which most of what is required is missing. */
  async send(): Promise<Stroke> {
    const { submit, fault } = this.#engine;
    await this.#begin(submit, { key: 'Enter', control: fault });
    return this.#timed('Enter');
  }

  async #begin(control: string, watch: Watch): Promise<void> {
    await this.#page.focus(control);
    await this.#page.evaluate((watch) => window.probe.watch(watch), watch);
  }

  /** Answers, and leaves the box with the key that is timed; then comes back. */
  async #leave(key: string): Promise<Stroke> {
    await this.#press(key);
    const stroke = await this.#timed('Tab');
    await this.#page.focus(this.#engine.control(DECIDING));
    return stroke;
  }

  async #timed(key: string): Promise<Stroke> {
    const told = once(this.#told, 'stroked') as Promise<[string]>;
    await this.#press(key);
    const [stroke] = await told;
    return JSON.parse(stroke) as Stroke;
  }

  async #press(key: string): Promise<void> {
    this.#keys += 1;
    await pause(pauseAt(this.#keys));
    await this.#page.keyboard.press(key);
  }
}
