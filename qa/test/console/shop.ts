/** The console over all services with an order that waits and one that is sent: for all tests of a file. */
import { ok, type ShopClient, shopClient } from '@quickmart/client';
import { serviceNames } from '@quickmart/service';
import { until } from '@quickmart/streams/testing';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { browserOfTests } from '../browser.ts';
import { type SmallShop, startShop } from '../small-shop.ts';
import { type Console, openedBy } from './console.ts';

const administrator = { email: 'admin@quickmart.example', password: 'a password of this test only' };

/** `split`: services with a worker of their own. */
export function consoleOfTests({ split = [] }: { split?: readonly string[] } = {}) {
  const browser = browserOfTests();
  let shop: SmallShop;
  let client: ShopClient;
  const ids = { order: '', payment: '' };

  beforeAll(async () => {
    if (!browser.isThere) return;
    shop = await startShop({
      names: serviceNames(),
      split,
      env: {
        BOOTSTRAP_ADMIN_EMAIL: administrator.email,
        BOOTSTRAP_ADMIN_PASSWORD: administrator.password,
      },
    });
    client = shopClient({ baseUrl: shop.url, credentials: shop.credentials });
    const price = { amount: 1299, currency: 'EUR' };
    await ok(client.POST('/api/products', { body: { sku: 'MUG-BLUE', name: 'Blue mug', price } }));
    const { id } = await place(3);
    // One waits to be sent, the other one is sent: of its payment something is captured.
    ids.order = (await confirmed((await place(1)).id)).id;
    await confirmed(id);
    await ok(client.POST('/api/orders/{id}/ship', { params: { path: { id } }, body: {} }));
    ids.payment = await until('its payment is captured', async () => {
      const { payment } = await ok(client.GET('/api/orders/{id}', { params: { path: { id } } }));
      return payment?.status === 'captured' ? payment.id : undefined;
    });
  });
  afterAll(() => shop?.stop());

  async function place(quantity: number) {
    const lines = [{ sku: 'MUG-BLUE', quantity }];
    const body = { customerId: '019a0000-0000-7000-8000-0000000000aa', lines };
    return await until(
      'the product can be ordered',
      async () => (await client.POST('/api/orders', { body })).data,
    );
  }

  const confirmed = (id: string) =>
    until('the order is confirmed', async () => {
      const order = await ok(client.GET('/api/orders/{id}', { params: { path: { id } } }));
      return order.status === 'confirmed' ? order : undefined;
    });

  const at: Console = { browser, shop: () => shop, client: () => client, administrator };
  /** By the administrator. */
  async function opened(path = '/', options: Parameters<typeof openedBy>[3] = {}): Promise<Page> {
    const page = await openedBy(at, path, administrator, options);
    await page.getByText('Live', { exact: true }).waitFor();
    return page;
  }

  return { at, place, opened, ids: () => ids };
}
