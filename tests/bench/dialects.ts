// The questions in each engine's own words. Each dialect says the same: a line of text, its label,
// whether it has to be answered, and the condition under which it is asked.

import { TAKES_AWAY, type Question } from './questions.ts';

/** Says the questions in one engine's dialect. */
export type Dialect = (questions: Question[]) => unknown;

/** No engine: what a page without one has to know. */
export const plain: Dialect = (questions) => questions;

/** form-js: a condition is a FEEL expression that hides. */
export const formJs: Dialect = (questions) => ({
  type: 'default',
  id: 'bench',
  schemaVersion: 18,
  components: [
    ...questions.map(({ id, label, required, unless }) => ({
      type: 'textfield',
      id,
      key: id,
      label,
      validate: { required },
      ...(unless ? { conditional: { hide: `=${unless} = "${TAKES_AWAY}"` } } : {}),
    })),
    { type: 'button', id: 'submit', key: 'submit', label: 'Gửi', action: 'submit' },
  ],
});

/** rjsf: JSON Schema draft 7, where a condition is an `if` of its own, and an order for the eye. */
export const jsonSchema: Dialect = (questions) => {
  const text = ({ id, label }: Question) => [id, { type: 'string', title: label }] as const;
  const conditional = questions.filter(({ unless }) => unless);
  return {
    schema: {
      type: 'object',
      required: questions.filter(({ required }) => required).map(({ id }) => id),
      properties: Object.fromEntries(questions.filter(({ unless }) => !unless).map(text)),
      allOf: conditional.map((question) => ({
        if: { properties: { [question.unless ?? '']: { const: TAKES_AWAY } }, required: [question.unless] },
        else: { properties: Object.fromEntries([text(question)]) },
      })),
    },
    uiSchema: { 'ui:order': [...questions.map(({ id }) => id), '*'] },
  };
};

/** SurveyJS: all on one page, as its form is meant to be filled in at one go. */
export const surveyJs: Dialect = (questions) => ({
  pages: [
    {
      name: 'all',
      elements: questions.map(({ id, label, required, unless }) => ({
        type: 'text',
        name: id,
        title: label,
        isRequired: required,
        ...(unless ? { visibleIf: `{${unless}} <> '${TAKES_AWAY}'` } : {}),
      })),
    },
  ],
});

/** Form.io: its "simple" conditions, those that its builder offers first. */
export const formio: Dialect = (questions) => ({
  display: 'form',
  components: [
    ...questions.map(({ id, label, required, unless }) => ({
      type: 'textfield',
      key: id,
      label,
      input: true,
      validate: { required },
      ...(unless
        ? {
            conditional: {
              show: false,
              conjunction: 'all',
              conditions: [{ component: unless, operator: 'isEqual', value: TAKES_AWAY }],
            },
          }
        : {}),
    })),
    { type: 'button', key: 'submit', label: 'Gửi', action: 'submit', input: true },
  ],
});
