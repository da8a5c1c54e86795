// The screens in every light that a device or a person may ask for.

import { expect, test } from '../harness/test.ts';

const SCREENS: [address: string, ready: string][] = [
  ['/', 'Có con'],
  ['/dich-vu?q=khai+sinh', 'Danh sách dịch vụ'],
  ['/dich-vu/1.001193', 'Dịch vụ liên quan'],
  ['/danh-muc', 'Hộ tịch'],
  ['/cai-dat', 'Cỡ chữ'],
];

const LIGHTS = {
  dark: { colorScheme: 'dark' },
  'more contrast': { contrast: 'more' },
  'dark with more contrast': { colorScheme: 'dark', contrast: 'more' },
  'forced colours': { forcedColors: 'active' },
  'reduced motion': { reducedMotion: 'reduce' },
} as const;

for (const [light, media] of Object.entries(LIGHTS)) {
  test(`every kind of screen stands in ${light}`, async ({ page, look }) => {
    await page.emulateMedia(media);
    for (const [address, ready] of SCREENS) {
      await page.goto(address);
      await expect(page.getByText(ready).or(page.getByRole('list', { name: ready })).first()).toBeVisible();
      await look(`${address} in ${light}`, { focus: 'untouched' });
    }
  });
}

test('nothing is cut off at the largest text with WCAG’s spacing', async ({ page, recorder }) => {
  // WCAG 1.4.12 by hand, in a style sheet that the page's policy does not let in by itself.
  await page.addInitScript(() => localStorage.setItem('motcua.settings', JSON.stringify({ textSize: 'largest' })));
  await page.setViewportSize({ width: 320, height: 740 });
  for (const [address, ready] of SCREENS) {
    await page.goto(address);
    await expect(page.getByText(ready).or(page.getByRole('list', { name: ready })).first()).toBeVisible();
    const cut = await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }');
      document.adoptedStyleSheets.push(sheet);
      const clips = (element: Element) => {
        const { overflowX, overflowY, clipPath } = getComputedStyle(element);
        if (clipPath !== 'none') return false;
        const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
        return (
          (hides(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
          (hides(overflowY) && element.scrollHeight > element.clientHeight + 1)
        );
      };
      const name = (element: Element) => element.outerHTML.slice(0, 100);
      // Out of all that reaches past its frame, the innermost is to blame.
      const culprits = (frame: Element) => {
        const { right } = frame.getBoundingClientRect();
        const past = [...frame.querySelectorAll('*')].filter(
          (element) => element.checkVisibility() && element.getBoundingClientRect().right > right + 1,
        );
        return past.filter((element) => !past.some((other) => other !== element && element.contains(other))).map(name);
      };
      return [...document.body.querySelectorAll('*')]
        .filter((element) => element.checkVisibility() && !element.closest('svg, input') && clips(element))
        .map((element) => `${name(element)} cuts off ${culprits(element).slice(0, 4).join(' and ')}`);
    });
    expect(cut, address).toEqual([]);
    const { wide, room } = await page.evaluate(() => ({ wide: document.documentElement.scrollWidth, room: document.documentElement.clientWidth }));
    expect(wide, `${address} needs ${wide} px`).toBeLessThanOrEqual(room);
  }
  expect(recorder.faults()).toEqual([]);
});
