// A portal that takes dossiers for birth registration by a form of the test's own, so that a
// screen can be led into any state whatever the real forms ask.

import type { Page } from '@playwright/test';

import { rewrite } from './faults.ts';

/** Words in both languages. */
export const words = (vi: string, en = vi): { vi: string; en: string } => ({ vi, en });

/** A definition as crates/forms/FORMAT.md documents it; checked by the app itself. */
export type Definition = Record<string, unknown>;

/** The service that the form files. */
export const SERVICE = '1.001193';

interface Portal {
  capabilities: string[];
}

interface Service {
  filing: unknown;
}

/** What the portal answers once guests can file with `definition`, by the address that it alters. */
export const answers = {
  portal: {
    address: /\/api\/v1\/portal$/,
    alter: (portal: Portal) => ({ ...portal, capabilities: [...portal.capabilities, 'filing', 'guestFiling'] }),
  },
  service: {
    address: /\/services\/1\.001193$/,
    alter: (service: Service) => ({ ...service, filing: { state: 'open' } }),
  },
  form: {
    address: /\/services\/1\.001193\/forms\//,
    with: (definition: Definition) => ({
      service: { code: SERVICE, name: 'Thủ tục đăng ký khai sinh' },
      case: 'default',
      version: 't1',
      definition,
      delivery: [],
      guests: true,
    }),
  },
};

/** Lets guests file with `definition`, until the page is closed. */
export async function takes(page: Page, definition: Definition): Promise<void> {
  const { portal, service, form } = answers;
  await rewrite(page, portal.address, portal.alter);
  await rewrite(page, service.address, service.alter);
  await page.route(form.address, (route) => route.fulfill({ json: form.with(definition) }));
}

/** A short form with conditions, a person, an address, a group and a sum that is typed freely. */
export const SHORT: Definition = {
  version: 1,
  service: SERVICE,
  source: 'Invented for the tests',
  sections: [
    {
      id: 'child',
      title: words('Trẻ được khai sinh', 'The child'),
      pages: [
        {
          id: 'child-name',
          title: words('Tên và ngày sinh của trẻ', 'Name and day of birth'),
          fields: [
            { id: 'childName', label: words('Họ, chữ đệm, tên của trẻ'), kind: 'fullName', required: true },
            {
              id: 'childBorn',
              label: words('Ngày sinh của trẻ'),
              kind: 'date',
              latest: 'today',
              required: true,
            },
            {
              id: 'abroad',
              label: words('Trẻ sinh ở nước ngoài?'),
              kind: 'yesNo',
              required: true,
            },
            {
              id: 'country',
              label: words('Nước sinh'),
              hint: words('Tên nước bằng tiếng Việt'),
              kind: 'shortText',
              required: true,
              show: { '==': [{ var: 'abroad' }, true] },
            },
          ],
        },
        {
          id: 'siblings',
          title: words('Anh chị em của trẻ', 'Brothers and sisters'),
          fields: [
            {
              id: 'siblings',
              label: words('Anh chị em đã có'),
              kind: 'group',
              item: words('Người con thứ {n}', 'Child {n}'),
              maximum: 3,
              fields: [{ id: 'name', label: words('Họ tên'), kind: 'fullName', required: true }],
            },
          ],
        },
      ],
    },
    {
      id: 'mother',
      title: words('Mẹ', 'Mother'),
      pages: [
        {
          id: 'mother',
          title: words('Thông tin của mẹ', 'About the mother'),
          fields: [
            { id: 'mother', label: words('Mẹ'), kind: 'person', parts: ['fullName', 'sex', 'citizenId'], required: true },
            { id: 'home', label: words('Nơi ở hiện nay'), kind: 'address', required: false },
            { id: 'income', label: words('Thu nhập một tháng'), kind: 'money' },
            { id: 'remark', label: words('Điều cần nói thêm'), kind: 'longText', maxLength: 100 },
          ],
        },
      ],
    },
  ],
};

/** A page of 200 questions, each tenth one depending on the one before it: for the benches. */
export function longForm(questions = 200): Definition {
  const fields = Array.from({ length: questions }, (_, at) => ({
    id: `q${at}`,
    label: words(`Câu hỏi ${at + 1}`, `Question ${at + 1}`),
    kind: 'shortText',
    ...(at % 10 === 9 ? { show: { '!=': [{ var: `q${at - 1}` }, 'x'] } } : {}),
  }));
  const page = { id: 'all', title: words('Hai trăm câu hỏi', 'Two hundred questions'), fields };
  const section = { id: 'all', title: words('Tất cả', 'Everything'), pages: [page] };
  return { version: 1, service: SERVICE, source: 'Invented for the benches', sections: [section] };
}
