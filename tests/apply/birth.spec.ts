// A child's birth is registered from a phone, with two photos of one paper and a connection that
// drops while they are sent; the portal's own database has it exactly once.

import { Citizen } from '../harness/citizen.ts';
import { rows } from '../harness/database.ts';
import { example } from '../harness/filling.ts';
import { pointer } from '../harness/hands.ts';
import { test } from '../harness/own-portal.ts';
import { expect } from '../harness/test.ts';

const SERVICE = '1.001193';

test('a birth, two photos, a dropped connection, and one dossier', async ({ page, context, portal, recorder }) => {
  test.setTimeout(180_000);
  recorder.expect(/^no answer /, /ERR_INTERNET_DISCONNECTED/);
  // A copy that was on its way when the dossier was handed in finds its draft gone.
  recorder.expect(/^answer 404: .*\/drafts\//);
  let dropped = 0;
  await page.route(/\/api\/v1\/uploads\/[^/]+$/, async (route) => {
    if (route.request().method() !== 'PATCH' || dropped > 0) return route.fallback();
    dropped += 1;
    await context.setOffline(true);
    await route.abort('internetdisconnected');
    await page.getByText('Chờ có mạng để gửi tiếp').waitFor();
    await context.setOffline(false);
  });
  const citizen = new Citizen(page, async () => undefined, pointer);
  await citizen.begin('làm giấy khai sinh', SERVICE);
  await citizen.signIn('Nguyễn Mẫu An');
  await citizen.fillIn(SERVICE);
  await citizen.chooseDelivery();
  const code = await citizen.send();
  await citizen.pay(code);
  await citizen.receipt(code);

  expect(dropped).toBe(1);
  const dossiers = await rows<{ code: string; answers: string }>(portal.data, 'SELECT code, answers FROM dossier');
  expect(dossiers.map((dossier) => dossier.code)).toEqual([code]);
  expect(JSON.parse(dossiers[0]?.answers ?? '')).toEqual(example(SERVICE).answers);
  const papers = await rows(portal.data, 'SELECT f.media_type, u.pages FROM dossier_file f JOIN upload u ON u.sha256 = f.sha256');
  expect(papers).toEqual([{ media_type: 'application/pdf', pages: 2 }]);
  const due = await rows(portal.data, "SELECT id FROM obligation WHERE state = 'due'");
  expect(due).toEqual([]);
});
