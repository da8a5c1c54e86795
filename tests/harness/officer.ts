// A dossier brought along without a screen: filed and paid by whoever the request context is (a
// page's own `page.request` makes it that page's guest), moved by the sandbox officer's JSON API.

import { randomUUID } from 'node:crypto';

import { expect, type APIRequestContext } from '@playwright/test';

import { example, type Paper } from './filling.ts';

/** A service whose dossier needs no papers: a copy of a civil-status extract. */
export const SERVICE = '2.000635';

/** One thing that the officer does, as `crates/portal/src/dossier/moves.rs` writes it. */
export type Move = { move: string } & Record<string, unknown>;

/** From received to returned; the fee has to be paid before. */
export const TO_THE_RESULT: Move[] = [
  { move: 'receive' },
  { move: 'handOn' },
  { move: 'decide', name: 'Bản sao trích lục', text: 'Cấp bản sao theo đề nghị.' },
  { move: 'return' },
];

interface Obligation {
  id: string;
  state: string;
}

/** A delivery by post, to an address that nobody has. */
export const BY_POST = {
  kind: 'postal',
  address: { name: 'Nguyễn Văn Thử', phone: '0900000012', province: '01', commune: '00004', detail: 'Số 1 đường Thử Nghiệm' },
};

/** Files a dossier as the guest of this context; its code. */
export async function file(as: APIRequestContext, service = SERVICE, delivery: object = { kind: 'online' }): Promise<string> {
  const given = example(service);
  const form = await (await as.get(`/api/v1/services/${service}/forms/${given.case}`)).json();
  const answer = await as.post('/api/v1/dossiers', {
    headers: { 'idempotency-key': randomUUID() },
    data: {
      service,
      case: given.case,
      formVersion: form.version,
      answers: given.answers,
      papers: [],
      delivery,
      channel: 'online',
      contact: { phone: '0900000012' },
      confirmed: true,
    },
  });
  expect(answer.status(), await answer.text()).toBe(201);
  return (await answer.json()).code;
}

/** Pays all that is due at the sandbox's gateway. */
export async function pay(as: APIRequestContext, code: string): Promise<void> {
  const dossier = await (await as.get(`/api/v1/dossiers/${code}`)).json();
  const due = (dossier.payments.obligations as Obligation[]).filter(({ state }) => state === 'due');
  if (due.length === 0) return;
  const started = await as.post(`/api/v1/dossiers/${code}/payments`, {
    headers: { 'idempotency-key': randomUUID() },
    data: { obligations: due.map(({ id }) => id), returnTo: '/' },
  });
  const { continueTo } = await started.json();
  const asked = new URL(continueTo, started.url()).searchParams;
  const paid = await as.post('/sandbox/gateway', { form: { ...Object.fromEntries(asked), choice: 'pay' } });
  expect(paid.ok(), await paid.text()).toBe(true);
}

/** Lets the officer do these things to a dossier, one after the other. */
export async function officer(as: APIRequestContext, code: string, ...moves: Move[]): Promise<void> {
  for (const data of moves) {
    const answer = await as.post(`/sandbox/officer/api/dossiers/${code}/moves`, { data });
    expect(answer.status(), `${data.move}: ${await answer.text()}`).toBe(200);
  }
}

/** Lets the officer issue a result with a file of their own. */
export async function handOver(as: APIRequestContext, code: string, name: string, paper: Paper): Promise<void> {
  const asked = new URLSearchParams({ name, fileName: paper.name });
  const answer = await as.post(`/sandbox/officer/api/dossiers/${code}/result?${asked}`, {
    headers: { 'content-type': paper.mimeType },
    data: paper.buffer,
  });
  expect(answer.status(), await answer.text()).toBe(200);
}

/** A dossier of this guest whose result is there and returned; its code. */
export async function finished(as: APIRequestContext): Promise<string> {
  const code = await file(as);
  await pay(as, code);
  await officer(as, code, ...TO_THE_RESULT);
  return code;
}

/** Lets the officer forward, answer or refuse feedback. */
export async function handle(as: APIRequestContext, feedback: string, data: Move): Promise<void> {
  const answer = await as.post(`/sandbox/officer/api/feedback/${feedback}/moves`, { data });
  expect(answer.status(), `${data.move}: ${await answer.text()}`).toBe(200);
}

/** Lets the officer write to whoever filed the dossier. */
export async function write(as: APIRequestContext, code: string, text: string): Promise<void> {
  const answer = await as.post(`/sandbox/officer/api/dossiers/${code}/messages`, { data: { text } });
  expect(answer.status(), await answer.text()).toBe(204);
}
