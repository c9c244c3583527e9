/** A running system under the eyes of a real Prometheus and Alertmanager: what dashboards show, and whom an alert reaches. */
import { randomUUIDv7 } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ok, type ShopClient, shopClient } from '@quickmart/client';
import { serviceNames } from '@quickmart/service';
import { until } from '@quickmart/streams/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dashboards } from '../../../ops/dashboards.ts';
import { type SmallShop, startShop } from '../small-shop.ts';
import { type Watched, watch } from './tools.ts';

let shop: SmallShop;
let client: ShopClient;
let watched: Watched;
const folder = mkdtempSync(join(tmpdir(), 'quickmart-watched-'));
beforeAll(async () => {
  shop = await startShop({ names: serviceNames(), split: ['delivery'] });
  client = shopClient({ baseUrl: shop.url, credentials: shop.credentials });
  watched = await watch(shop.urls.values(), folder);
});
afterAll(async () => {
  await watched?.stop();
  await shop?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** What an alert was told as last, such as `firing`. */
const last = (alert: string, label: string, value: string): string | undefined =>
  watched.told
    .flatMap(({ alerts }) => alerts)
    .findLast(({ labels }) => labels.alertname === alert && labels[label] === value)?.status;

test('each panel has a line with a number while orders come', async () => {
  const price = { amount: 1299, currency: 'EUR' };
  const product = await ok(client.POST('/api/products', { body: { sku: 'MUG', name: 'Mug', price } }));
  const lines = [{ productId: product.id, quantity: 1 }];
  const panels = dashboards.flatMap((dashboard) => dashboard.panels);
  const isEmpty = async (queries: readonly string[]) => {
    const found = await Promise.all(
      queries.map((query) => watched.ask(query.replaceAll('$__rate_interval', '1m'))),
    );
    return !found.flat().some(({ value }) => Number.isFinite(Number(value[1])));
  };
  await until(
    'no panel is empty',
    async () => {
      await client.POST('/api/orders', { body: { customerId: randomUUIDv7(), lines } });
      const empty: string[] = [];
      for (const { title, of } of panels) if (await isEmpty(Object.values(of))) empty.push(title);
      if (empty.length > 0) throw new Error(empty.join(', '));
      return true;
    },
    90_000,
  );
});

test('a worker that is killed, and a service, are told to the webhook, and that they are back', async () => {
  const worker = shop.workers.get('delivery')!;
  const server = shop.servers.get('delivery')!;
  const instance = new URL(shop.urls.get('delivery')!).host;
  await worker.kill();
  await until('ConsumerStopped is told', () => last('ConsumerStopped', 'group', 'delivery'), 180_000);
  await worker.start();
  await server.kill();
  await until('ServiceDown is told', () => last('ServiceDown', 'instance', instance), 180_000);
  await server.start();
  const areBack = () =>
    last('ConsumerStopped', 'group', 'delivery') === 'resolved' &&
    last('ServiceDown', 'instance', instance) === 'resolved';
  await until('both are well again', areBack, 180_000);
  const [down] = watched.told
    .flatMap(({ alerts }) => alerts)
    .filter(({ labels }) => labels.alertname === 'ServiceDown');
  expect(down).toMatchObject({
    status: 'firing',
    labels: { severity: 'page' },
    annotations: { summary: `${instance} does not answer`, command: `curl ${instance}/livez` },
  });
});
