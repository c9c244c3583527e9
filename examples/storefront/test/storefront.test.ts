/** The shop front in a real browser: its own command, its own origin, and behind the gateway all services. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { shopClient } from '@quickmart/client';
import { browserOfTests } from '@quickmart/qa/browser';
import { root } from '@quickmart/qa/process';
import { type SmallShop, startShop } from '@quickmart/qa/small-shop';
import { serviceNames } from '@quickmart/service';
import { end, freePort, launch, until } from '@quickmart/streams/testing';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { coupon, fill } from '../fill.ts';

const browser = browserOfTests();

describe.skipIf(!browser.isThere)('the shop front', () => {
  let shop: SmallShop;
  let cache: string;
  let front: ReturnType<typeof launch>;
  let url: string;

  beforeAll(async () => {
    url = `http://localhost:${await freePort()}`;
    shop = await startShop({ names: serviceNames(), env: { CORS_ORIGINS: url } });
    await fill(shopClient({ baseUrl: shop.url, credentials: shop.credentials }));
    cache = mkdtempSync(join(tmpdir(), 'quickmart-pages-'));
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const { PATH, HOME } = process.env;
    const env = { PATH, HOME, PORT: new URL(url).port, GATEWAY: shop.url, VITE_CACHE: cache };
    front = launch('sh', ['-c', scripts.storefront], { cwd: root, env, stdio: 'ignore' });
    await until(async () => (await fetch(url).catch(() => undefined))?.ok === true);
  });
  afterAll(async () => {
    if (front) await end(front);
    await shop?.stop();
    if (cache) rmSync(cache, { recursive: true, force: true });
  });

  const open = (size?: { width: number; height: number }) => browser.opened(url, size && { viewport: size });

  async function fillCart(page: Page, name: string): Promise<void> {
    await page.getByRole('link', { name }).click();
    await page.getByText('in stock').waitFor();
    await page.getByRole('button', { name: 'Add to cart' }).click();
    await page.getByRole('heading', { name: 'Cart' }).waitFor();
  }

  async function addressed(page: Page): Promise<void> {
    await page.getByRole('link', { name: 'Checkout' }).click();
    const given = {
      Name: 'Anna',
      'Street and number': 'Lange Straße 1',
      'Postal code': '20095',
      City: 'Hamburg',
    };
    await page.getByLabel('E-mail').fill('anna@example.com');
    for (const [label, value] of Object.entries(given))
      await page.getByLabel(label, { exact: true }).fill(value);
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByLabel('Standard').check();
  }

  /** `declined`: a card that is tried first. */
  async function order(page: Page, declined?: string): Promise<void> {
    await addressed(page);
    if (declined) await page.getByLabel('Card').fill(declined);
    await page.getByRole('button', { name: 'Order and pay' }).click();
    if (declined) {
      await page.getByText('Your card was declined (card_declined)').waitFor();
      await page.getByLabel('Card').fill('sim_approve');
      await page.getByRole('button', { name: 'Pay', exact: true }).click();
    }
    await page.locator('.status.confirmed').waitFor();
  }

  test('a guest finds a product, orders it, and sees the order confirmed under my orders', async () => {
    const page = await open();
    await page.getByLabel('Search products').fill('mug');
    await page.getByRole('button', { name: 'Search' }).click();
    await expect.poll(() => page.locator('.products li').count()).toBe(1);
    await fillCart(page, 'Blue mug');
    await page.getByLabel('How many of Blue mug').fill('2');
    await page.getByLabel('How many of Blue mug').blur();
    await page.getByLabel('Coupon').fill(coupon);
    await page.getByRole('button', { name: 'Use coupon' }).click();
    await page.getByText('Welcome', { exact: true }).waitFor();
    await order(page);
    await page.getByRole('link', { name: 'All my orders' }).click();
    const mine = page.locator('.orders li');
    await mine.locator('.status.confirmed').waitFor();
    // 2 × 12.99, a tenth off, and 4.90 for the way.
    expect(await mine.textContent()).toMatch(/QM-\d{4}-\d+[\s\S]*confirmed[\s\S]*€28\.28/);
  });

  test('nobody pays more than the button says: where the price has changed, the new one is shown first', async () => {
    const page = await open();
    await fillCart(page, 'Fountain pen');
    await addressed(page);
    await page.getByRole('button', { name: 'Order and pay €46.90' }).waitFor();
    const client = shopClient({ baseUrl: shop.url, credentials: shop.credentials });
    const { data: found } = await client.GET('/api/products', {
      params: { query: { sku: ['PEN-FOUNTAIN'] } },
    });
    const priced = await client.POST('/api/products/{id}/price', {
      params: { path: { id: found!.data[0]!.id }, header: { 'If-Match': '*' } },
      body: { price: { amount: 4300, currency: 'EUR' } },
    });
    // Until the order service has seen the change.
    const seen = await client.POST('/api/orders', {
      params: { header: { 'Event-Position': priced.response.headers.get('Event-Position')! } },
      body: {
        customerId: 'nobody',
        lines: [{ sku: 'PEN-FOUNTAIN', quantity: 1 }],
        total: { amount: 4200, currency: 'EUR' },
      },
    });
    expect(seen.error).toMatchObject({ code: 'total-changed', detail: 'it costs 43.00 EUR now' });
    await page.getByRole('button', { name: 'Order and pay €46.90' }).click();
    await page.getByText('it costs 47.90 EUR now').waitFor();
    await page.getByRole('button', { name: 'Order and pay €47.90' }).click();
    await page.locator('.status.confirmed').waitFor();
  });

  test('on a phone nothing is wider than the page; a coupon that there is not is said, and taken out', async () => {
    const page = await open({ width: 360, height: 740 });
    const isTooWide = () => page.evaluate('document.documentElement.scrollWidth > innerWidth');
    await page.getByRole('link', { name: 'Wool blanket' }).waitFor();
    expect(await isTooWide()).toBe(false);
    await fillCart(page, 'Wool blanket');
    await page.getByLabel('Coupon').fill('NOTHING');
    await page.getByRole('button', { name: 'Use coupon' }).click();
    await page.getByText('there is no such code').waitFor();
    await page.getByRole('button', { name: 'Remove NOTHING' }).click();
    await page.getByText('there is no such code').waitFor({ state: 'detached' });
    expect(await isTooWide()).toBe(false);
  });

  test('a guest who signs up keeps cart and orders, also after a wrong password; who logs in elsewhere sees the orders, too', async () => {
    const page = await open();
    await fillCart(page, 'Teapot');
    await order(page, 'sim_decline');
    await page.getByRole('link', { name: 'QuickMart' }).click();
    await fillCart(page, 'Oak bowl');
    const [email, password] = ['anna@example.com', 'correct horse battery'];
    await page.getByRole('link', { name: 'Log in' }).click();
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Log in' }).click();
    await page.getByRole('alert').getByText('Not the right e-mail address').waitFor();
    await page.getByRole('button', { name: 'I am new here' }).click();
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Sign up' }).click();
    await page.getByLabel('Code').fill(await codeFor(email));
    await page.getByRole('button', { name: 'Verify' }).click();
    await page.locator('.orders li').first().waitFor();
    expect(await page.locator('.orders li').count()).toBe(1);
    await page.getByRole('link', { name: /^Cart/ }).click();
    await page.getByLabel('How many of Oak bowl').waitFor();

    const other = await open();
    await other.getByRole('link', { name: 'Log in' }).click();
    await other.getByLabel('E-mail').fill(email);
    await other.getByLabel('Password').fill(password);
    await other.getByRole('button', { name: 'Log in' }).click();
    await other.locator('.orders li').first().waitFor();
  });

  /** What identity has sent. */
  async function codeFor(email: string): Promise<string> {
    const inbox = `${shop.url}/dev/inbox?to=${encodeURIComponent(email)}`;
    return await until(async () => /\b\d{6}\b/.exec(await (await fetch(inbox)).text())?.[0]);
  }
});
