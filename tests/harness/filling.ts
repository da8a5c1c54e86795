// Fills a form in as a person would: by the controls that stand on the page, with the portal's
// own example of answers. What each answer belongs to follows from the form's definition, so
// every service is filled in by the same few lines.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import type { Locator, Page } from '@playwright/test';

import type { Hands } from './hands.ts';

const EXAMPLES = fileURLToPath(new URL('../../crates/portal/data/forms/examples/', import.meta.url));

/** Answers that the portal's own tests hand in, with the papers they need. */
export interface Example {
  case: string;
  answers: Record<string, Answer>;
  /** Ids of the requirements for which a paper is handed in. */
  papers: string[];
}

type Answer = string | number | boolean | Answer[] | { [part: string]: Answer };

interface Field {
  id: string;
  kind: string;
  options?: { value: string }[];
  fields?: Field[];
}

/** A form's definition, as far as filling in needs it. */
export interface Definition {
  sections: { pages: { id: string; fields: Field[] }[] }[];
}

/** The example for a service. */
export function example(service: string): Example {
  return JSON.parse(readFileSync(`${EXAMPLES}${service}.json`, 'utf8')) as Example;
}

const PARTS: Record<string, string[]> = { sex: ['male', 'female'] };

/** A person's way of answering one form. */
export class Filling {
  readonly #page: Page;
  readonly #hands: Hands;
  readonly #example: Example;
  readonly #options = new Map<string, string[]>();
  readonly #paper: () => Promise<Paper[]>;
  readonly #answered = new Set<string>();

  constructor(page: Page, hands: Hands, example: Example, definition: Definition, paper: () => Promise<Paper[]>) {
    this.#page = page;
    this.#hands = hands;
    this.#example = example;
    this.#paper = paper;
    const keep = (fields: Field[]) => {
      for (const field of fields) {
        if (field.options) this.#options.set(field.id, field.options.map((option) => option.value));
        keep(field.fields ?? []);
      }
    };
    for (const section of definition.sections) for (const page of section.pages) keep(page.fields);
  }

  /** Answers everything on the page that has an answer, again while answers bring questions. */
  async answer(): Promise<void> {
    for (let again = true; again; ) {
      again = false;
      for (const [id, answer] of Object.entries(this.#example.answers)) {
        if (await this.#one(`_${id}`, id, answer)) again = true;
      }
    }
    for (const requirement of this.#example.papers) await this.#papers(requirement);
  }

  /** Adds what a group on this page lacks: true when an item's page was opened. */
  async item(): Promise<boolean> {
    for (const [id, answer] of Object.entries(this.#example.answers)) {
      if (!Array.isArray(answer) || typeof answer[0] !== 'object') continue;
      for (const at of answer.keys()) {
        // A summary of what is missing has links of the same words.
        const add = this.#page.getByRole('link', { name: /^Thêm: / }).and(this.#page.locator(':not(.summary *)'));
        const key = `${this.#page.url().split('?')[0]}#${id}/${at}`;
        if (this.#answered.has(key) || !(await add.first().isVisible())) continue;
        this.#answered.add(key);
        await this.#hands.press(add.first());
        return true;
      }
    }
    return false;
  }

  /** Answers one question, if it stands here and has not been answered; true when it did. */
  async #one(suffix: string, id: string, answer: Answer): Promise<boolean> {
    const control = this.#control(`q${suffix}`);
    const month = this.#control(`q${suffix}-month`);
    if (Array.isArray(answer)) {
      if (typeof answer[0] !== 'object') return this.#ticks(suffix, id, answer as string[]);
      let did = false;
      for (const [at, item] of answer.entries()) if (await this.#parts(`${suffix}_${at}`, item)) did = true;
      return did;
    }
    if (typeof answer === 'object') return this.#parts(suffix, answer);
    if (this.#answered.has(suffix) || !(await control.isVisible())) return false;
    this.#answered.add(suffix);
    if (await month.count()) {
      const [year, number, day] = String(answer).split('-').map(Number);
      await this.#hands.write(control, String(day));
      await this.#hands.write(month, String(number));
      await this.#hands.write(this.#control(`q${suffix}-year`), String(year));
    } else if ((await control.getAttribute('type')) === 'radio') {
      const index = typeof answer === 'boolean' ? Number(!answer) : this.#index(id, String(answer));
      await this.#hands.choose(this.#nth(suffix, index));
    } else if ((await control.getAttribute('type')) === 'checkbox') {
      await this.#hands.press(control);
    } else if ((await control.evaluate((element) => element.tagName)) === 'SELECT') {
      await this.#hands.pick(control, String(answer));
    } else {
      await this.#hands.write(control, String(answer));
    }
    return true;
  }

  async #parts(suffix: string, answer: Answer): Promise<boolean> {
    let did = false;
    for (const [part, value] of Object.entries(answer as Record<string, Answer>)) {
      if (await this.#one(`${suffix}_${part}`, part, value)) did = true;
    }
    return did;
  }

  async #ticks(suffix: string, id: string, values: string[]): Promise<boolean> {
    if (this.#answered.has(suffix) || !(await this.#control(`q${suffix}`).isVisible())) return false;
    this.#answered.add(suffix);
    for (const value of values) await this.#hands.press(this.#nth(suffix, this.#index(id, value)));
    return true;
  }

  async #papers(requirement: string): Promise<void> {
    const control = this.#control(`q_papers_${requirement}`);
    const set = this.#control(`q_papers_${requirement}-set`);
    if (this.#answered.has(requirement) || !(await control.isVisible())) return;
    this.#answered.add(requirement);
    await this.#hands.add(control, await this.#paper());
    const send = set.getByRole('button', { name: /^Xong, gửi giấy này/ });
    await set.getByRole('list').first().waitFor();
    await set.getByText('Đang xử lý ảnh…').waitFor({ state: 'hidden' });
    if (await send.isVisible()) await this.#hands.press(send);
    await set.getByText(/Cổng đã nhận/).first().waitFor({ timeout: 30_000 });
  }

  #control(id: string): Locator {
    return this.#page.locator(`[id="${id}"]`);
  }

  #nth(suffix: string, index: number): Locator {
    return this.#control(index === 0 ? `q${suffix}` : `q${suffix}-${index}`);
  }

  #index(id: string, value: string): number {
    const values = PARTS[id] ?? this.#options.get(id) ?? [];
    const index = values.indexOf(value);
    if (index < 0) throw new Error(`${id} offers no ${value}`);
    return index;
  }
}

/** A file as a test chooses it. */
export interface Paper {
  name: string;
  mimeType: string;
  buffer: Buffer;
}
