// A citizen who files: finds the service, signs in with the sandbox's identity provider, fills
// the form in, sends, pays. Each step looks at the screen it stands on, before anything is
// answered and after "go on" with nothing answered.

import { expect, type Locator, type Page } from '@playwright/test';

import { Filling, example, type Definition } from './filling.ts';
import type { Hands } from './hands.ts';
import { photo } from './paper.ts';

/** Checks the screen (test.ts). */
export type Look = (state: string, expected: { focus: 'heading' | 'kept' | 'untouched' }) => Promise<void>;

/** The way through a form never has more pages than this. */
const MOST_PAGES = 60;

/** The case that the person is: some forms ask for it where nobody has chosen it before. */
function caseOf(service: string): string {
  const { case: given, answers } = example(service);
  return typeof answers.case === 'string' ? answers.case : given;
}

/** One person at one browser. */
export class Citizen {
  readonly #page: Page;
  readonly #look: Look;
  readonly #hands: Hands;

  constructor(page: Page, look: Look, hands: Hands) {
    this.#page = page;
    this.#look = look;
    this.#hands = hands;
  }

  /** Searches for the service and opens its form: ends on the list of parts. */
  async begin(query: string, service: string): Promise<void> {
    const page = this.#page;
    await page.goto('/');
    await this.#hands.write(page.getByRole('combobox'), query);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/dich-vu\?q=/);
    await this.#hands.press(page.getByRole('main').locator(`a[href*="/dich-vu/${service}"]`).first());
    await this.#hands.press(page.getByRole('region', { name: 'Tóm tắt' }).getByRole('link', { name: 'Nộp hồ sơ' }));
    await expect(this.#heading()).toHaveText('Trước khi nộp hồ sơ');
    const which = caseOf(service);
    if (which !== 'default') await page.goto(`/dich-vu/${service}/nop?case=${which}`);
    await expect(this.#button('Bắt đầu điền')).toBeVisible();
    await this.#look('before you start', { focus: which === 'default' ? 'heading' : 'untouched' });
    await this.#hands.press(this.#button('Bắt đầu điền'));
    await expect(this.#heading()).toHaveText('Các phần cần điền');
  }

  /** Signs in as this invented person, and comes back to where the page was. */
  async signIn(name: string): Promise<void> {
    const page = this.#page;
    await this.#hands.press(page.getByRole('main').getByRole('button', { name: 'Đăng nhập', exact: true }).first());
    await expect(this.#heading()).toHaveText('Bạn muốn vào vai ai?');
    await this.#hands.choose(page.getByRole('radio', { name }));
    await this.#hands.press(this.#button('Đăng nhập'));
    await expect(page.getByText('Bạn đang đăng nhập:').first()).toContainText(name);
  }

  /** Fills in every page, from the list of parts to the step after the last page. */
  async fillIn(service: string): Promise<void> {
    const page = this.#page;
    const given = example(service);
    const answer = await page.request.get(`/api/v1/services/${service}/forms/${caseOf(service)}`);
    const { definition } = (await answer.json()) as { definition: Definition };
    const papers = async () => [await photo(page, 'Trang một'), await photo(page, 'Trang hai')];
    const filling = new Filling(page, this.#hands, given, definition, papers);
    await this.#hands.press(page.getByRole('link', { name: /^Điền tiếp: / }));
    for (let pages = 0; pages < MOST_PAGES; pages += 1) {
      await expect(this.#next().or(this.#button('Tiếp tục đến bước gửi'))).toBeVisible();
      if (/\/(nhan-ket-qua|xem-lai)$/.test(new URL(page.url()).pathname)) return;
      const title = (await this.#heading().textContent()) ?? '';
      await this.#look(title, { focus: 'heading' });
      const here = page.url();
      await this.#hands.press(this.#next());
      const wrong = page.locator('.summary');
      await expect.poll(async () => page.url() !== here || (await wrong.isVisible())).toBe(true);
      if (page.url() !== here) continue;
      await this.#look(`${title}: with errors`, { focus: 'kept' });
      await filling.answer();
      while (await filling.item()) {
        await filling.answer();
        await this.#goOn();
      }
      await this.#goOn();
    }
    throw new Error(`The form of ${service} does not end.`);
  }

  /** Says how to get the result and, as a guest, how to be reached. */
  async chooseDelivery(): Promise<void> {
    const page = this.#page;
    await expect(this.#heading()).toHaveText('Bạn muốn nhận kết quả bằng cách nào?');
    await this.#look('delivery', { focus: 'heading' });
    await this.#hands.press(this.#next());
    await expect(page.locator('.summary')).toBeFocused();
    await this.#look('delivery with errors', { focus: 'kept' });
    const online = page.getByRole('radio', { name: 'Trực tuyến' });
    const counter = page.getByRole('group', { name: 'Chọn nơi bạn đến lấy' }).getByRole('radio').first();
    if (await online.isVisible()) {
      await this.#hands.choose(online);
    } else {
      await this.#hands.choose(page.getByRole('radio', { name: 'Tại bộ phận một cửa' }));
      if (await counter.isVisible()) await this.#hands.choose(counter);
    }
    const phone = page.getByRole('region', { name: 'Cách liên hệ với bạn' }).getByLabel('Số điện thoại');
    if (await phone.isVisible()) await this.#hands.write(phone, '0900 000 012');
    await this.#hands.press(this.#next());
    await expect(this.#heading()).toHaveText('Xem lại trước khi gửi');
  }

  /** Looks everything over, declares that it is true, signs where one has to, and sends. */
  async send(): Promise<string> {
    const page = this.#page;
    await this.#look('the review', { focus: 'heading' });
    await this.#hands.press(this.#button('Tiếp tục đến bước gửi'));
    await expect(page.locator('.summary')).toBeFocused();
    await this.#look('the review without the statement', { focus: 'kept' });
    await this.#hands.press(page.getByRole('checkbox').last());
    await this.#hands.press(this.#button('Tiếp tục đến bước gửi'));
    await expect(this.#heading()).toHaveText('Gửi hồ sơ');
    const sends = this.#button('Gửi hồ sơ');
    const signs = this.#button('Bắt đầu ký');
    await expect(sends.or(signs)).toBeVisible();
    await this.#look('the last step', { focus: 'heading' });
    if (await signs.isVisible()) await this.#sign();
    await this.#hands.press(sends);
    await expect(this.#heading()).toHaveText('Cổng đã nhận hồ sơ của bạn');
    await expect(page.getByText(/^Cổng nhận lúc \d\d:\d\d \d\d\/\d\d\/\d{4}\.$/)).toBeVisible();
    await this.#look('received', { focus: 'heading' });
    return (await page.getByRole('region', { name: 'Mã hồ sơ' }).locator('.receipt__number').textContent()) ?? '';
  }

  /** Pays what is due at the sandbox's gateway, if anything is, and comes back to the dossier. */
  async pay(code: string): Promise<void> {
    const page = this.#page;
    const now = page.getByRole('article').getByRole('heading', { level: 2 }).first();
    await page.goto(`/ho-so/${code}/thanh-toan`);
    await expect(now).toBeVisible();
    await this.#look('what is to be paid', { focus: 'untouched' });
    if (!(await this.#button('Thanh toán').isVisible())) return;
    await this.#hands.press(this.#button('Thanh toán'));
    await this.#hands.press(this.#button('Trả tiền thành công'));
    await expect(now).toHaveText(/^Đã trả/);
    await this.#look('paid', { focus: 'untouched' });
  }

  /** Opens the receipt from the dossier. */
  async receipt(code: string): Promise<void> {
    const page = this.#page;
    await page.goto(`/ho-so/${code}`);
    await expect(page.getByText(`Mã hồ sơ ${code}`).first()).toBeVisible();
    await this.#look('the dossier', { focus: 'untouched' });
    await this.#hands.press(page.getByRole('link', { name: 'Mở giấy tiếp nhận và hẹn trả' }));
    await expect(this.#heading()).toHaveText('Giấy tiếp nhận hồ sơ và hẹn trả kết quả');
    await expect(page.getByRole('img', { name: `Mã QR của hồ sơ ${code}` })).toBeVisible();
    await this.#look('the receipt', { focus: 'heading' });
  }

  /**
   * Signs with the code that the sandbox sends to its own inbox. The first answer gets lost:
   * asking again is the same request, so there is one signing, and one code.
   */
  async #sign(): Promise<void> {
    const page = this.#page;
    const keys: (string | undefined)[] = [];
    await page.route(/\/signatures$/, async (route, request) => {
      keys.push(request.headers()['idempotency-key']);
      if (keys.length > 1) return route.fallback();
      await route.fetch();
      return route.abort('connectionreset');
    });
    await this.#hands.press(this.#button('Bắt đầu ký'));
    await expect(page.getByRole('alert')).toContainText('Chưa ký được.');
    await this.#hands.press(this.#button('Bắt đầu ký'));
    const code = page.getByLabel('Mã xác nhận');
    await expect(code).toBeFocused();
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
    await this.#look('signing', { focus: 'kept' });
    const inbox = await page.request.get('/sandbox/inbox');
    const sent = /\b\d{6}\b/.exec((await inbox.text()).replace(/<[^>]*>/g, ' '))?.[0] ?? '';
    await this.#hands.write(code, sent);
    await this.#hands.press(this.#button('Ký'));
    await expect(page.getByRole('main').getByText('Đã ký', { exact: true })).toBeVisible();
  }

  /** Goes on, a second time where there is something to look at again. */
  async #goOn(): Promise<void> {
    const page = this.#page;
    const here = page.url();
    await this.#hands.press(this.#next());
    const check = page.getByText(/^Bạn xem lại \d+ chỗ$/);
    await expect.poll(async () => page.url() !== here || (await check.isVisible())).toBe(true);
    if (page.url() === here) await this.#hands.press(this.#next());
    await expect.poll(() => page.url()).not.toBe(here);
  }

  #heading(): Locator {
    return this.#page.getByRole('heading', { level: 1 });
  }

  #button(name: string): Locator {
    return this.#page.getByRole('button', { name, exact: true });
  }

  #next(): Locator {
    return this.#button('Tiếp tục');
  }
}
