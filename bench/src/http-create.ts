/** Products created per second over HTTP, beside a bare Hono route that only does an XADD. */
import autocannon from 'autocannon';
import type { Sample } from './bars.ts';
import { type Running, start } from './processes.ts';

const connections = 32;

export async function httpCreate(program: 'floor' | 'product', seconds: number): Promise<Sample> {
  const system = await start([program]);
  try {
    await load(system, program, 1, 0); // warm: the first second compiles
    const perSecond = await load(system, program, seconds, 1);
    return { perSecond, peakMiB: system.peakMiB()[program] ?? Number.NaN };
  } finally {
    await system.stop();
  }
}

async function load(
  { url, headers }: Running,
  program: string,
  duration: number,
  phase: number,
): Promise<number> {
  let count = 0;
  const body = () =>
    JSON.stringify({
      sku: `SKU-${phase}-${count++}`,
      name: 'Blue mug',
      description: 'Stoneware, 350 ml',
      price: { amount: 1299, currency: 'EUR' },
      attributes: { colour: 'blue', volumeMl: 350 },
    });
  const setupRequest = (request: autocannon.Request) => ({ ...request, body: body() });
  const create = { method: 'POST' as const, path: '/api/products', headers, setupRequest };
  const result = await autocannon({ url: url[program]!, connections, duration, requests: [create] });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${result.non2xx} refused, ${result.errors} failed`);
  return result['2xx'] / result.duration;
}
