// The form that every engine draws: 200 questions on one page. Each tenth is there unless the one
// before it says "x", each fifth has to be answered, so that conditions and validation have work.

import { longForm, type Definition } from '../harness/forms.ts';

/** One question, in no engine's dialect. */
export interface Question {
  id: string;
  label: string;
  required: boolean;
  /** The question whose answer "x" takes this one away. */
  unless?: string;
}

/** The answer that takes the next question away. */
export const TAKES_AWAY = 'x';

/** In the middle of the form; nothing depends on it. */
export const PLAIN = 'q100';

/** Decides whether the question after it is there. */
export const DECIDING = 'q98';

/** Is there unless `DECIDING` says "x". */
export const DEPENDENT = 'q99';

/** When this one stands, all of them do: every engine draws from the top. */
export const LAST = 'q199';

const COUNT = 200;

interface Field {
  id: string;
  label: { vi: string };
  show?: { '!=': [{ var: string }, string] };
}

const isRequired = (at: number) => at % 5 === 2;

/** The form in the format of crates/forms/FORMAT.md. */
export function ours(): Definition {
  const form = longForm(COUNT);
  const page = pageOf(form);
  page.fields = page.fields.map((field, at) => ({ ...field, required: isRequired(at) }));
  return form;
}

/** The same questions, to be said in another engine's dialect. */
export function questions(): Question[] {
  return pageOf(longForm(COUNT)).fields.map(({ id, label, show }, at) => ({
    id,
    label: label.vi,
    required: isRequired(at),
    ...(show ? { unless: show['!='][0].var } : {}),
  }));
}

function pageOf(form: Definition): { fields: Field[] } {
  const [section] = form.sections as { pages: { fields: Field[] }[] }[];
  const page = section?.pages[0];
  if (!page) throw new Error('The long form has no page.');
  return page;
}
