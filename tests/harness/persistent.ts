// Somebody who files whatever happens: looks at the screen that is there, does the one thing it
// asks for, and looks again. So the same journey goes on after a reload, in another tab, or when
// the portal was away for a while.

import type { Locator, Page } from '@playwright/test';

import { Filling, type Definition, type Example, type Paper } from './filling.ts';
import { pointer, type Hands } from './hands.ts';

/** What the person knows. */
export interface Matter {
  /** The service's code. */
  service: string;
  /** Who they are to the sandbox's identity provider. */
  who: string;
  /** What they answer. */
  example: Example;
  /** The form's definition. */
  definition: Definition;
  /** What they hand in for each paper. */
  paper: Paper;
  /** Whether they have paid at the gateway: they know, whatever a screen may say. */
  paid?: boolean;
}

/** The title of the page that a captive portal shows in place of what was asked for. */
export const CAPTIVE = 'Wi-Fi';

/** Answers to the derived form of a service with two papers and a fee (1.008924). */
export const APPOINTMENT: Example = {
  case: 'default',
  answers: {
    fullName: 'Trần Thử Bình',
    dateOfBirth: '1990-05-17',
    citizenId: '001090999901',
    residence: { province: '01', commune: '00004', detail: 'Số 1 đường Thử Nghiệm' },
    phone: '0900000012',
  },
  papers: [],
};

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });

/** Leaves a list alone whose places are not there yet: the next look will find them, or a way to ask again. */
const patient: Hands = {
  ...pointer,
  async pick(list, value) {
    if (await list.locator(`option[value="${value}"]`).count()) await list.selectOption(value);
  },
};

/** Does one thing; true once the receipt is on the screen. */
export async function step(page: Page, matter: Matter): Promise<boolean> {
  const { pathname } = new URL(page.url());
  // Something else than the app or the portal has answered: one goes back.
  if ((await page.title()) === CAPTIVE || pathname.startsWith('/api/')) {
    await page.goBack();
    return false;
  }
  if (/\/thanh-toan$/.test(pathname) && !matter.paid && (await pressed(button(page, 'Tôi chưa trả, thanh toán')))) return false;
  const again = button(page, /^(Thử lại|Hỏi lại ngay|Hỏi lại|Hỏi lại cổng|Tải lại trang)$/).first();
  if (await pressed(again)) return false;
  if (await page.getByRole('heading', { name: 'Bạn muốn vào vai ai?' }).isVisible()) {
    await page.getByRole('radio', { name: matter.who }).check();
    await button(page, 'Đăng nhập').click();
    return false;
  }
  if (/^\/dich-vu\/.*\/nop$/.test(pathname)) {
    (await pressed(page.getByRole('link', { name: /^Điền tiếp/ }).first())) || (await pressed(button(page, 'Bắt đầu điền')));
  } else if (/\/xem-lai$/.test(pathname)) {
    // What is missing is named with the way to it.
    if (await pressed(page.locator('.missing').getByRole('link').first())) return false;
    const statement = page.getByRole('checkbox').last();
    if (await statement.isVisible()) await statement.check();
    await pressed(button(page, 'Tiếp tục đến bước gửi'));
  } else if (/\/nhan-ket-qua$/.test(pathname)) {
    // Whoever is not signed in any more is asked for a telephone, and rather signs in again.
    if (await pressed(page.getByRole('region', { name: 'Cách liên hệ với bạn' }).getByRole('button', { name: 'Đăng nhập' }))) return false;
    const way = page.getByRole('radio').first();
    if (await way.isVisible()) await way.check();
    await pressed(button(page, 'Tiếp tục'));
  } else if (/\/gui$/.test(pathname)) {
    // What was refused is as it was, and can be sent again.
    (await pressed(page.getByRole('link', { name: 'Xem hồ sơ' }))) || (await pressed(button(page, /^(Gửi hồ sơ|Gửi lại)$/)));
  } else if (/^\/nop\/[^/]+$/.test(pathname)) {
    const review = page.getByRole('link', { name: 'Xem lại và gửi' });
    const known = page.getByText('Bạn đang đăng nhập:').first();
    const signIn = page.getByRole('main').getByRole('button', { name: 'Đăng nhập', exact: true }).first();
    if (!(await known.isVisible())) await pressed(signIn);
    else if (await review.isVisible()) (await pressed(page.getByRole('link', { name: /^Điền tiếp: / }))) || (await pressed(review));
  } else if (/^\/nop\//.test(pathname)) {
    await answer(page, matter);
  } else if (/\/thanh-toan$/.test(pathname)) {
    if (await page.locator('#money-now').filter({ hasText: /^Đã trả/ }).isVisible()) {
      await page.getByRole('link', { name: 'Về hồ sơ' }).click();
      await pressed(page.getByRole('link', { name: 'Mở giấy tiếp nhận và hẹn trả' }));
    } else {
      await pressed(button(page, 'Thanh toán'));
    }
  } else if (/\/giay-hen$/.test(pathname)) {
    return page.getByRole('img', { name: /^Mã QR/ }).isVisible();
  } else if (/^\/ho-so\//.test(pathname)) {
    const receipt = page.getByRole('link', { name: 'Mở giấy tiếp nhận và hẹn trả' });
    // Both links come at once; the one that is asked about first would be missed.
    if (await receipt.isVisible()) (await pressed(page.getByRole('link', { name: 'Xem và thanh toán' }))) || (await pressed(receipt));
  } else if (await pressed(button(page, 'Trả tiền thành công'))) {
    matter.paid = true;
  }
  return false;
}

/** Answers what stands here, adds the paper once, and goes on when the portal has it. */
async function answer(page: Page, { example, definition, paper }: Matter): Promise<void> {
  const next = button(page, 'Tiếp tục');
  if (!(await next.isVisible())) return;
  await new Filling(page, patient, example, definition, async () => []).answer();
  const choosers = await page.getByLabel(/^Chọn ảnh hoặc tệp: /).all();
  // Each paper is drawn for itself; whoever went on before the last is there would leave it out.
  if (choosers.length < papersOn(page, definition)) return;
  for (const chooser of choosers) {
    const set = page.getByRole('group').filter({ has: chooser }).last();
    const file = set.getByRole('list', { name: 'Các tệp đã thêm' });
    const photos = set.getByRole('list', { name: 'Các trang đã chụp' });
    if (!(await file.isVisible()) && !(await photos.isVisible())) {
      await chooser.setInputFiles(paper);
      // A slow machine takes its time to draw it: whoever added it does not add it again at once.
      await file.or(photos).first().waitFor({ timeout: 5_000 }).catch(() => undefined);
      return;
    }
    if (await pressed(set.getByRole('button', { name: /^Xong, gửi giấy này/ }))) return;
    if (!(await file.getByText(/Cổng đã nhận/).isVisible())) return;
  }
  await next.click();
}

/** How many papers the page of questions that is open asks for. */
function papersOn(page: Page, { sections }: Definition): number {
  const id = new URL(page.url()).pathname.split('/').at(-1);
  const open = sections.flatMap((section) => section.pages).find((one) => one.id === id);
  return open?.fields.filter((field) => field.kind === 'papers').length ?? 0;
}

/** Presses it if it is there; whether it was. */
async function pressed(control: Locator): Promise<boolean> {
  if (!(await control.isVisible())) return false;
  // What has gone meanwhile need not be pressed any more.
  await control.click({ timeout: 2_000 }).catch(() => undefined);
  return true;
}
