// A citizen who files: finds the service, signs in with the sandbox's identity provider, fills
// the form in, sends, pays. Each step looks at the screen it stands on, before and after "go on"
// with nothing answered.

import { expect, type Page } from '@playwright/test';

import { Filling, example, type Definition } from './filling.ts';
import { photo } from './paper.ts';

/** Checks the screen (test.ts). */
export type Look = (state: string, expected: { focus: 'heading' | 'kept' | 'untouched' }) => Promise<void>;

/** The way through a form never has more pages than this. */
const MOST_PAGES = 60;

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const next = (page: Page) => page.getByRole('button', { name: 'Tiếp tục', exact: true });

/** Signs in as this invented citizen, and comes back to where the page was. */
export async function signIn(page: Page, name: string): Promise<void> {
  await page.getByRole('main').getByRole('button', { name: 'Đăng nhập', exact: true }).first().click();
  await expect(heading(page)).toHaveText('Bạn muốn vào vai ai?');
  await page.getByRole('radio', { name }).check();
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  await expect(page.getByText('Bạn đang đăng nhập:').first()).toContainText(name);
}

/** Searches for the service and opens its form: ends on the list of parts. */
export async function begin(page: Page, query: string, service: string, look: Look): Promise<void> {
  await page.goto('/');
  await page.getByRole('combobox').fill(query);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/dich-vu\?q=/);
  await page.getByRole('main').locator(`a[href*="/dich-vu/${service}"]`).first().click();
  await page.getByRole('region', { name: 'Tóm tắt' }).getByRole('link', { name: 'Nộp hồ sơ' }).click();
  await expect(heading(page)).toHaveText('Trước khi nộp hồ sơ');
  const start = page.getByRole('button', { name: 'Bắt đầu điền' });
  const { case: which } = example(service);
  if (which !== 'default') await page.goto(`/dich-vu/${service}/nop?truong-hop=${which}`);
  await expect(start).toBeVisible();
  await look('before you start', { focus: which === 'default' ? 'heading' : 'untouched' });
  await start.click();
  await expect(heading(page)).toHaveText('Các phần cần điền');
}

/** Fills in every page, from the list of parts to the step after the last page. */
export async function fillIn(page: Page, service: string, look: Look): Promise<void> {
  const given = example(service);
  const answer = await page.request.get(`/api/v1/services/${service}/forms/${given.case}`);
  const { definition } = (await answer.json()) as { definition: Definition };
  const papers = async () => [await photo(page, 'Trang một'), await photo(page, 'Trang hai')];
  const filling = new Filling(page, given, definition, papers);
  await page.getByRole('link', { name: /^Điền tiếp: / }).click();
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    await expect(next(page).or(page.getByRole('button', { name: 'Tiếp tục đến bước gửi' }))).toBeVisible();
    const title = (await heading(page).textContent()) ?? '';
    if (/\/(nhan-ket-qua|xem-lai)$/.test(new URL(page.url()).pathname)) return;
    await look(title, { focus: 'heading' });
    const here = page.url();
    await next(page).click();
    const wrong = page.locator('.summary');
    await expect.poll(async () => page.url() !== here || (await wrong.isVisible())).toBe(true);
    if (page.url() !== here) continue;
    await look(`${title}: with errors`, { focus: 'kept' });
    await filling.answer();
    while (await filling.item()) {
      await filling.answer();
      await goOn(page);
    }
    await goOn(page);
  }
  throw new Error(`The form of ${service} does not end.`);
}

/** Goes on, a second time where there is something to look at again. */
async function goOn(page: Page): Promise<void> {
  const here = page.url();
  await next(page).click();
  const check = page.getByText(/^Bạn xem lại \d+ chỗ$/);
  await expect.poll(async () => page.url() !== here || (await check.isVisible())).toBe(true);
  if (page.url() === here) await next(page).click();
  await expect.poll(() => page.url()).not.toBe(here);
}

