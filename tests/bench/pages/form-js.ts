// form-js, as its README sets it up.

import '@bpmn-io/form-js-viewer/dist/assets/form-js.css';

import { Form } from '@bpmn-io/form-js-viewer';

import { fetchForm, place } from './form.ts';

// By default it waits 300 ms after the last keystroke before it takes the answer over.
const atOnce = new URLSearchParams(location.search).has('at-once');
const form = new Form({ container: place(), ...(atOnce ? { debounce: false } : {}) });
await form.importSchema(await fetchForm());
