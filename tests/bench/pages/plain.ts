// No engine: 200 labelled inputs a listener that does what the conditions say and one that looks
// for what is missing. What the browser itself takes in such a page; nothing can be much faster.

import type { Question } from '../questions.ts';
import { fetchForm, place } from './form.ts';

const questions = await fetchForm<Question[]>();
const form = document.createElement('form');
const rows = new Map<string, HTMLElement>();
for (const { id, label, required } of questions) {
  const row = document.createElement('p');
  const name = document.createElement('label');
  const input = document.createElement('input');
  name.textContent = label;
  name.htmlFor = input.id = id;
  input.required = required;
  row.append(name, input);
  rows.set(id, row);
  form.append(row);
}
const dependents = new Map(questions.flatMap(({ id, unless }) => (unless ? [[unless, id]] : [])));
form.addEventListener('input', ({ target }) => {
  if (!(target instanceof HTMLInputElement)) return;
  const dependent = rows.get(dependents.get(target.id) ?? '');
  if (dependent) dependent.hidden = target.value === 'x';
});
form.noValidate = true;
form.addEventListener('submit', (event) => {
  event.preventDefault();
  for (const row of rows.values()) {
    if (row.querySelector('input')?.validity.valid ?? true) continue;
    const fault = document.createElement('span');
    fault.className = 'fault';
    fault.textContent = 'Bạn chưa trả lời câu này.';
    row.append(fault);
  }
});
const submit = document.createElement('button');
submit.textContent = 'Gửi';
form.append(submit);
place().append(form);
