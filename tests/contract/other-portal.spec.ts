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
