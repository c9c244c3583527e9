/** Products created per second over HTTP, beside a bare Hono route that only does an XADD. */
import type { Sample } from './bars.ts';
import { creates, load } from './load.ts';
import { type Running, start } from './processes.ts';

export async function httpCreate(program: 'floor' | 'product', seconds: number): Promise<Sample> {
  const system = await start([program]);
  try {
    await rate(system, program, 1, 0); // warm: the first second compiles
    const perSecond = await rate(system, program, seconds, 1);
    return { perSecond, peakMiB: system.peakMiB()[program] ?? Number.NaN };
  } finally {
    await system.stop();
  }
}

async function rate(
  { url, headers }: Running,
  program: string,
  seconds: number,
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
  return (await load(url[program]!, creates(headers, body), { seconds })).perSecond;
}
