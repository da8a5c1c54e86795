// SurveyJS in React, as its guide sets it up.

import 'survey-core/survey-core.css';

import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { Model } from 'survey-core';
import { Survey } from 'survey-react-ui';

import { fetchForm, place } from './form.ts';

const model = new Model(await fetchForm());
// By default it takes an answer over when one leaves the box.
if (new URLSearchParams(location.search).has('at-once')) model.textUpdateMode = 'onTyping';
createRoot(place()).render(createElement(Survey, { model }));
