/** Products created per second over HTTP, beside a bare Hono route that only does an XADD. */
import autocannon from 'autocannon';
import { headers } from './http.ts';
import { start } from './processes.ts';
import { ratio, type Summary, show, summary } from './statistics.ts';

export type HttpCreate = Record<'floor' | 'product', { perSecond: Summary; peakMiB: Summary }>;

const connections = 32;

export async function httpCreate(
  rounds: number,
  seconds: number,
  say: (line: string) => void,
): Promise<HttpCreate> {
  const runs = { floor: [] as Run[], product: [] as Run[] };
  for (let round = 1; round <= rounds; round++) {
    for (const program of ['floor', 'product'] as const) {
      const run = await once(program, seconds);
      say(`  round ${round}/${rounds}: ${program} ${Math.round(run.perSecond)}/s`);
      runs[program].push(run);
    }
  }
  const of = (all: Run[]) => ({
    perSecond: summary(all.map(({ perSecond }) => perSecond)),
    peakMiB: summary(all.map(({ peakMiB }) => peakMiB)),
  });
  return { floor: of(runs.floor), product: of(runs.product) };
}

type Run = { perSecond: number; peakMiB: number };

async function once(program: 'floor' | 'product', seconds: number): Promise<Run> {
  const system = await start([program]);
  try {
    await load(system.url[program], 1, 0); // warm: the first second compiles
    const { perSecond } = await load(system.url[program], seconds, 1);
    return { perSecond, peakMiB: system.peakMiB()[program] ?? Number.NaN };
  } finally {
    await system.stop();
  }
}

async function load(url: string, seconds: number, phase: number): Promise<{ perSecond: number }> {
  let count = 0;
  const body = () =>
    JSON.stringify({
      sku: `SKU-${phase}-${count++}`,
      name: 'Blue mug',
      description: 'Stoneware, 350 ml',
      price: { amount: 1299, currency: 'EUR' },
      attributes: { colour: 'blue', volumeMl: 350 },
    });
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    requests: [
      {
        method: 'POST',
        path: '/api/products',
        headers,
        setupRequest: (request) => ({ ...request, body: body() }),
      },
    ],
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${result.non2xx} refused, ${result.errors} failed`);
  return { perSecond: result['2xx'] / result.duration };
}

export const showHttpCreate = ({ floor, product }: HttpCreate) => [
  {
    what: 'HTTP create, per second',
    floor: show(floor.perSecond),
    ours: show(product.perSecond),
    'ours/floor': ratio(product.perSecond, floor.perSecond),
  },
  {
    what: 'peak memory, MiB',
    floor: show(floor.peakMiB),
    ours: show(product.peakMiB),
    'ours/floor': ratio(product.peakMiB, floor.peakMiB),
  },
];
