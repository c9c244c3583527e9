/**
 * A flood of logins beside orders: how long an order waits for its answer with and without, in turn, on the same processes. Both
 * come at a steady rate, whether they are answered or not; every login is for another address.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { serviceNames } from '@quickmart/service';
import { addSample, type Bar, brief, type Sample, type Samples } from './bars.ts';
import { client, type Send } from './http.ts';
import { steadily } from './pace.ts';
import { type Form, type Running, start } from './processes.ts';
import { percentile } from './statistics.ts';

const forms: readonly Form[] = ['shared', 'split'];
const ordersPerSecond = 20;
/** Several times as many as two cores could check. */
const loginsPerSecond = 200;

export const bars: readonly Bar[] = forms.flatMap((form): Bar[] => [
  {
    what: `${form}: an order is answered beside a flood of logins, p99, ms`,
    ours: [`${form} flood`, 'p99'],
    peer: [`${form} calm`, 'p99'],
    bar: ['≤', 2],
    digits: 1,
  },
  {
    what: `${form}: the same, p50, ms`,
    ours: [`${form} flood`, 'p50'],
    peer: [`${form} calm`, 'p50'],
    digits: 1,
  },
]);

type Options = { rounds: number; seconds: number };

export async function runFlood({ rounds, seconds }: Options, say: (line: string) => void): Promise<Samples> {
  const samples: Samples = new Map();
  for (const form of forms) {
    const system = await start(serviceNames(), form);
    const http = client(200, system.headers);
    try {
      await stocked(system, http.send);
      await phase(system, http.send, 1, true);
      for (let round = 1; round <= rounds; round++)
        for (const isFlood of round % 2 === 0 ? [true, false] : [false, true]) {
          const sample = await phase(system, http.send, seconds, isFlood);
          const name = `${form} ${isFlood ? 'flood' : 'calm'}`;
          addSample(samples, name, sample);
          say(`  round ${round}/${rounds}: ${name}: ${brief(sample)}`);
        }
    } finally {
      http.close();
      await system.stop();
    }
  }
  return samples;
}

const skus = Array.from({ length: 50 }, (_, n) => `SKU-${n}`);

async function stocked({ url }: Running, send: Send): Promise<void> {
  for (const sku of skus) {
    const body = { sku, name: sku, price: { amount: 1299, currency: 'EUR' } };
    await send('POST', `${url.product}/api/products`, body);
  }
  await sleep(2_000);
}

async function phase({ url }: Running, send: Send, seconds: number, isFlood: boolean): Promise<Sample> {
  const times: number[] = [];
  const statuses = new Map<number, number>();
  const order = async (n: number) => {
    const began = performance.now();
    const body = { customerId: `customer-${n % 100}`, lines: [{ sku: skus[n % skus.length], quantity: 1 }] };
    const { status } = await send('POST', `${url.order}/api/orders`, body);
    if (status !== 201) throw new Error(`an order was answered ${status}`);
    times.push(performance.now() - began);
  };
  const logIn = async () => {
    const body = { email: `${randomUUID()}@example.com`, password: 'not the right one' };
    const { status } = await send('POST', `${url.identity}/api/sessions`, body);
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
  };
  await Promise.all([
    steadily(ordersPerSecond * seconds, ordersPerSecond, order),
    isFlood && steadily(loginsPerSecond * seconds, loginsPerSecond, logIn),
  ]);
  times.sort((a, b) => a - b);
  const counts = isFlood && {
    'checked, per s': (statuses.get(401) ?? 0) / seconds,
    'refused, per s': (statuses.get(429) ?? 0) / seconds,
  };
  return { p50: percentile(times, 50), p99: percentile(times, 99), ...counts };
}
