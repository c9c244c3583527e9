/** The console in a real browser, before all services: what is done most, and what each role sees. What staff do is in `staff.long.test.ts`. */
import { randomUUIDv7 } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { gzipSync } from 'node:zlib';
import { ok } from '@quickmart/client';
import { registry } from '@quickmart/contracts/registry';
import { aggregate, EventStore } from '@quickmart/streams';
import { until } from '@quickmart/streams/testing';
import { describe, expect, onTestFinished, test } from 'vitest';
import { cutOff, lookAt } from '../console/console.ts';
import { rolesOf } from '../console/roles.ts';
import { consoleOfTests } from '../console/shop.ts';

const { at, place, opened, ids } = consoleOfTests();
const { browser, shop, client, administrator } = at;

describe.skipIf(!browser.isThere)('the console', () => {
  test('who logs in sees the shop; a wrong password is refused, and a reload keeps them in, also one that finds nobody', async () => {
    const page = await browser.opened(`${shop().url}/console`);
    await lookAt(page, 'log-in');
    await page.getByLabel('E-mail address').fill(administrator.email);
    await page.getByLabel('Password').fill('another password than that');
    await page.getByRole('button', { name: 'Log in' }).click();
    await page.getByRole('alert').waitFor();
    await page.getByLabel('Password').fill(administrator.password);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Orders per minute' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Orders per minute' }).waitFor();
    await page.route('**/api/sessions/refresh', (route) => route.abort());
    await page.reload();
    await page.getByText(/^You are still logged in/).waitFor();
    await page.unroute('**/api/sessions/refresh');
    await page.reload();
    await page.getByRole('heading', { name: 'Orders per minute' }).waitFor();
    await page.getByRole('button', { name: 'Log out' }).click();
    await page.getByLabel('Password').waitFor();
    await page.reload();
    await page.getByLabel('Password').waitFor();
  });

  test('the overview shows what comes, by itself, and leads to it', async () => {
    const page = await opened();
    const hour = page.locator('.figures strong').first();
    const before = Number(await hour.textContent());
    await place(1);
    await until(async () => Number(await hour.textContent()) === before + 1);
    const worth = page.locator('.figures strong').nth(1);
    const earned = await worth.textContent();
    await place(1000); // more than there are: it is cancelled
    await page.getByText(/in all, without \d+ cancelled/).waitFor();
    expect(await worth.textContent()).toBe(earned);
    await lookAt(page, 'overview');
    await page.getByRole('link', { name: /wait to be shipped/ }).click();
    expect(new URL(page.url()).search).toBe('?status=confirmed');
  });

  test('an order is found, moves through its lanes, is shipped and delivered', async () => {
    const { id, number } = await place(2);
    const page = await opened('/orders');
    await page.getByRole('searchbox').fill(number ?? id);
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: number ?? id }).click();
    await page.getByRole('button', { name: 'Ship', exact: true }).click();
    await page.getByLabel('Tracking number').fill('JD014');
    await page.getByRole('dialog').getByRole('button', { name: 'Ship' }).click();
    await page.getByRole('button', { name: 'Payment captured' }).click();
    await page.getByText(/because of/).waitFor();
    await lookAt(page, 'order');
    await page.getByRole('button', { name: 'Delivered' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delivered' }).click();
    await page.locator('.page-head .status', { hasText: 'completed' }).waitFor();
    const { data } = await client().GET('/api/orders/{id}', { params: { path: { id } } });
    expect([data?.status, data?.shipments?.[0]?.tracking]).toEqual(['completed', 'JD014']);
    await page.getByRole('navigation').getByRole('link', { name: 'Orders' }).click();
    await page.getByRole('link', { name: number ?? id }).waitFor();
    await lookAt(page, 'orders');
    await page.getByLabel('Status').selectOption('attention');
    await page.getByText('No order is like this.').waitFor();
  });

  test('a list shows the whole total of an order, and its page says what was not in stock', async () => {
    const { id, number } = await place(1000);
    const page = await opened('/orders', { viewport: { width: 1280, height: 800 } });
    const row = page.getByRole('row').filter({ has: page.getByRole('link', { name: number ?? id }) });
    const total = row.getByRole('cell', { name: '€12,990.00' });
    await total.waitFor();
    type Cell = { scrollWidth: number; clientWidth: number };
    expect(await total.evaluate((cell: Cell) => cell.scrollWidth <= cell.clientWidth)).toBe(true);
    await row.getByRole('link').click();
    await page.getByText(/^MUG-BLUE: 1000 ordered, \d+ available$/).waitFor();
  });

  test('a long name and a large amount cut nothing off, on a desk and on a phone', async () => {
    const price = { amount: 99_999_999, currency: 'EUR' };
    const product = { sku: 'CAP', name: 'Donaudampfschifffahrtskapitänsmütze'.repeat(5), price };
    await ok(client().POST('/api/products', { body: product }));
    const lines = [2, 1].map((quantity) => ({ sku: product.sku, quantity }));
    const body = { customerId: '019a0000-0000-7000-8000-0000000000aa', lines };
    const { id, number } = await until(
      'the product can be ordered',
      async () => (await client().POST('/api/orders', { body })).data,
    );
    const page = await opened(`/orders/${id}`);
    const items = page.getByRole('region', { name: 'Items' });
    await items.getByRole('cell', { name: '€1,999,999.98' }).waitFor();
    expect(await items.getByRole('row').count()).toBe(3);
    expect(await cutOff(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await cutOff(page)).toEqual([]);
    await page.goto(`${shop().url}/console/orders`);
    await page.getByRole('link', { name: number ?? id }).waitFor();
    expect(await cutOff(page)).toEqual([]);
  });

  test('an order is cancelled with a reason; what the API refuses is said in the dialog', async () => {
    const { id } = await place(1);
    const page = await opened(`/orders/${id}`);
    await page.getByRole('button', { name: 'Cancel order' }).click();
    const dialog = page.getByRole('dialog');
    await page.getByLabel('In words').fill('x'.repeat(5_000));
    await dialog.getByRole('button', { name: 'Cancel order' }).click();
    await dialog.getByRole('alert').getByText('Validation failed').waitFor();
    await lookAt(page, 'refused');
    await page.getByLabel('Why').selectOption('out-of-stock');
    await page.getByLabel('In words').fill('the customer was called');
    await dialog.getByRole('button', { name: 'Cancel order' }).click();
    await page.locator('.page-head .status', { hasText: 'cancelled' }).waitFor();
  });

  test('events come as they happen, are searched, and show what they hold', async () => {
    const page = await opened('/streams');
    const { id } = await place(1);
    await page.getByRole('button', { name: 'Order confirmed' }).waitFor();
    await page.getByLabel('Only events with this in them').fill(id);
    await page.getByRole('button', { name: 'Order placed' }).click();
    await page.getByText(`"aggregateId": "${id}"`).waitFor();
    await lookAt(page, 'events');
    await page.getByRole('link', { name: 'its order' }).first().click();
    await page.getByRole('heading', { name: 'What happened' }).waitFor();
  });

  test('an event that nobody can handle: found by its cause, handled again, and given up', async () => {
    const redis = await shop().redis.connect();
    const orders = aggregate<null, Record<string, unknown>>({
      category: 'order',
      initial: null,
      evolve: {} as never,
    });
    const broken = { eventType: 'OrderPlacedEvent', schema: 17, data: {} };
    const command = { at: Date.now(), meta: { correlationId: 'test' } };
    const id = randomUUIDv7();
    await new EventStore({ redis, codec: registry }).decide(orders, id, () => [broken] as never, command);
    const page = await opened();
    await page.getByRole('link', { name: 'Look at the consumers' }).click();
    await page.getByRole('searchbox').fill(id);
    await page.keyboard.press('Enter');
    const cause = page.getByRole('region', { name: /^inventory: .*unknown event OrderPlacedEvent/ });
    await cause.getByText('Show them').click();
    await cause.getByText(id, { exact: false }).first().waitFor();
    await lookAt(page, 'consumers');
    await cause.getByRole('button', { name: 'Redrive' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Redrive' }).click();
    await cause.getByText('2 attempts').waitFor();
    const causes = page.getByRole('region', { name: /unknown event/ });
    for (let left = await causes.count(); left > 0; left--) {
      await causes.first().getByRole('button', { name: 'Discard' }).click();
      await page.getByRole('dialog').getByLabel('Reason').fill('written by a test');
      await page.getByRole('dialog').getByRole('button', { name: 'Discard' }).click();
      await until(async () => (await causes.count()) === left - 1);
    }
    await page.getByText('None is like this.').waitFor();
  });

  test('a read model that was changed by hand: found, and built anew', async () => {
    const { id } = await place(1);
    await until(
      async () =>
        (await client().GET('/api/orders/{id}', { params: { path: { id } } })).data?.status === 'confirmed',
    );
    const rows = new DatabaseSync(join(shop().data, 'order.sqlite'));
    onTestFinished(() => rows.close());
    const page = await opened('/read-models');
    const row = page.getByRole('row', { name: 'order-list' });
    await row.getByRole('button', { name: 'Verify' }).click();
    await row.getByText('every row is right').waitFor();
    rows.exec('PRAGMA busy_timeout = 5000');
    const [table] = rows.prepare("SELECT name FROM sqlite_master WHERE name GLOB 'orders_????????'").all();
    expect(
      rows.prepare(`UPDATE ${table?.name} SET status = ? WHERE id = ?`).run('returned', id).changes,
    ).toBe(1);
    await row.getByRole('button', { name: 'Verify' }).click();
    await row.getByText('1 row is wrong').waitFor();
    await row.getByText('Which').click();
    await row.getByText(`orders ${id}: status`).waitFor();
    await lookAt(page, 'read-models');
    await row.getByRole('button', { name: 'Rebuild' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Rebuild' }).click();
    await row.getByText('rebuilt').waitFor();
    await row.getByRole('button', { name: 'Verify' }).click();
    await row.getByText('every row is right').waitFor();
  });

  test('a read model whose table was dropped: why it cannot be verified, and built anew, it is read again', async () => {
    const rows = new DatabaseSync(join(shop().data, 'review.sqlite'));
    onTestFinished(() => rows.close());
    rows.exec('PRAGMA busy_timeout = 5000');
    const [table] = rows.prepare("SELECT name FROM sqlite_master WHERE name GLOB 'reviews_????????'").all();
    const page = await opened('/read-models');
    const row = page.getByRole('row', { name: 'reviews' });
    rows.exec(`DROP TABLE ${table?.name}`);
    await row.getByRole('button', { name: 'Verify' }).click();
    await row.getByText('verify failed').waitFor();
    await row.getByText('Why').click();
    await row.getByText(`no such table: ${table?.name}`).waitFor();
    // Not by the client, which tries again after a 503.
    const answered = async () => (await fetch(`${shop().url}/api/reviews`)).status;
    expect(await answered()).toBe(503);
    await row.getByRole('button', { name: 'Rebuild' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Rebuild' }).click();
    await row.getByText('rebuilt').waitFor();
    await until(async () => (await answered()) === 200);
  });

  rolesOf(at, ids);

  test('the first page is small, strict, and asks nobody else', async () => {
    const answer = await fetch(`${shop().url}/console/`);
    const page = await answer.text();
    expect(answer.headers.get('Content-Security-Policy')).toMatch(/^default-src 'none'; script-src 'self';/);
    expect(page).not.toMatch(/https?:\/\/(?!www\.w3\.org)|<script>|style=/);
    const script = /src="([^"]+\.js)"/.exec(page)?.[1] ?? '';
    const served = await fetch(shop().url + script);
    expect(served.headers.get('Cache-Control')).toContain('immutable');
    expect(gzipSync(await served.bytes()).byteLength).toBeLessThan(300 * 1024);
    expect((await fetch(`${shop().url}/console/none.js`)).status).toBe(404);
  });
});
