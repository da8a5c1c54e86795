// Form.io's renderer alone, without its builder, in its default look (Bootstrap).

import 'bootstrap/dist/css/bootstrap.min.css';
import '@formio/js/dist/formio.form.min.css';

import { Formio } from '@formio/js/form';

import { fetchForm, place } from './form.ts';

await Formio.createForm(place(), await fetchForm());
