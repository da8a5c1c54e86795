// Files a dossier and follows it with the eyes closed: nothing is done but with keys, and nothing
// is known but what Orca says. What it must say is matched by name, role and state, not word for
// word: the window's title and the order of a few asides change from one time to the next.

import { expect, request, test } from '@playwright/test';

import { officer } from '../harness/officer.ts';
import { shared } from '../harness/prepare.ts';
import { Desk } from './desk.ts';

/** What is answered where something like this is said: keys, or words. */
type Answer = [said: RegExp, how: { keys: string[] } | { words: string }];

const ANSWERS: Answer[] = [
  [/Của chính tôi.*not selected radio button/, { keys: ['space'] }],
  [/Họ, chữ đệm, tên entry required/, { words: 'Trần Thị Thử' }],
  [/Ngày entry required/, { words: '3' }],
  [/Tháng entry required/, { words: '8' }],
  [/Năm entry required/, { words: '1992' }],
  [/Số định danh cá nhân entry/, { words: '001192054321' }],
  [/Khai sinh.*not selected radio button/, { keys: ['space'] }],
  // Where nothing is chosen yet the arrows read on; the space bar chooses.
  [/Nam\..*not selected radio button/, { keys: ['Down', 'space'] }],
  [/Quốc tịch.*combo box/, { keys: ['Down'] }],
  [/Cơ quan đã đăng ký hộ tịch entry required/, { words: 'Ủy ban nhân dân phường Thử Nghiệm' }],
  [/Số lượng bản sao.*(entry|spin button)/, { words: '2' }],
  [/Trực tuyến.*not selected radio button/, { keys: ['space'] }],
  [/Số điện thoại entry/, { words: '0900000012' }],
];

/** Answers what is said on this page, as far as one knows it, and goes on; what is said then. */
async function answerAndGoOn(desk: Desk): Promise<string> {
  for (let at = 0; at < 40; at += 1) {
    const said = await desk.press('Tab');
    const answer = ANSWERS.find(([label]) => label.test(said));
    if (answer) {
      const [, how] = answer;
      if ('words' in how) await desk.write(how.words);
      else for (const key of how.keys) await desk.press(key);
    }
    if (/Tiếp tục push button/.test(said)) return desk.press('Return');
  }
  throw new Error('“Tiếp tục” was not said.');
}

test('with the eyes closed one finds a service, mends an error, files, and hears the officer act', async () => {
  test.setTimeout(540_000);
  const desk = await Desk.sit(`${shared('address')}/`);
  try {
    await desk.tabTo(/Tìm dịch vụ editable combo box/);
    await desk.write('bản sao trích lục hộ tịch');
    expect(await desk.press('Return')).toMatch(/Kết quả cho “bản sao trích lục hộ tịch” heading level 1/);
    await desk.tabTo(/Cấp bản sao Trích lục hộ tịch.* link/);
    expect(await desk.press('Return')).toMatch(/Cấp bản sao Trích lục hộ tịch.* heading level 1/);
    await desk.tabTo(/Nộp hồ sơ link/);
    expect(await desk.press('Return')).toMatch(/Trước khi nộp hồ sơ heading level 1/);
    await desk.tabTo(/Bắt đầu điền push button/);
    expect(await desk.press('Return')).toMatch(/Các phần cần điền heading level 1/);
    await desk.tabTo(/Điền tiếp: .* link/);
    expect(await desk.press('Return')).toMatch(/Bạn xin bản sao của ai\? heading level 1/);

    await desk.tabTo(/Tiếp tục push button/);
    const wrong = await desk.press('Return');
    expect(wrong.match(/Có 1 chỗ cần sửa/g), wrong).toHaveLength(1);
    expect(wrong.match(/Chọn: Quan hệ với người được cấp bản sao/g), wrong).toHaveLength(1);
    await desk.tabTo(/Chọn: Quan hệ với người được cấp bản sao link/);
    expect(await desk.press('Return')).toMatch(/Của chính tôi.*radio button/);
    expect(await desk.press('space')).toMatch(/selected/);
    await desk.tabTo(/Tiếp tục push button/);
    let said = await desk.press('Return');
    for (let pages = 0; pages < 12 && !/Xem lại trước khi gửi heading level 1/.test(said); pages += 1) {
      expect(said).toMatch(/heading level 1|Bạn xem lại \d+ chỗ/);
      said = await answerAndGoOn(desk);
    }
    expect(said).toMatch(/Xem lại trước khi gửi heading level 1/);

    await desk.tabTo(/check box not checked/, 90);
    expect(await desk.press('space')).toMatch(/^checked/);
    await desk.tabTo(/Tiếp tục đến bước gửi push button/);
    expect(await desk.press('Return')).toMatch(/Gửi hồ sơ heading level 1/);
    await desk.tabTo(/Gửi hồ sơ push button/);
    expect(await desk.press('Return')).toMatch(/Cổng đã nhận hồ sơ của bạn heading level 1/);
    // Reading on, line by line, one hears the code.
    let code = '';
    for (let lines = 0; lines < 12 && !code; lines += 1) code = /H\d\d[\d.]+-\d{6}-\d{4}/.exec(await desk.press('Down'))?.[0] ?? '';
    expect(code).not.toBe('');

    await desk.tabTo(/Xem hồ sơ link/);
    expect(await desk.press('Return')).toMatch(/Cấp bản sao Trích lục hộ tịch.* heading level 1/);
    const desks = await request.newContext({ baseURL: shared('address') });
    await officer(desks, code, { move: 'receive' });
    await desk.hear(/Hồ sơ có thay đổi: Được tiếp nhận/);
    await desks.dispose();
  } catch (error) {
    throw new Error(`${(error as Error).message}\nSaid so far:\n${(await desk.all()).slice(-60).join('\n')}`);
  } finally {
    await desk.leave();
  }
});
