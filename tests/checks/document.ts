// What a screen owes to those who hear it: a title that says where they are, one heading to
// start from, focus where the reading goes on, a language.

import type { Page } from '@playwright/test';

/** Where focus must be. */
export type Focus =
  /** On the h1: the app has navigated here. */
  | 'heading'
  /** Nowhere yet: the page was loaded afresh. */
  | 'untouched'
  /** Wherever the person has put it, as long as it is somewhere. */
  | 'kept';

interface Facts {
  title: string;
  headings: string[];
  focus: string;
  onHeading: boolean;
  onNothing: boolean;
  language: string;
}

/** Reads the document. */
export async function read(page: Page): Promise<Facts> {
  return page.evaluate(() => {
    const visible = [...document.querySelectorAll('h1')].filter((heading) => heading.checkVisibility());
    const active = document.activeElement;
    return {
      title: document.title,
      headings: visible.map((heading) => (heading.textContent ?? '').trim()),
      focus: active ? active.outerHTML.slice(0, 100) : 'nothing',
      onHeading: active?.tagName === 'H1',
      onNothing: active === null || active === document.body || active === document.documentElement,
      language: document.documentElement.lang,
    };
  });
}

/** What is wrong with them. */
export function judge(facts: Facts, focus: Focus, portal: string, language: string): string[] {
  const faults: string[] = [];
  if (!facts.title.endsWith(portal)) faults.push(`title: “${facts.title}” does not end with “${portal}”`);
  if (facts.headings.length !== 1) {
    faults.push(`heading: ${facts.headings.length} h1 instead of one: ${JSON.stringify(facts.headings)}`);
  } else if (facts.headings[0] === '') faults.push('heading: the h1 is empty');
  if (focus === 'heading' && !facts.onHeading) faults.push(`focus: on ${facts.focus} instead of the h1`);
  if (focus === 'untouched' && !facts.onNothing) faults.push(`focus: moved to ${facts.focus} on a first load`);
  if (focus === 'kept' && facts.onNothing) faults.push('focus: lost');
  if (facts.language !== language) faults.push(`language: html says “${facts.language}”, not “${language}”`);
  return faults;
}
