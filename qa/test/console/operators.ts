/** What those do who run the system, from the console alone. */
import { randomUUIDv7 } from 'node:crypto';
import { ok } from '@quickmart/client';
import { orderPlaced, plainOrder } from '@quickmart/contracts/order/events';
import { registry } from '@quickmart/contracts/registry';
import { aggregate, EventStore } from '@quickmart/streams';
import { until } from '@quickmart/streams/testing';
import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { type Console, goTo, inDialog, lookAt } from './console.ts';

type Given = Pick<Console, 'shop' | 'client'> & {
  place(quantity: number): Promise<{ id: string; number: string | null }>;
  opened(path?: string, options?: { isDown: boolean }): Promise<Page>;
};

const orders = aggregate<null, Record<string, unknown>>({
  category: 'order',
  initial: null,
  evolve: {} as never,
});
const unknownProduct = '019a0000-0000-7000-8000-00000000beef';

export function operatorTests({ shop, client, place, opened }: Given): void {
  const connected = async () => {
    const redis = await shop().redis.connect();
    onTestFinished(() => redis.disconnect());
    return redis;
  };
  const timeline = async (id: string) => {
    const params = { path: { id } };
    return await until('the order is confirmed', async () => {
      const { data } = await client().GET('/api/orders/{id}/timeline', { params });
      return data?.data.some(({ eventType }) => eventType === 'OrderConfirmedEvent') ? data.data : undefined;
    });
  };

  test('any event of the log is found, with what caused it and what it has led to', async () => {
    const { id } = await place(1);
    const events = await timeline(id);
    const reserved = events.find(({ eventType }) => eventType === 'StockReservedEvent')!;
    const page = await opened('/streams');
    await page.getByRole('searchbox').first().fill(reserved.position);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Stock reserved' }).waitFor();
    const tree = page.locator('.tree');
    await tree.getByRole('button', { name: 'Order confirmed' }).waitFor();
    const current = tree.locator('[aria-current]');
    expect(await current.getByRole('button').textContent()).toBe('Stock reserved');
    await lookAt(page, 'streams-event');
    for (const [find, title] of [
      [reserved.eventId, 'Stock reserved'],
      [id, 'The events of this aggregate'],
      [reserved.meta.correlationId, 'What this request has led to'],
    ] as const) {
      await page.getByRole('searchbox').fill(find);
      await page.getByRole('button', { name: 'Search' }).click();
      await page.getByRole('heading', { name: title }).waitFor();
    }
    await lookAt(page, 'streams-request');
    await page.getByRole('searchbox').fill('nothing is called this');
    await page.keyboard.press('Enter');
    await page.getByText('Nothing in the log is called this.').waitFor();
  });

  test('from a lane of an order to its event, and through all versions of the order by the keyboard', async () => {
    const { id } = await place(1);
    await timeline(id);
    const page = await opened(`/orders/${id}`);
    await page.getByRole('button', { name: 'Order placed' }).click();
    await page.getByRole('link', { name: 'causes and effects' }).click();
    await page.getByRole('link', { name: 'its state at version 1' }).click();
    await page.getByText(/^Version 1 of \d+$/).waitFor();
    await page.getByText('There was none.').waitFor();
    await page.keyboard.press('ArrowRight');
    await page.getByText(/^Version 2 of \d+$/).waitFor();
    await page.getByRole('slider').press('End');
    await page.getByRole('heading', { name: 'Order confirmed' }).waitFor();
    await page.getByRole('cell', { name: 'stage' }).waitFor();
    await page.getByRole('row', { name: /stage confirming confirmed/ }).waitFor();
    await lookAt(page, 'time-travel');
    await page.getByRole('button', { name: 'Back' }).click();
    await page.reload();
    await page.getByText(/^Version \d+ of \d+$/).waitFor();
  });

  test('an order that is stuck: why, who, and what can be done', async () => {
    const store = new EventStore({ redis: await connected(), codec: registry });
    const euros = { amount: 100, currency: 'EUR' };
    const line = { productId: unknownProduct, sku: 'GONE', name: 'Gone', quantity: 1 };
    const lines = [{ ...line, unitPrice: euros, lineTotal: euros }];
    const bought = { customerId: randomUUIDv7(), lines, total: euros, paymentMethod: null };
    const id = randomUUIDv7();
    const command = { at: Date.now(), meta: { correlationId: randomUUIDv7() } };
    await store.decide(orders, id, () => [orderPlaced(plainOrder(bought))] as never, command);
    const page = await opened('/');
    await page.getByRole('link', { name: /wait for stock and payment/ }).click();
    await page.getByRole('link', { name: `…${id.slice(-8)}` }).click();
    const why = page.locator('.card', { hasText: 'Why it waits' });
    await why.getByText(/^inventory could not handle an event of it/).waitFor();
    await why.getByText(/there is no product/).waitFor();
    await lookAt(page, 'stuck');
    await why.getByRole('link', { name: /Mend the cause/ }).click();
    const cause = page.getByRole('region', { name: /^inventory: .*there is no product/ });
    await cause.getByRole('button', { name: 'Discard' }).click();
    await page.getByLabel('Reason').fill('nobody sells this any more');
    await page.getByRole('dialog').getByRole('button', { name: 'Discard' }).click();
    await page.getByText('None is like this.').waitFor();
    await page.goto(`${shop().url}/console/orders/${id}`);
    await page.getByRole('button', { name: 'Cancel order' }).click();
    await page.getByLabel('In words').fill('the product is gone');
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel order' }).click();
    await page.locator('.page-head .status', { hasText: 'cancelled' }).waitFor();
    await page.getByRole('navigation').getByRole('link', { name: 'Audit' }).click();
    await page.getByText('nobody sells this any more', { exact: false }).waitFor();
    await page.getByRole('link', { name: 'Order cancelled' }).first().waitFor();
    await lookAt(page, 'audit');
    await page.getByRole('navigation').getByRole('link', { name: 'Errors' }).click();
    await page
      .getByText(/there is no product/)
      .first()
      .waitFor();
    await lookAt(page, 'errors');
  });

  test('a worker that died: where, what waits, what to do, and gone when it is back or another one reads', async () => {
    const worker = shop().workers.get('review')!;
    const page = await opened('/');
    const alarm = page.getByRole('status').filter({ hasText: 'nobody reads: review' });
    const unread = page.getByRole('region', { name: 'Nobody reads for review' });
    const upToDate = page.getByRole('heading', { name: /^All \d+ groups are up to date$/ });
    const delivered = async () => {
      const params = { path: { id: (await place(1)).id } };
      await timeline(params.path.id);
      await ok(client().POST('/api/orders/{id}/ship', { params, body: {} }));
      await ok(client().POST('/api/orders/{id}/deliver', { params }));
    };

    await worker.kill();
    await alarm.waitFor();
    await delivered();
    await alarm.getByRole('link', { name: 'Look at the consumers' }).click();
    await unread.getByText(/[1-9]\d* events? waits?/).waitFor();
    await unread.getByText('ROLE=worker node packages/service/src/serve.ts review').waitFor();
    const row = page.getByRole('row', { name: /^review order nobody reads [1-9]/ });
    expect(await row.first().getByRole('cell').last().textContent()).toBe('0');
    await lookAt(page, 'consumers-unread');
    await worker.start();
    await upToDate.waitFor();
    await goTo(page, 'Overview');
    await page.getByRole('heading', { name: 'Newest orders' }).waitFor();
    expect(await alarm.count()).toBe(0);

    await worker.kill();
    await alarm.waitFor();
    await alarm.getByRole('link', { name: 'Look at the consumers' }).click();
    await unread.getByRole('button', { name: 'Read here' }).click();
    await inDialog(page, 'Read here');
    await upToDate.waitFor();
    await goTo(page, 'Audit');
    await page.getByText('consumers started').first().waitFor();
  });

  test('a service that is down hides nothing of the others', async () => {
    const server = shop().servers.get('review')!;
    await server.kill();
    onTestFinished(async () => {
      await server.start();
      // The gateway asks a service that was down again only after some time.
      await until('reviews are served again', async () => (await client().GET('/api/reviews')).data);
    });
    const page = await opened('/consumers', { isDown: true });
    // Long before a program would give up: somebody looks at the page.
    await page.getByRole('heading', { name: 'Dead letters: 0' }).waitFor({ timeout: 15_000 });
    await page
      .getByRole('row', { name: /^inventory order / })
      .first()
      .waitFor();
    expect(await page.getByText('Not reached: review').count()).toBe(2);
    await lookAt(page, 'consumers-down');
    await goTo(page, 'Read models');
    await page.getByRole('row', { name: 'order-list' }).waitFor();
    await page.getByText('Not reached: review').waitFor();
  });

  test('Redis near its limit: seen on the first page, and given more room', async () => {
    const redis = await connected();
    const used = Number(/used_memory:(\d+)/.exec(await redis.info('memory'))?.[1]);
    onTestFinished(() => void redis.config('SET', 'maxmemory', '0'));
    await redis.config('SET', 'maxmemory', Math.round(1.12 * used));
    const page = await opened('/');
    await page.getByText('Redis is nearly full', { exact: false }).getByRole('link').click();
    await page.getByText('nearly full').waitFor();
    await page.getByRole('cell', { name: 'order', exact: true }).first().waitFor();
    await lookAt(page, 'redis');
    await page.getByRole('button', { name: 'Set the limit' }).click();
    await page.getByLabel('MiB').fill('1');
    await page.getByRole('dialog').getByRole('button', { name: 'Set the limit' }).click();
    await page
      .getByRole('dialog')
      .getByText(/are used already/)
      .waitFor();
    await page.getByLabel('MiB').fill('512');
    await page.getByRole('dialog').getByRole('button', { name: 'Set the limit' }).click();
    await page.getByText('of 512 MiB').waitFor();
    expect(await redis.config('GET', 'maxmemory')).toEqual(['maxmemory', `${512 * 1048576}`]);
  });

  test('timers and webhooks: what comes by itself, and what was refused', async () => {
    const { id } = await place(1);
    await fetch(`${shop().url}/api/webhooks/simulated`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ id: 'evt_1', type: 'payment.captured', data: {} }),
    });
    const page = await opened('/webhooks');
    await page
      .locator('.status', { hasText: /^refused/ })
      .first()
      .waitFor();
    await lookAt(page, 'webhooks');
    await page.getByRole('navigation').getByRole('link', { name: 'Timers' }).click();
    await page.getByText(/timers? (is|are) set; none is late/).waitFor();
    await page.getByRole('table').waitFor();
    await lookAt(page, 'timers');
    await page.getByRole('searchbox').fill(id);
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).searchParams.get('search')).toBe(id);
  });
}
