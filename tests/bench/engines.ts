// The engines side by side: how each is served, how its form is reached, and where a question's
// control stands in what it draws.

import { readFileSync } from 'node:fs';

import type { BrowserContext } from '@playwright/test';

import { SERVICE } from '../harness/forms.ts';
import { app } from './app.ts';
import { bundle } from './bundle.ts';
import { formio, formJs, jsonSchema, plain, surveyJs, type Dialect } from './dialects.ts';
import { serve, type Server } from './serve.ts';

/** Where things stand in what an engine draws, as CSS selectors. */
interface Places {
  /** The control of a question. */
  control(question: string): string;
  /** What sends the form. */
  submit: string;
  /** What says that an answer is wrong; nothing of the kind is there before. */
  fault: string;
}

/** One engine in one setting. */
export interface Engine extends Places {
  /** What the table calls it. */
  name: string;
  /** npm packages that make it up, with their versions; empty for what is no package. */
  packages: string[];
  /** Its origin. */
  server: Server;
  /** Leads a fresh browser to where the form can be opened, and gives its address. */
  open(context: BrowserContext): Promise<string>;
  /** When an answer counts: as it is typed, or when one leaves the box. */
  counts: 'typing' | 'leaving';
  /** Whether its loading is measured; not again for another setting of the same files. */
  loads: boolean;
}

const PLAIN: Places = { control: (id) => `#${id}`, submit: 'button', fault: '.fault' };
const OURS: Places = { control: (id) => `#q_${id}`, submit: 'form button[type=submit]', fault: '.q__error' };
const FORM_JS: Places = {
  control: (id) => `input[id$="-${id}"]`,
  submit: 'button[type=submit]',
  fault: '.fjs-form-field-error',
};
const RJSF: Places = { control: (id) => `#root_${id}`, submit: 'button[type=submit]', fault: '.error-detail' };
const SURVEY_JS: Places = {
  control: (id) => `[data-name="${id}"] input`,
  submit: '.sd-navigation__complete-btn',
  fault: '.sd-element__erbox',
};
const FORM_IO: Places = {
  control: (id) => `input[name="data[${id}]"]`,
  submit: 'button[type=submit]',
  fault: '.formio-error-wrapper',
};

/** Builds and serves them all. */
export async function engines(): Promise<Engine[]> {
  const [bare, own, formJsPage, rjsfPage, surveyPage, formioPage] = await Promise.all([
    page('plain', plain),
    app(),
    page('form-js', formJs),
    page('rjsf', jsonSchema),
    page('surveyjs', surveyJs),
    page('formio', formio),
  ]);
  const typed = { packages: [] as string[], counts: 'typing', loads: true } as const;
  const formJsEngine = { ...typed, ...FORM_JS, server: formJsPage, packages: versions('@bpmn-io/form-js-viewer') };
  const rjsfPackages = versions('@rjsf/core', '@rjsf/validator-ajv8', 'react');
  const surveyPackages = versions('survey-core', 'survey-react-ui', 'react');
  const surveyEngine = { ...typed, ...SURVEY_JS, server: surveyPage, packages: surveyPackages };
  return [
    { ...typed, ...PLAIN, name: 'no engine', server: bare, open: at(bare) },
    { ...typed, ...OURS, name: 'Một Cửa', server: own, open: begin(own) },
    { ...formJsEngine, name: 'form-js', open: at(formJsPage) },
    { ...formJsEngine, name: 'form-js, no debounce', open: at(formJsPage, '?at-once'), loads: false },
    { ...typed, ...RJSF, name: 'rjsf', packages: rjsfPackages, server: rjsfPage, open: at(rjsfPage) },
    { ...surveyEngine, name: 'SurveyJS', counts: 'leaving', open: at(surveyPage) },
    { ...surveyEngine, name: 'SurveyJS, on typing', open: at(surveyPage, '?at-once'), loads: false },
    { ...typed, ...FORM_IO, name: 'Form.io', packages: versions('@formio/js'), server: formioPage, open: at(formioPage) },
  ];
}

const page = async (name: string, dialect: Dialect): Promise<Server> => serve(await bundle(name, dialect));

/** A form that stands at the root of its origin. */
const at =
  ({ address }: Server, query = '') =>
  (): Promise<string> =>
    Promise.resolve(`${address}/${query}`);

/** A draft of our own, begun as people begin one. */
const begin =
  ({ address }: Server) =>
  async (context: BrowserContext): Promise<string> => {
    const page = await context.newPage();
    await page.goto(`${address}/dich-vu/${SERVICE}/nop`);
    await page.getByRole('button', { name: 'Bắt đầu điền' }).click();
    await page.waitForURL(/\/nop\/[a-z0-9]{20}$/);
    const draft = page.url();
    await page.close();
    return `${draft}/all`;
  };

/** Each package with the version that is installed. */
function versions(...names: string[]): string[] {
  return names.map((name) => {
    const manifest = new URL(`node_modules/${name}/package.json`, import.meta.url);
    const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
    return `${name} ${version}`;
  });
}
