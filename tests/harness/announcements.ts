// Hears what a screen reader would be told without a move of focus: every text that appears in
// a live region, in order.

import type { BrowserContext, Page } from '@playwright/test';

type Listening = typeof globalThis & { motcuaTestsHeard?: string[] };

/** Starts to listen on every page of `context`, from before its first script. */
export async function listen(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const heard: string[] = [];
    (globalThis as Listening).motcuaTestsHeard = heard;
    const LIVE = '[role="status"], [role="alert"], [aria-live="polite"], [aria-live="assertive"]';
    const said = new WeakMap<Element, string>();
    const hear = (node: Node) => {
      const element = node instanceof Element ? node : node.parentElement;
      const regions = new Set<Element>(node instanceof Element ? node.querySelectorAll(LIVE) : []);
      const around = element?.closest(LIVE);
      if (around) regions.add(around);
      for (const region of regions) {
        const words = (region.textContent ?? '').replace(/\s+/g, ' ').trim();
        if (words === (said.get(region) ?? '')) continue;
        said.set(region, words);
        if (words) heard.push(words);
      }
    };
    new MutationObserver((changes) => {
      for (const change of changes) {
        hear(change.target);
        change.addedNodes.forEach(hear);
      }
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
}

/** All that has been said on this page since it was loaded. */
export function heard(page: Page): Promise<string[]> {
  return page.evaluate(() => (globalThis as Listening).motcuaTestsHeard ?? []);
}
