// The app reads a portal that it has never met: Prism makes the answers up from the OpenAPI
// document alone. What works here works with any portal that keeps the contract.

import { host, type Host } from '../harness/host.ts';
import { mock, type Mock } from '../harness/mock.ts';
import { expect, test as base } from '../harness/test.ts';

const NAME = 'Cổng tỉnh khác';

const test = base.extend<object, { portal: Mock; app: Host }>({
  portal: [
    async ({}, use) => {
      const portal = await mock();
      await use(portal);
      await portal.stop();
    },
    { scope: 'worker' },
  ],
  app: [
    async ({ portal }, use) => {
      const app = await host({ portal: portal.address, name: NAME });
      await use(app);
      await app.stop();
    },
    { scope: 'worker' },
  ],
  baseURL: ({ app }, use) => use(app.address),
});

test('the home page shows the other portal', async ({ page, look }) => {
  await page.goto('/');
  await expect(page.getByRole('banner')).toContainText(NAME);
  await expect(page.getByRole('list', { name: 'Nhiều người cần' }).getByRole('link')).not.toHaveCount(0);
  await look('home of another portal', { focus: 'untouched', portal: NAME });
});

test('a question is answered by the other portal, and its first service can be read', async ({ page, look }) => {
  await page.goto('/');
  await page.getByRole('combobox', { name: 'Tìm dịch vụ' }).fill('khai sinh');
  await page.getByRole('button', { name: 'Tìm', exact: true }).click();
  const services = page.getByRole('list', { name: 'Danh sách dịch vụ' }).getByRole('link');
  await expect(services).not.toHaveCount(0);
  await look('results of another portal', { focus: 'heading', portal: NAME });
  await services.first().click();
  await expect(page.getByRole('heading', { name: 'Giấy tờ cần có' })).toBeVisible();
  await look('a service of another portal', { focus: 'heading', portal: NAME });
});

for (const address of ['/danh-muc', '/viec/co-con', '/ho-so', '/tro-giup', '/gioi-thieu']) {
  test(`${address} reads the other portal`, async ({ page, look }) => {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByText('Đang tải…')).toHaveCount(0);
    // An alert that waits for words says nothing yet.
    await expect(page.getByRole('alert').filter({ hasText: /\S/ })).toHaveCount(0);
    await look(`${address} of another portal`, { focus: 'untouched', portal: NAME });
  });
}
