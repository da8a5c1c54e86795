// What a dossier's own screen shows of things that take an office weeks: an apology, a refusal, a
// result by every way, from the contract's samples and by post for once in earnest; on paper; and
// from a portal that can do nothing more than take dossiers.

import { BY_POST, file, handOver, officer, pay, SERVICE, TO_THE_RESULT } from '../harness/officer.ts';
import { pdf } from '../harness/paper.ts';
import { answering, CODE, sample, signedIn } from '../harness/samples.ts';
import { rewrite } from '../harness/faults.ts';
import { expect, test } from '../harness/test.ts';

test('a result tells who signed it, where it is by post, and where to fetch it', async ({ page, look }) => {
  const dossier = sample('getDossier.returned');
  const [result] = dossier.results;
  Object.assign(result, {
    signatures: [
      { signer: 'Ủy ban nhân dân phường Thử Nghiệm', issuer: 'Tổ chức Thử Nghiệm', signedAt: '2026-10-13T09:00:00+07:00', verdict: 'valid' },
      { signer: 'Người ký Thử', issuer: 'Tổ chức Thử Nghiệm', verdict: 'laterVerdict' },
      { signer: '', issuer: '', verdict: 'invalid' },
    ],
    post: { carrier: 'Bưu chính Thử Nghiệm', number: 'TN000000001VN', address: 'javascript:alert(1)', sentAt: '2026-10-13T10:00:00+07:00' },
    pickup: {
      counter: { name: { vi: 'Bộ phận một cửa Thử Nghiệm' }, address: 'Số 1 đường Thử Nghiệm', hours: { vi: 'Thứ hai đến thứ sáu, 8 đến 17 giờ' }, phone: '1800 0000' },
      from: '2026-10-13T10:00:00+07:00',
      bring: { vi: 'Mang theo căn cước.' },
    },
  });
  await signedIn(page);
  await answering(page, 'GET', /^\/dossiers\/[^/]+$/, () => ({ json: dossier }));
  await page.goto(`/ho-so/${CODE}`);
  const results = page.getByRole('region', { name: 'Kết quả' });
  for (const words of ['Tệp còn nguyên như khi ký', 'Chưa kết luận được về chữ ký số', 'Bạn chưa nên dùng tệp này.', 'Không đọc được', 'TN000000001VN', 'Thứ hai đến thứ sáu', 'Mang theo căn cước.']) {
    await expect(results).toContainText(words);
  }
  await expect(results.locator('a[href^="javascript:"]')).toHaveCount(0);
  await look('a result', { focus: 'untouched' });
  await page.setViewportSize({ width: 1280, height: 900 });
  await look('a result, on a desktop', { focus: 'untouched' });
});

test('a result by post: the officer’s own file is saved as it is, and its way is told as it goes', async ({ page, look }) => {
  await page.goto('/ho-so');
  const code = await file(page.request, SERVICE, BY_POST);
  await pay(page.request, code);
  await officer(page.request, code, { move: 'receive' }, { move: 'handOn' });
  const paper = pdf('trich-luc.pdf');
  await handOver(page.request, code, 'Bản sao trích lục', paper);
  await officer(page.request, code, { move: 'post', carrier: 'Bưu chính Thử Nghiệm', number: 'THU000001VN' });
  await page.goto(`/ho-so/${code}`);
  await expect(page.getByText('Bưu chính đang mang kết quả đến địa chỉ bạn đã chọn.')).toBeVisible();
  const results = page.getByRole('region', { name: 'Kết quả' });
  await expect(results).toContainText('THU000001VN');
  await expect(results).toContainText('Tệp này không có chữ ký điện tử.');
  const link = results.getByRole('link', { name: /Lưu tệp kết quả/ });
  const saved = await page.request.get((await link.getAttribute('href')) ?? '');
  expect((await saved.body()).equals(paper.buffer)).toBe(true);
  await look('a result on its way by post', { focus: 'untouched' });
  await officer(page.request, code, { move: 'return' });
  await expect(results).toContainText('Đã phát lúc');
  await page.setViewportSize({ width: 1280, height: 900 });
  await look('delivered, on a wide screen', { focus: 'untouched' });
});

