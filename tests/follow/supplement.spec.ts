// Two sides of one dossier: the officer acts and the citizen's open page changes; the officer asks
// for more, and the citizen mends it item by item and sends it back together, over a network
// that loses the answer.

import { heard } from '../harness/announcements.ts';
import { file, officer, type Move } from '../harness/officer.ts';
import { photo } from '../harness/paper.ts';
import { expect, test } from '../harness/test.ts';

const ASK: Move = {
  move: 'askSupplement',
  explanation: 'Hồ sơ còn hai mục chưa đúng. Ngoài hai mục này, hồ sơ của bạn đã đủ.',
  items: [
    { target: { kind: 'answer', pointer: '/registry' }, reason: 'Nơi đăng ký ghi chưa đủ tên xã.' },
    { target: { kind: 'paper' }, title: 'Ảnh chụp sổ hộ tịch cũ', reason: 'Chưa có trong hồ sơ.' },
  ],
  days: 5,
};

test('the officer acts, the open page follows, and what is asked for is sent together', async ({ page, request, look, recorder }) => {
  test.setTimeout(120_000);
  const code = await file(page.request);
  await page.goto(`/ho-so/${code}`);
  await expect(page.getByText('Mới đăng ký')).toBeVisible();
  const kept = page.getByRole('link', { name: 'Xem chi tiết thanh toán' });
  await kept.focus();

  await officer(request, code, { move: 'receive' });
  await expect(page.getByText('Được tiếp nhận', { exact: true })).toBeVisible();
  await expect.poll(() => heard(page)).toContainEqual(expect.stringMatching(/^Hồ sơ có thay đổi: Được tiếp nhận\. /));
  await expect(kept).toBeFocused();

  await officer(request, code, { move: 'handOn' }, ASK);
  const turn = page.getByRole('region', { name: 'Việc của bạn bây giờ' });
  await expect(turn).toBeVisible();
  await expect(kept).toBeFocused();
  await look('asked for more', { focus: 'kept' });
  await page.setViewportSize({ width: 1280, height: 900 });
  await look('asked for more, on a desktop', { focus: 'kept' });
  await page.setViewportSize({ width: 360, height: 740 });

  await turn.getByRole('link', { name: 'Bổ sung ngay' }).click();
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText('Bổ sung hồ sơ');
  const send = page.getByRole('button', { name: 'Gửi tất cả cho cán bộ' });
  await expect(send).toBeVisible();
  await look('what is asked for', { focus: 'heading' });
  await send.click();
  const summary = page.locator('.summary');
  await expect(summary).toBeFocused();
  await expect(summary.getByRole('link')).toHaveCount(2);
  await look('nothing is mended yet', { focus: 'kept' });
  await summary.getByRole('link', { name: /câu trả lời chưa đổi/ }).click();
  const registry = page.getByRole('textbox', { name: 'Cơ quan đã đăng ký hộ tịch' });
  await expect(registry).toBeFocused();
  await registry.fill('Ủy ban nhân dân xã Thử Nghiệm Mới');
  const papers = page.getByRole('group', { name: 'Ảnh chụp sổ hộ tịch cũ' });
  await papers.locator('input[type=file]').first().setInputFiles([await photo(page, 'Sổ cũ')]);
  await papers.getByRole('button', { name: /^Xong, gửi giấy này/ }).click();
  await expect(papers.getByText(/^Cổng đã/).first()).toBeVisible();
  await page.getByRole('region', { name: /^Mục 2/ }).getByLabel('Lời nhắn cho cán bộ').fill('Bản duy nhất tôi còn giữ.');

  // What was typed and photographed survives the page.
  await expect(page.getByText(/^Đã lưu/)).toBeVisible();
  await page.reload();
  await expect(registry).toHaveValue('Ủy ban nhân dân xã Thử Nghiệm Mới');
  await expect(papers.getByText(/^Cổng đã/).first()).toBeVisible();

  // The portal takes it, and the answer gets lost on its way.
  recorder.expect(/^no answer /);
  let sent = 0;
  await page.route(/\/supplements\/[^/]+\/answer$/, async (route) => {
    sent += 1;
    if (sent > 1) return route.fallback();
    await route.fetch();
    await route.abort('connectionreset');
  });
  await send.click();
  await expect(heading).toHaveText('Đã gửi phần bổ sung', { timeout: 20_000 });
  await expect(heading).toBeFocused();
  expect(sent).toBe(2);
  await look('all is sent', { focus: 'heading' });

  await page.getByRole('main').getByRole('link', { name: 'Về hồ sơ' }).first().click();
  const requests = page.getByRole('region', { name: 'Yêu cầu bổ sung' });
  await expect(requests.getByText('Đã gửi, chờ cán bộ xem')).toHaveCount(3);
  await expect(page.getByText('Đang xử lý', { exact: true })).toBeVisible();
  const dossier = await (await page.request.get(`/api/v1/dossiers/${code}`)).json();
  expect(dossier.content.answers.registry).toBe('Ủy ban nhân dân xã Thử Nghiệm Mới');
  expect(dossier.supplements).toHaveLength(1);
  await look('the officer looks', { focus: 'heading' });

  await page.goto(`/ho-so/${code}/bo-sung`);
  await expect(page.getByText('Hiện không có yêu cầu bổ sung nào chờ bạn.')).toBeVisible();
});

test('a dossier is taken back once, and the page says so', async ({ page, look, recorder }) => {
  const code = await file(page.request);
  await page.goto(`/ho-so/${code}`);
  await page.getByRole('link', { name: 'Rút hồ sơ' }).click();
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText('Rút hồ sơ?');
  const withdraw = page.getByRole('button', { name: 'Rút hồ sơ này' });
  await expect(withdraw).toBeVisible();
  await look('before taking it back', { focus: 'heading' });

  recorder.expect(/^no answer /);
  let sent = 0;
  await page.route(/\/withdrawal$/, async (route) => {
    sent += 1;
    if (sent > 1) return route.fallback();
    await route.fetch();
    await route.abort('connectionreset');
  });
  await page.getByLabel('Lý do').fill('Tôi nộp nhầm dịch vụ.');
  await withdraw.click();
  await expect(page.getByText(/^Chưa rõ cổng đã nhận yêu cầu rút chưa/)).toBeVisible();
  await expect(page.getByLabel('Lý do')).toHaveValue('Tôi nộp nhầm dịch vụ.');
  await look('the answer got lost', { focus: 'kept' });
  await withdraw.click();
  await expect(heading).toHaveText('Hồ sơ đã được rút');
  await expect(heading).toBeFocused();

  await page.getByRole('link', { name: 'Về hồ sơ' }).click();
  await expect(page.getByRole('region', { name: 'Bạn đã rút hồ sơ' })).toContainText('Tôi nộp nhầm dịch vụ.');
  await look('taken back', { focus: 'heading' });
});
