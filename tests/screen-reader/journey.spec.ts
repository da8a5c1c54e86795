import { test } from '../harness/test.ts';
import { Desk } from './desk.ts';
test('x', async ({ baseURL }) => {
  test.setTimeout(580_000);
  const desk = await Desk.sit(`${baseURL}/dich-vu/2.000635/nop`);
  const say = (label: string, said: string) => console.log(`## ${label}: ${said}`);
  try {
    say('begin', await desk.tabTo(/Bắt đầu điền/));
    say('tasks', await desk.press('Return'));
    say('go on', await desk.tabTo(/Điền tiếp: /));
    (await import('node:fs')).copyFileSync('/tmp/orca-debug.log','/tmp/orca-before.log');
    say('page', await desk.press('Return'));
  } catch (e) { console.log(String(e).slice(0, 3000)); }
  finally { await desk.leave(); }
});