test('a signed result says that it holds, and one that was tampered with that it does not and what to do', async ({ page, look }) => {
  await page.goto('/ho-so');
  const decided = async () => {
    const code = await file(page.request);
    await pay(page.request, code);
    await officer(page.request, code, ...TO_THE_RESULT.slice(0, 2));
    return code;
  };
  const code = await decided();
  await officer(page.request, code, ...TO_THE_RESULT.slice(2, 3));
  await page.goto(`/ho-so/${code}`);
  const results = page.getByRole('region', { name: 'Kết quả' });
  for (const words of ['Chữ ký số hợp lệ', 'Tệp còn nguyên như khi ký.', 'Con dấu thử nghiệm của Một Cửa', 'Một Cửa – chứng thực thử nghiệm']) {
    await expect(results).toContainText(words);
  }
  await look('a signed result', { focus: 'untouched' });

  const link = results.getByRole('link', { name: /Lưu tệp kết quả/ });
  const signed = await (await page.request.get((await link.getAttribute('href')) ?? '')).body();
  const changed = Buffer.from(signed);
  // Another ten seconds in the time of signing.
  const at = signed.lastIndexOf('/M(D:') + '/M(D:yyyyMMddHHmm'.length;
  changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
  // The same person would be told that they filed the same before.
  await page.context().clearCookies();
  await page.goto('/ho-so');
  const other = await decided();
  await handOver(page.request, other, 'Bản sao trích lục', { name: 'trich-luc.pdf', mimeType: 'application/pdf', buffer: changed });
  await page.goto(`/ho-so/${other}`);
  for (const words of ['Chữ ký số không hợp lệ', 'Nội dung tệp không còn như khi ký.', 'Bạn chưa nên dùng tệp này.']) {
    await expect(results).toContainText(words);
  }
  await expect(results).not.toContainText('Tệp còn nguyên');
  await look('a result that was tampered with', { focus: 'untouched' });
  await page.goto(`/sandbox/officer/dossiers/${other}`);
  await expect(page.getByRole('main')).toContainText('Chữ ký không hợp lệ. Người ký: Con dấu thử nghiệm của Một Cửa');
});

test('a late dossier has an apology, and one that was refused has its reasons and the way on', async ({ page, look }) => {
  const dossier = sample('getDossier');
  dossier.apology = {
    at: '2026-10-12T08:00:00+07:00',
    reason: { vi: 'Cần thêm thời gian xác minh.' },
    previous: '2026-10-13T17:00:00+07:00',
    promised: '2026-10-15T17:00:00+07:00',
  };
  dossier.status = { ...dossier.status, code: 77, portalText: { vi: 'Chờ hội đồng họp' }, nextStep: undefined };
  dossier.ending = {
    kind: 'stopped',
    at: '2026-10-14T08:00:00+07:00',
    by: { role: 'department', agency: 'Ủy ban nhân dân phường Thử Nghiệm', officer: 'Cán bộ Thử' },
    reasons: [{ text: { vi: 'Giấy tờ không khớp nhau.' }, basis: 'Điều 1 Thông tư thử nghiệm' }],
    whatNext: { vi: 'Bạn sửa giấy tờ rồi nộp lại.' },
  };
  await signedIn(page);
  await answering(page, 'GET', /^\/dossiers\/[^/]+$/, () => ({ json: dossier }));
  await page.goto(`/ho-so/${CODE}`);
  await expect(page.getByRole('region', { name: 'Thư xin lỗi và hẹn lại' })).toContainText('Cần thêm thời gian xác minh.');
  const ending = page.getByRole('region', { name: 'Vì sao dừng giải quyết' });
  for (const words of ['Giấy tờ không khớp nhau.', 'Điều 1 Thông tư thử nghiệm', 'Bạn sửa giấy tờ rồi nộp lại.', 'Cán bộ Thử']) {
    await expect(ending).toContainText(words);
  }
  await expect(page.getByText('Chờ hội đồng họp')).toBeVisible();
  await look('stopped, with a status that nobody knows', { focus: 'untouched' });

  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('heading', { name: 'Diễn biến' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Giữ và làm thêm' })).toBeHidden();
  await expect(page.getByRole('navigation').first()).toBeHidden();
});

test('a portal that takes dossiers and no more gets a screen without dead ends', async ({ page, look }) => {
  const BARE = new Set(['services', 'search', 'forms', 'filing', 'uploads', 'signIn']);
  await rewrite<{ capabilities: string[] }>(page, /\/api\/v1\/portal$/, (portal) => ({
    ...portal,
    capabilities: portal.capabilities.filter((one) => BARE.has(one)),
  }));
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const dossier = sample('getDossier');
  dossier.actions = [];
  await signedIn(page);
  await answering(page, 'GET', /^\/dossiers\/[^/]+$/, () => ({ json: dossier }));
  await page.goto(`/ho-so/${CODE}`);
  await expect(page.getByRole('heading', { name: 'Diễn biến' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Tải trọn hồ sơ (ZIP)' })).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Rút hồ sơ' })).toHaveCount(0);
  expect(asked.filter((path) => /events|messages|notifications|rating/.test(path))).toEqual([]);
  await look('the bare minimum', { focus: 'untouched' });
});
