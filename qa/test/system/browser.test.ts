/**
 * Swagger UI over all services, in a real browser: somebody presses Authorize once, as docs/running.md says, and every call has a
 * token. `npm test` installs Chromium where it can.
 */
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { chromiumOnPath } from '../../../scripts/chromium.ts';
import { tokensOf } from '../../src/tokens.ts';
import { type SmallShop, startShop } from '../small-shop.ts';

const executablePath = process.env.QUICKMART_CHROMIUM ?? chromiumOnPath(process.env);
/** A page that does not come to its end fails: nothing waits for ever. */
const timeout = 60_000;
const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'];

describe.skipIf(executablePath === undefined)('the page of all services', () => {
  let shop: SmallShop;
  let browser: Browser;
  beforeAll(async () => {
    [shop, browser] = await Promise.all([
      startShop(),
      chromium.launch({ executablePath: executablePath!, args, timeout }),
    ]);
  });
  afterAll(async () => {
    await browser?.close();
    await shop?.stop();
  });

  /** In a browser that nobody has used before; what fails in the page fails the test. */
  async function opened(hash: string): Promise<Page> {
    const context = await browser.newContext();
    const page = await context.newPage();
    page.setDefaultTimeout(timeout);
    const errors: string[] = [];
    page.on('pageerror', (error) => void errors.push(error.message));
    onTestFinished(async () => {
      await context.close();
      expect(errors).toEqual([]);
    });
    await page.goto(`${shop.url}/docs${hash}`);
    return page;
  }

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
    const answered = operation
      .page()
      .waitForResponse((answer) => new URL(answer.url()).pathname.startsWith('/api/'));
    await operation.locator('button.execute').click();
    const status = `${(await answered).status()}`;
    const shown = operation.locator('.live-responses-table td.response-col_status');
    await shown.filter({ hasText: status }).waitFor();
    return status;
  }

  test('a link opens an operation: 401 without a token, 200 with a pasted one and as a machine client', async () => {
    const page = await opened('#/Clients/listClients');
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
