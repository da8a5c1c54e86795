// How somebody works the page: with a finger, or with a keyboard alone.

import { expect, type Locator, type Page } from '@playwright/test';

import type { Paper } from './filling.ts';

/** What hands can do with controls. */
export interface Hands {
  /** Follows a link, presses a button, ticks a box. */
  press(control: Locator): Promise<void>;
  /** Writes in a box, over what is there. */
  write(box: Locator, text: string): Promise<void>;
  /** Chooses one of several radios. */
  choose(radio: Locator): Promise<void>;
  /** Chooses in a list by the option's value, which may still be on its way. */
  pick(list: Locator, value: string): Promise<void>;
  /** Chooses files. */
  add(chooser: Locator, papers: Paper[]): Promise<void>;
}

/** Waits until the list offers this. */
const option = (list: Locator, value: string) => expect(list.locator(`option[value="${value}"]`)).toBeAttached();

/** A finger or a mouse. */
export const pointer: Hands = {
  press: (control) => control.click(),
  write: (box, text) => box.fill(text),
  choose: (radio) => radio.check(),
  async pick(list, value) {
    await option(list, value);
    await list.selectOption(value);
  },
  add: (chooser, papers) => chooser.setInputFiles(papers),
};

/** More stops than any page has: what is not reached by then cannot be reached. */
const MOST_STOPS = 150;

const focused = (control: Locator) => control.evaluate((element) => element === document.activeElement);

/** A keyboard, and nothing else. */
export function keyboard(page: Page): Hands {
  const keys = page.keyboard;
  /** Goes from stop to stop until it stands on the control; radios of a group are one stop. */
  async function reach(control: Locator): Promise<void> {
    await expect(control).toBeVisible();
    for (let stops = 0; stops < MOST_STOPS; stops += 1) {
      if (await focused(control)) return;
      await keys.press('Tab');
    }
    throw new Error(`No key leads to ${control}`);
  }
  return {
    async press(control) {
      await reach(control);
      const box = (await control.getAttribute('type')) === 'checkbox';
      await keys.press(box ? 'Space' : 'Enter');
    },
    async write(box, text) {
      await reach(box);
      await keys.press('ControlOrMeta+a');
      await keys.type(text);
    },
    async choose(radio) {
      const name = await radio.getAttribute('name');
      const one = page.locator(`input[type=radio][name="${name}"]`);
      for (let stops = 0; !(await one.evaluateAll((all) => all.includes(document.activeElement as HTMLInputElement))); stops += 1) {
        if (stops > MOST_STOPS) throw new Error(`No key leads to ${radio}`);
        await keys.press('Tab');
      }
      await keys.press('Space');
      for (let steps = await one.count(); steps > 0 && !(await focused(radio)); steps -= 1) await keys.press('ArrowDown');
      await expect(radio).toBeChecked();
    },
    async pick(list, value) {
      await option(list, value);
      await reach(list);
      const away = await list.evaluate((element, wanted) => {
        const { options, selectedIndex } = element as HTMLSelectElement;
        return [...options].findIndex((one) => one.value === wanted) - selectedIndex;
      }, value);
      for (let steps = Math.abs(away); steps > 0; steps -= 1) await keys.press(away > 0 ? 'ArrowDown' : 'ArrowUp');
      await expect(list).toHaveValue(value);
    },
    async add(chooser, papers) {
      await reach(chooser);
      const opened = page.waitForEvent('filechooser', { timeout: 5_000 });
      await keys.press('Enter');
      // Once in five runs on a loaded machine the first key opens nothing; anybody presses again.
      const dialog = await opened.catch(async () => {
        await reach(chooser);
        const again = page.waitForEvent('filechooser');
        await keys.press('Space');
        return again;
      });
      await dialog.setFiles(papers);
    },
  };
}
