// Whether the document, as it stands after all scripts, is valid HTML.

import type { Page } from '@playwright/test';
import { HtmlValidate } from 'html-validate';

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard', 'html-validate:a11y', 'html-validate:document'],
  elements: ['html5'],
  rules: {
    // How the browser writes a document down is not how a person does: it repeats boolean
    // attributes as `disabled=""` and writes characters where the source had references.
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'no-raw-characters': 'off',
    'void-style': 'off',
    // The serialized document has no line of the source to point at.
    'doctype-style': 'off',
  },
});

/** Each error of html-validate, with the line it is in. */
export async function markup(page: Page): Promise<string[]> {
  const html = `<!DOCTYPE html>\n${await page.evaluate(() => document.documentElement.outerHTML)}`;
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages, source }) =>
    messages
      .filter(({ severity }) => severity === 2)
      .map(({ ruleId, message, offset }) => {
        const around = (source ?? html).slice(Math.max(0, offset - 40), offset + 160).replace(/\s+/g, ' ');
        return `html ${ruleId}: ${message}\n    …${around}…`;
      }),
  );
}