/** Says how to get the result and, as a guest, how to be reached. */
export async function chooseDelivery(page: Page, look: Look): Promise<void> {
  await expect(heading(page)).toHaveText('Bạn muốn nhận kết quả bằng cách nào?');
  await look('delivery', { focus: 'heading' });
  await next(page).click();
  await expect(page.locator('.summary')).toBeFocused();
  await look('delivery with errors', { focus: 'kept' });
  await page.getByRole('radio').first().check();
  const phone = page.getByRole('region', { name: 'Cách liên hệ với bạn' }).getByLabel('Số điện thoại');
  if (await phone.isVisible()) await phone.fill('0900 000 012');
  await next(page).click();
  await expect(heading(page)).toHaveText('Xem lại trước khi gửi');
}

/** Looks everything over, declares that it is true, signs where one has to, and sends. */
export async function send(page: Page, look: Look): Promise<string> {
  await look('the review', { focus: 'heading' });
  await page.getByRole('button', { name: 'Tiếp tục đến bước gửi' }).click();
  await expect(page.locator('.summary')).toBeFocused();
  await look('the review without the statement', { focus: 'kept' });
  await page.getByRole('checkbox').last().check();
  await page.getByRole('button', { name: 'Tiếp tục đến bước gửi' }).click();
  await expect(heading(page)).toHaveText('Gửi hồ sơ');
  const sends = page.getByRole('button', { name: 'Gửi hồ sơ', exact: true });
  const signs = page.getByRole('button', { name: 'Bắt đầu ký' });
  await expect(sends.or(signs)).toBeVisible();
  await look('the last step', { focus: 'heading' });
  if (await signs.isVisible()) await sign(page, look);
  await sends.click();
  await expect(heading(page)).toHaveText('Cổng đã nhận hồ sơ của bạn');
  await look('received', { focus: 'heading' });
  return (await page.getByRole('region', { name: 'Mã hồ sơ' }).locator('.receipt__number').textContent()) ?? '';
}

/** Signs with the code that the sandbox sends to its own inbox. */
async function sign(page: Page, look: Look): Promise<void> {
  await page.getByRole('button', { name: 'Bắt đầu ký' }).click();
  const code = page.getByLabel('Mã xác nhận');
  await expect(code).toBeFocused();
  await look('signing', { focus: 'kept' });
  const inbox = await page.context().newPage();
  await inbox.goto('/sandbox/inbox');
  const sent = /\b\d{6}\b/.exec(await inbox.getByRole('main').innerText())?.[0] ?? '';
  await inbox.close();
  await code.fill(sent);
  await page.getByRole('button', { name: 'Ký', exact: true }).click();
  await expect(page.getByText('Đã ký', { exact: true })).toBeVisible();
}

/** Pays what is due at the sandbox's gateway, if anything is, and comes back to the dossier. */
export async function pay(page: Page, code: string, look: Look): Promise<void> {
  await page.goto(`/ho-so/${code}/thanh-toan`);
  await expect(page.locator('#money-now')).toBeVisible();
  await look('what is to be paid', { focus: 'untouched' });
  const pays = page.getByRole('button', { name: 'Thanh toán', exact: true });
  if (!(await pays.isVisible())) return;
  await pays.click();
  await page.getByRole('button', { name: 'Trả tiền thành công' }).click();
  await expect(page.locator('#money-now')).toHaveText(/^Đã trả/);
  await look('paid', { focus: 'untouched' });
}

/** Opens the receipt from the dossier. */
export async function receipt(page: Page, code: string, look: Look): Promise<void> {
  await page.goto(`/ho-so/${code}`);
  await expect(page.getByText(`Mã hồ sơ ${code}`).first()).toBeVisible();
  await look('the dossier', { focus: 'untouched' });
  await page.getByRole('link', { name: 'Mở giấy tiếp nhận và hẹn trả' }).click();
  await expect(heading(page)).toHaveText('Giấy tiếp nhận hồ sơ và hẹn trả kết quả');
  await expect(page.getByRole('img', { name: `Mã QR của hồ sơ ${code}` })).toBeVisible();
  await look('the receipt', { focus: 'heading' });
}
