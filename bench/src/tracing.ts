/**
 * What traces cost: the whole shop twice, once without and once with traces of one request in ten, which a collector
 * takes. Orders come in bursts, in turn, so that a slow minute of the machine hits both.
 */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { addSample, type Bar, brief, type Sample, type Samples } from './bars.ts';
import { rush } from './orders/flash-sale.ts';
import { Shop } from './orders/shop.ts';

const ways = ['off', 'on'] as const;
type Way = (typeof ways)[number];

export const bars: readonly Bar[] = [
  {
    what: 'CPU per order, ms, with traces of 1 in 10 and without',
    ours: ['on', 'cpuMs'],
    peer: ['off', 'cpuMs'],
    bar: ['≤', 1.1],
    digits: 2,
  },
  {
    what: 'orders decided per second, with traces of 1 in 10 and without',
    ours: ['on', 'perSecond'],
    peer: ['off', 'perSecond'],
    bar: ['≥', 0.9],
  },
];

type Options = { rounds: number; orders: number };
const clients = 32;

export async function runTracing({ rounds, orders }: Options, say: (line: string) => void): Promise<Samples> {
  const samples: Samples = new Map();
  const collector = await startCollector();
  const shops: Record<Way, Shop> = {
    off: await Shop.open(clients, 'shared'),
    on: await Shop.open(clients, 'shared', {
      env: {
        OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
        OTEL_TRACES_SAMPLER: 'parentbased_traceidratio',
        OTEL_TRACES_SAMPLER_ARG: '0.1',
      },
    }),
  };
  try {
    for (const way of ways) {
      await shops[way].products(['MUG']);
      await burst(shops[way], orders);
    }
    for (let round = 1; round <= rounds; round++)
      for (const way of round % 2 === 0 ? ways : ways.toReversed()) {
        const sample = await burst(shops[way], orders);
        addSample(samples, way, sample);
        say(`  round ${round}/${rounds}: ${way}: ${brief(sample)}`);
      }
    if (collector.requests() === 0) throw new Error('the collector got no traces');
  } finally {
    await Promise.all(ways.map((way) => shops[way].close()));
    await collector.close();
  }
  return samples;
}

/** Orders for one product, of which most are refused: the whole way, and no end of stock to make. */
async function burst(shop: Shop, orders: number): Promise<Sample> {
  const before = shop.cpuMs();
  await rush(shop, 'MUG', orders, clients);
  const { perSecond, p50Ms } = await shop.outcome();
  return { cpuMs: (shop.cpuMs() - before) / orders, perSecond, p50Ms };
}

/** Takes everything and keeps nothing. */
async function startCollector() {
  let requests = 0;
  const server = createServer((request, response) => {
    requests++;
    request
      .resume()
      .once('end', () => response.writeHead(200, { 'Content-Type': 'application/json' }).end('{}'));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests: () => requests,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
