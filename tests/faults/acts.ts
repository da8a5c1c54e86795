// What one can do about a dossier, one's data and the portal once something was filed: each act as
// somebody does it who looks at the screen that is there, and what the portal has of it then.

import { randomUUID } from 'node:crypto';

import type { BrowserContext, BrowserContextOptions, Page } from '@playwright/test';

import { Citizen } from '../harness/citizen.ts';
import { pointer } from '../harness/hands.ts';
import { file, finished, handle, officer, write } from '../harness/officer.ts';
import { PushService, subscribeWith } from '../harness/push.ts';

/** Something that one does, and that ends in one write. */
export interface Act {
  /** As the test is called. */
  name: string;
  /** The write, as harness/strikes.ts calls it. */
  write: string;
  /** Files of settings that the portal needs for it. */
  settings?: Record<string, unknown>;
  /** What the browser lets the page do. */
  browser?: BrowserContextOptions;
  /** Gives the browser what it lacks; ends that when called. */
  enter?: (context: BrowserContext) => Promise<() => void>;
  /** Brings things to where one can act; the address of the screen. */
  prepare: (page: Page) => Promise<string>;
  /** Does one thing; true once the screen says that it is done. */
  step: (page: Page) => Promise<boolean>;
  /** What is asked of the portal's database in the end, and what it must answer. */
  witness: [question: string, rows: unknown[]];
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const says = (page: Page, words: string | RegExp) => page.getByText(words).first().isVisible();
const heading = async (page: Page) => (await page.getByRole('heading', { level: 1 }).textContent({ timeout: 2_000 }).catch(() => '')) ?? '';

/** Presses it if it is there and not busy; what has gone meanwhile need not be pressed. */
async function press(page: Page, name: string | RegExp): Promise<void> {
  const control = button(page, name).first();
  if (!(await control.isVisible())) return;
  if ((await control.getAttribute('aria-disabled', { timeout: 1_000 }).catch(() => 'true')) === 'true') return;
  await control.click({ timeout: 2_000 }).catch(() => undefined);
}

/** Writes into the field if it is there, empty and may be written in. */
async function fill(page: Page, label: string | RegExp, text: string): Promise<void> {
  const field = page.getByLabel(label, { exact: true });
  if (!(await field.isVisible())) return;
  const open = await field.isEditable({ timeout: 1_000 }).catch(() => false);
  const empty = (await field.inputValue({ timeout: 1_000 }).catch(() => text)) === '';
  if (open && empty) await field.fill(text, { timeout: 2_000 }).catch(() => undefined);
}

async function signIn(page: Page, name: string): Promise<void> {
  await page.goto('/toi');
  await new Citizen(page, async () => undefined, pointer).signIn(name);
}

/** The answer to a POST that has to be taken. */
async function post<Answer>(page: Page, path: string, data: unknown): Promise<Answer> {
  const answer = await page.request.post(path, { headers: { 'idempotency-key': randomUUID() }, data });
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
  return (await answer.json()) as Answer;
}

const WORDS = 'Tôi cần bản sao sớm.';
const SHOWN = { vi: 'Tôi đồng ý để cổng này lấy họ và tên của tôi.' };

export const ACTS: Act[] = [
  {
    name: 'a message to the officer',
    write: 'POST /api/v1/dossiers/*/messages',
    prepare: async (page) => `/ho-so/${await file(page.request)}/trao-doi`,
    step: async (page) => {
      // Both at one moment: between two looks the answer may come, and an emptied box is not written into.
      const { sent, typed } = await page.locator('main').evaluate((main, words) => {
        const messages = [...main.querySelectorAll('.thread__text')];
        return {
          sent: messages.some((message) => message.textContent === words),
          typed: main.querySelector('textarea')?.value,
        };
      }, WORDS);
      if (sent && typed === '') return true;
      if (!sent && typed === '') await fill(page, 'Tin nhắn của bạn', WORDS);
      await press(page, /^(Gửi|Gửi lại)$/);
      return false;
    },
    witness: ['SELECT text FROM message WHERE by_citizen', [{ text: WORDS }]],
  },
  {
    name: 'an answer to a request for more',
    write: 'POST /api/v1/dossiers/*/supplements/*/answer',
    prepare: async (page) => {
      const code = await file(page.request);
      await officer(page.request, code, { move: 'receive' }, { move: 'handOn' }, {
        move: 'askSupplement',
        explanation: 'Hồ sơ còn một mục chưa đúng.',
        items: [{ target: { kind: 'answer', pointer: '/registry' }, reason: 'Nơi đăng ký ghi chưa đủ tên xã.' }],
        days: 5,
      });
      return `/ho-so/${code}/bo-sung`;
    },
    step: async (page) => {
      if ((await heading(page)) === 'Đã gửi phần bổ sung' || (await says(page, 'Hiện không có yêu cầu bổ sung nào chờ bạn.'))) return true;
      const registry = page.getByRole('textbox', { name: 'Cơ quan đã đăng ký hộ tịch' });
      if ((await registry.isVisible()) && (await registry.inputValue()) !== WORDS) await registry.fill(WORDS, { timeout: 2_000 });
      await press(page, /^(Gửi tất cả cho cán bộ|Hỏi lại ngay)$/);
      return false;
    },
    witness: ['SELECT given FROM supplement_item', [{ given: JSON.stringify(WORDS) }]],
  },
  {
    name: 'taking a dossier back',
    write: 'POST /api/v1/dossiers/*/withdrawal',
    prepare: async (page) => `/ho-so/${await file(page.request)}/rut`,
    step: async (page) => {
      if ((await heading(page)) === 'Hồ sơ đã được rút' || (await region(page, 'Bạn đã rút hồ sơ').isVisible())) return true;
      if (await says(page, /^Hồ sơ này không rút được nữa/)) {
        await page.goto(page.url().replace(/\/rut$/, ''));
        return false;
      }
      await fill(page, 'Lý do', 'Tôi nộp nhầm dịch vụ.');
      await press(page, 'Rút hồ sơ này');
      return false;
    },
    witness: ['SELECT kind FROM ending', [{ kind: 'withdrawn' }]],
  },
  {
    name: 'a rating',
    write: 'PUT /api/v1/dossiers/*/rating',
    prepare: async (page) => `/ho-so/${await finished(page.request)}/danh-gia`,
    step: async (page) => {
      if ((await heading(page)) === 'Cảm ơn bạn đã đánh giá' || (await region(page, 'Đánh giá của bạn').isVisible())) return true;
      const best = page.getByRole('main').getByRole('group').first().getByRole('radio', { name: 'Rất hài lòng' });
      if ((await best.isVisible()) && !(await best.isChecked({ timeout: 1_000 }).catch(() => true))) await best.check({ timeout: 2_000 }).catch(() => undefined);
      await fill(page, /^Lời nhận xét/, WORDS);
      await press(page, 'Gửi đánh giá');
      return false;
    },
    witness: ['SELECT comment FROM rating', [{ comment: WORDS }]],
  },
  {
    name: 'feedback',
    write: 'POST /api/v1/feedback',
    prepare: async () => '/phan-anh/gui',
    step: async (page) => {
      if (/^Phản ánh PA-/.test(await heading(page))) return true;
      const about = page.getByRole('radio', { name: 'Điều khác' });
      const open = (await about.isVisible()) && (await about.isEnabled({ timeout: 1_000 }).catch(() => false));
      if (open && !(await about.isChecked({ timeout: 1_000 }).catch(() => true))) await about.check({ timeout: 2_000 }).catch(() => undefined);
      await fill(page, 'Tiêu đề', 'Giờ làm việc');
      await fill(page, 'Nội dung', WORDS);
      await fill(page, 'Họ và tên', 'Nguyễn Văn Thử');
      await fill(page, 'Địa chỉ', 'Số 1, đường Mẫu');
      await fill(page, 'Số điện thoại', '0900000001');
      await press(page, /^(Gửi phản ánh|Gửi lại)$/);
      return false;
    },
    witness: ['SELECT text FROM feedback', [{ text: WORDS }]],
  },
  {
    name: 'asking for another look at feedback',
    write: 'POST /api/v1/feedback/*/reopening',
    prepare: async (page) => {
      const { code } = await post<{ code: string }>(page, '/api/v1/feedback', {
        about: 'other',
        title: 'Giờ làm việc',
        text: 'Bộ phận một cửa mở giờ nào?',
        sender: { name: 'Nguyễn Văn Thử', address: 'Số 1, đường Mẫu', contact: { phone: '0900000001' } },
      });
      await handle(page.request, code, { move: 'answer', text: 'Giờ hành chính.' });
      return `/phan-anh/${code}`;
    },
    step: async (page) => {
      if (await region(page, 'Tình trạng').getByText('Đang xem lại').first().isVisible()) return true;
      const why = 'Vì sao câu trả lời chưa được';
      if (!(await page.getByLabel(why).isVisible())) await press(page, 'Đề nghị xem lại');
      await fill(page, why, WORDS);
      if ((await page.getByLabel(why).inputValue({ timeout: 1_000 }).catch(() => '')) === WORDS) await press(page, 'Đề nghị xem lại');
      return false;
    },
    witness: ["SELECT text FROM feedback_event WHERE state = 'reopened'", [{ text: WORDS }]],
  },
  {
    name: 'the ways to hear of one dossier',
    write: 'PUT /api/v1/dossiers/*/notifications',
    prepare: async (page) => {
      await signIn(page, 'Phạm Mẫu Dung');
      return `/ho-so/${await file(page.request)}/thong-bao`;
    },
    step: async (page) => {
      if (await says(page, 'Đã lưu cách nhận tin cho hồ sơ này.')) return true;
      const sms = page.getByRole('checkbox', { name: 'SMS' });
      if ((await sms.isVisible()) && (await sms.isChecked({ timeout: 1_000 }).catch(() => false))) await sms.uncheck({ timeout: 2_000 });
      await press(page, 'Lưu');
      return false;
    },
    witness: ['SELECT channels FROM dossier_channels', [{ channels: '[]' }]],
  },
  {
    name: 'a way to be told',
    write: 'PUT /api/v1/me/notification-channels/email',
    prepare: async (page) => {
      await signIn(page, 'Phạm Mẫu Dung');
      return '/thong-bao';
    },
    step: async (page) => {
      const email = region(page, 'Cách báo tin cho bạn').getByRole('listitem').filter({ hasText: 'Email' });
      if (await email.getByText('Đang dùng · du••@example.vn').isVisible()) return true;
      if (!(await page.getByLabel('Địa chỉ email nhận tin').isVisible())) await press(page, 'Bật: Email');
      await fill(page, 'Địa chỉ email nhận tin', 'dung@example.vn');
      await press(page, 'Lưu');
      return false;
    },
    witness: ["SELECT address FROM channel WHERE kind = 'email' AND is_on", [{ address: 'dung@example.vn' }]],
  },
  {
    name: 'being told on this device',
    write: 'POST /api/v1/me/push-subscriptions',
    settings: { 'push.json': { offered: true, localServices: true } },
    browser: { permissions: ['notifications'], serviceWorkers: 'allow' },
    enter: async (context) => {
      const service = await PushService.start();
      await subscribeWith(context, service);
      return () => service.end();
    },
    prepare: async (page) => {
      await signIn(page, 'Phạm Mẫu Dung');
      await page.evaluate(() => navigator.serviceWorker.ready);
      return '/thong-bao';
    },
    step: async (page) => {
      const here = 'Thông báo đẩy trên máy này';
      const line = page.getByRole('listitem').filter({ hasText: here });
      if (await line.getByText('Đang dùng').isVisible()) return true;
      const goOn = page.getByRole('group', { name: 'Máy này sẽ hiện những gì?' }).getByRole('button', { name: 'Tiếp tục' });
      if (await goOn.isVisible()) await goOn.click({ timeout: 2_000 }).catch(() => undefined);
      else await press(page, new RegExp(`^(Bật|Thử lại): ${here}$`));
      return false;
    },
    witness: ['SELECT count(*) AS devices FROM push_subscription', [{ devices: 1 }]],
  },
  {
    name: 'having read what happened',
    write: 'POST /api/v1/me/notifications/read',
    prepare: async (page) => {
      await signIn(page, 'Phạm Mẫu Dung');
      await write(page.request, await file(page.request), 'Mời bạn đọc.');
      return '/thong-bao';
    },
    step: async (page) => {
      if (await says(page, 'Bạn đã đọc hết.')) return true;
      await press(page, 'Đánh dấu đã đọc hết');
      return false;
    },
    witness: ['SELECT read FROM notification', [{ read: 1 }]],
  },
  {
    name: 'taking a consent back',
    write: 'DELETE /api/v1/me/consents/*',
    prepare: async (page) => {
      await signIn(page, 'Đỗ Mẫu Hoa');
      await post(page, '/api/v1/me/consents', { purpose: 'prefillPopulation', shown: SHOWN });
      return '/toi/du-lieu';
    },
    step: async (page) => {
      const consents = region(page, 'Những điều bạn đã đồng ý');
      if (await consents.getByText('Đã rút lại', { exact: true }).isVisible()) return true;
      if (!(await button(page, 'Rút lại đồng ý').isVisible())) await press(page, `Rút lại: ${SHOWN.vi}`);
      await press(page, 'Rút lại đồng ý');
      return false;
    },
    witness: ['SELECT withdrawn_at IS NOT NULL AS taken_back FROM consent', [{ taken_back: 1 }]],
  },
  {
    name: 'a file with all that is mine',
    write: 'POST /api/v1/me/exports',
    prepare: async (page) => {
      await signIn(page, 'Đỗ Mẫu Hoa');
      return '/toi/du-lieu';
    },
    step: async (page) => {
      if (await page.getByRole('link', { name: /^Tải tệp/ }).isVisible()) return true;
      await press(page, /^(Chuẩn bị tệp|Hỏi lại)$/);
      return false;
    },
    // A tab that is closed forgets that it has asked; a second file is put together then, no harm done.
    witness: ['SELECT count(*) > 0 AS there FROM export', [{ there: 1 }]],
  },
  {
    name: 'having my data deleted',
    write: 'POST /api/v1/me/deletion',
    prepare: async (page) => {
      await signIn(page, 'Đỗ Mẫu Hoa');
      await file(page.request);
      return '/toi/du-lieu';
    },
    step: async (page) => {
      if (await says(page, /^(Cổng đã nhận yêu cầu xóa lúc|Lần gần nhất bạn yêu cầu xóa)/)) return true;
      const tick = region(page, 'Xóa dữ liệu của bạn').getByRole('checkbox');
      if ((await tick.isVisible()) && !(await tick.isChecked({ timeout: 1_000 }).catch(() => true))) await tick.check({ timeout: 2_000 }).catch(() => undefined);
      await press(page, 'Xóa dữ liệu của tôi');
      return false;
    },
    witness: ['SELECT count(*) AS times FROM deletion', [{ times: 1 }]],
  },
];
