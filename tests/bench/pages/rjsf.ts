// rjsf with its own theme and the validator that its README names.

import Form from '@rjsf/core';
import validator from '@rjsf/validator-ajv8';
import type { RJSFSchema, UiSchema } from '@rjsf/utils';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';

import { fetchForm, place } from './form.ts';

const { schema, uiSchema } = await fetchForm<{ schema: RJSFSchema; uiSchema: UiSchema }>();
// By default the browser's own validation stops a form that is not complete, and says so about one
// answer at a time in a bubble of its own; only without it does the engine's validation run.
const form = { schema, uiSchema, validator, noHtml5Validate: true };
createRoot(place()).render(createElement(Form, form));
