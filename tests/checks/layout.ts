// What the eye and the finger need: nothing to scroll sideways on the narrowest screen, nothing
// too small to hit.

import type { Page } from '@playwright/test';

/** WCAG 1.4.10: 320 CSS pixels, a 1280 px window at 400 %. */
const NARROWEST = 320;
/** WCAG 2.5.8, in CSS pixels. */
const SMALLEST_TARGET = 24;

/** Whatever reaches past the right edge of a window of 320 px. */
export async function reflow(page: Page): Promise<string[]> {
  const size = page.viewportSize();
  if (!size) return [];
  await page.setViewportSize({ width: NARROWEST, height: size.height });
  try {
    return await page.evaluate(() => {
      const root = document.documentElement;
      if (root.scrollWidth <= root.clientWidth) return [];
      const name = (element: Element) => element.outerHTML.slice(0, 120);
      const wide = [...document.body.querySelectorAll('*')].filter((element) => {
        const { right, width } = element.getBoundingClientRect();
        return width > 0 && right > root.clientWidth + 0.5;
      });
      // The innermost ones cause it; those around them are only stretched.
      const causes = wide.filter((element) => !wide.some((other) => other !== element && element.contains(other)));
      return [
        `reflow: ${root.scrollWidth} px wide at ${root.clientWidth} px`,
        ...causes.slice(0, 5).map((element) => `reflow: past the edge: ${name(element)}`),
      ];
    });
  } finally {
    await page.setViewportSize(size);
  }
}

/**
 * Controls smaller than 24 by 24 px. As in WCAG 2.5.8, a link within a sentence may be as small
 * as its words, and a control counts with the label that is pressed for it.
 */
export function targets(page: Page): Promise<string[]> {
  return page.evaluate((smallest) => {
    const CONTROLS = 'a[href], button, input:not([type="hidden"]), select, textarea, summary, [role="button"], [role="option"], [role="switch"], [tabindex="0"]';
    const seen = (element: Element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    const inSentence = (element: Element) =>
      getComputedStyle(element).display === 'inline' &&
      [...(element.parentElement?.childNodes ?? [])].some(
        (node) => node !== element && node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '',
      );
    const box = (element: Element) => {
      const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
      const all = [element, ...labels].map((one) => one.getBoundingClientRect());
      return {
        width: Math.max(...all.map(({ width }) => width)),
        height: Math.max(...all.map(({ height }) => height)),
      };
    };
    // Out of sight until it has focus, as a skip link is.
    const tucked = (element: Element) => {
      const { right, bottom } = element.getBoundingClientRect();
      return right <= 1 || bottom <= 1 || getComputedStyle(element).clipPath !== 'none';
    };
    return [...document.querySelectorAll(CONTROLS)]
      .filter((element) => seen(element) && !inSentence(element) && !tucked(element))
      .map((element) => ({ element, ...box(element) }))
      .filter(({ width, height }) => width < smallest || height < smallest)
      .map(({ element, width, height }) => `target: ${width.toFixed(0)}×${height.toFixed(0)} px: ${element.outerHTML.slice(0, 120)}`);
  }, SMALLEST_TARGET);
}
