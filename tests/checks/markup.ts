// Whether the document, as it stands after all scripts, is valid HTML.

import type { Page } from '@playwright/test';
import { HtmlValidate } from 'html-validate';

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard', 'html-validate:document'],
  elements: ['html5'],
  rules: {
    // How the browser writes a document down is not how a person does: it repeats boolean
    // attributes as `disabled=""` and writes characters where the source had references.
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'no-raw-characters': 'off',
    'void-style': 'off',
    'doctype-style': 'off',
    // These need more than markup: which of two navigations is drawn, which role a list box
    // serves. axe and IBM's checker, which see the styles and the tree, judge them instead.
    'aria-label-misuse': ['error', { allowAnyNamable: true }],
    'prefer-native-element': 'off',
    'unique-landmark': 'off',
  },
});

/** Each error of html-validate, with the text around it. */
export async function markup(page: Page): Promise<string[]> {
  const html = await page.evaluate(() => {
    const root = document.documentElement.cloneNode(true) as HTMLElement;
    // A template is no part of the page until it is used, and is looked at then.
    for (const template of root.querySelectorAll('template')) template.innerHTML = '';
    return `<!DOCTYPE html>\n${root.outerHTML}`;
  });
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages
      .filter(({ severity }) => severity === 2)
      .map(({ ruleId, message, offset }) => {
        const around = html.slice(Math.max(0, offset - 40), offset + 160).replace(/\s+/g, ' ');
        return `html ${ruleId}: ${message}\n    …${around}…`;
      }),
  );
}
