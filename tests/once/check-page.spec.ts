// The checks themselves: each fault seeded into an otherwise sound page is named, and the sound
// page passes. A checker that has gone blind would let every journey pass.

import { expect, test as base, type Page } from '@playwright/test';

import { checkPage } from '../checks/page.ts';
import { Recorder } from '../harness/recorder.ts';

const test = base.extend<{ recorder: Recorder }>({
  recorder: async ({ context }, use) => use(await Recorder.watch(context)),
});

const ADDRESS = 'http://127.0.0.1/seeded';
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";
const BODY = `
  <header><a class="skip" href="#main">Đến nội dung chính</a></header>
  <main id="main" tabindex="-1">
    <h1>Đăng ký khai sinh</h1>
    <p>Cha, mẹ đăng ký trong 60 ngày.</p>
    <button type="button">Nộp hồ sơ</button>
  </main>`;
const STYLE = 'body { color: #111; background: #fff; } button, a { padding: 12px; display: inline-block; color: #111; background: #fff; }';

/** A whole page around `body`. */
function whole(body: string, { title = 'Khai sinh - Một Cửa', lang = 'vi', style = STYLE } = {}): string {
  return `<!DOCTYPE html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${style}</style></head><body>${body}</body></html>`;
}

async function show(page: Page, html: string): Promise<void> {
  await page.route(ADDRESS, (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', headers: { 'Content-Security-Policy': POLICY }, body: html }),
  );
  await page.goto(ADDRESS);
}

/** What the check says of `html`. */
async function verdict(page: Page, recorder: Recorder, html: string): Promise<string> {
  await show(page, html);
  try {
    await checkPage(page, recorder, 'seeded', { focus: 'untouched' });
  } catch (error) {
    return String(error);
  }
  return 'sound';
}

test('a sound page passes', async ({ page, recorder }) => {
  expect(await verdict(page, recorder, whole(BODY))).toBe('sound');
});

const FAULTS: [fault: string, html: string, named: RegExp][] = [
  ['a title without the portal', whole(BODY, { title: 'Khai sinh' }), /title: “Khai sinh”/],
  ['a second h1', whole(BODY.replace('<p>', '<h1>Hai</h1><p>')), /heading: 2 h1/],
  ['an empty h1', whole(BODY.replace('Đăng ký khai sinh', '')), /heading: the h1 is empty/],
  ['the wrong language', whole(BODY, { lang: 'en' }), /language: html says “en”/],
  ['pale text', whole(BODY.replace('<p>', '<p style="color:#999">')), /axe color-contrast /],
  ['text between 4.5:1 and 7:1', whole(BODY.replace('<p>', '<p style="color:#666">')), /axe color-contrast-enhanced /],
  ['a button without a name', whole(BODY.replace('Nộp hồ sơ', '')), /axe button-name /],
  ['content outside every landmark', whole(`${BODY}<p>Lạc lõng.</p>`), /axe region /],
  ['an id used twice', whole(BODY.replace('<p>', '<p id="main">')), /html no-dup-id/],
  ['a block inside a paragraph’s sentence', whole(BODY.replace('<button type="button">', '<button type="button"><div>x</div>')), /html element-permitted-content/],
  ['a heading level left out', whole(BODY.replace('<p>', '<h4>Sâu</h4><p>')), /(axe heading-order|html heading-level)/],
  ['something too wide', whole(BODY.replace('<p>', '<p style="width:400px">')), /reflow: 4\d\d px wide/],
  ['a target too small', whole(BODY.replace('<button', '<button style="padding:0;width:16px;height:16px;overflow:hidden"')), /target: 16×16 px/],
  ['a stranger’s script', whole(`${BODY}<script src="https://cdn.example/x.js"></script>`), /security policy: script-src-elem/],
  ['an inline script', whole(`${BODY}<script>1</script>`), /security policy: script-src-elem forbids inline/],
  ['a picture from another machine', whole(BODY.replace('<p>', '<img alt="" src="https://cdn.example/x.png"><p>')), /security policy: img-src|another machine/],
];

for (const [fault, html, named] of FAULTS) {
  test(`${fault} is named`, async ({ page, recorder }) => {
    expect(await verdict(page, recorder, html)).toMatch(named);
  });
}

test('a focus that jumped on the first load is named', async ({ page, recorder }) => {
  await show(page, whole(BODY));
  await page.getByRole('button').focus();
  await expect(checkPage(page, recorder, 'seeded', { focus: 'untouched' })).rejects.toThrow(/focus: moved to <button/);
});

test('a focus that did not follow the navigation is named', async ({ page, recorder }) => {
  await show(page, whole(BODY));
  await expect(checkPage(page, recorder, 'seeded', { focus: 'heading' })).rejects.toThrow(/focus: on <body/);
});

test('a lost focus is named', async ({ page, recorder }) => {
  await show(page, whole(BODY));
  await expect(checkPage(page, recorder, 'seeded', { focus: 'kept' })).rejects.toThrow(/focus: lost/);
});

test('an error on the console is named', async ({ page, recorder }) => {
  await show(page, whole(BODY));
  await page.evaluate(() => console.error('hỏng'));
  await expect(checkPage(page, recorder, 'seeded', { focus: 'untouched' })).rejects.toThrow(/console error: hỏng/);
});
