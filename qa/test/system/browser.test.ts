/**
 * Swagger UI over all services, in a real browser: somebody presses Authorize once, as docs/running.md says, and every call has a
 * token. `npm test` installs Chromium where it can.
 */
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tokensOf } from '../../src/tokens.ts';
import { browserOfTests } from '../browser.ts';
import { type SmallShop, startShop } from '../small-shop.ts';

const browser = browserOfTests();

describe.skipIf(!browser.isThere)('the page of all services', () => {
  let shop: SmallShop;
  beforeAll(async () => {
    shop = await startShop();
  });
  afterAll(() => shop?.stop());

  /** Does in the dialog what one way to a token asks for. */
  async function authorize(page: Page, way: string, give: (way: Locator) => Promise<void>): Promise<void> {
    await page.locator('.scheme-container').getByRole('button', { name: 'Authorize' }).click();
    const asked = page.locator('.auth-container').filter({ hasText: way });
    await give(asked);
    await asked.getByRole('button', { name: 'Close' }).click();
  }
  /** Until the page says that it has a token. */
  async function apply(way: Locator): Promise<void> {
    await way.getByText('Authorize', { exact: true }).click();
    await way.getByText('Authorized', { exact: true }).waitFor();
  }

  /** The status that the page shows of the operation that is tried out. */
  async function tried(operation: Locator): Promise<string> {
    const page = operation.page();
    const execute = operation.locator('button.execute');
    // Swagger UI draws only what is in view: after Authorize, at the top of the page, one has to scroll down again.
    const scroll = async () => {
      if (!(await execute.isVisible())) await page.mouse.wheel(0, 400);
      return await execute.isVisible();
    };
    await expect.poll(scroll, { timeout: drawnMs, interval: 100 }).toBe(true);
    const isCall = (url: string) => new URL(url).pathname.startsWith('/api/');
    const [answer] = await Promise.all([page.waitForResponse((one) => isCall(one.url())), execute.click()]);
    const status = `${answer.status()}`;
    const shown = operation.locator('.live-responses-table td.response-col_status');
    await shown.filter({ hasText: status }).waitFor();
    return status;
  }
  /** What is drawn first of the document of all services takes seconds, and on a busy machine many. */
  const drawnMs = 60_000;

  test('a link opens an operation: 401 without a token, 200 with a pasted one and as a machine client', async () => {
    const page = await browser.opened(`${shop.url}/docs#/Clients/listClients`);
    const clients = page.locator('#operations-Clients-listClients');
    expect(await tried(clients)).toBe('401');

    const token = await tokensOf(shop.url, shop.credentials).current();
    await authorize(page, 'bearer', async (bearer) => {
      await bearer.getByRole('textbox').fill(token ?? '');
      await apply(bearer);
    });
    expect(await tried(clients)).toBe('200');

    await authorize(page, 'bearer', (bearer) => bearer.getByText('Logout').click());
    expect(await tried(clients)).toBe('401');
    await authorize(page, 'clientCredentials', async (client) => {
      await client.locator('#client_id_clientCredentials').fill(shop.credentials.clientId);
      await client.locator('#client_secret_clientCredentials').fill(shop.credentials.clientSecret);
      await apply(client);
    });
    expect(await tried(clients)).toBe('200');
  });
});
