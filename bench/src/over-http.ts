/** The services over HTTP, beside a bare Hono route and a bare Redis chain: floor.ts. */
import { addSample, type Bar, brief, type Samples } from './bars.ts';
import { httpCreate } from './http-create.ts';
import { postToStock } from './post-to-stock.ts';

const againstFloor = (what: string, measurement: string, metric: string): Bar => ({
  what,
  ours: [measurement, metric],
  peer: [`${measurement}, floor`, metric],
  digits: 1,
});
export const bars: readonly Bar[] = [
  againstFloor('HTTP create, per second', 'create', 'perSecond'),
  againstFloor('peak memory, MiB', 'create', 'peakMiB'),
  againstFloor('POST to stock, p50, ms', 'post to stock', 'p50'),
  againstFloor('POST to stock, p99, ms', 'post to stock', 'p99'),
];

type Options = { rounds: number; seconds: number; count: number };

export async function runOverHttp(
  { rounds, seconds, count }: Options,
  say: (line: string) => void,
): Promise<Samples> {
  const samples: Samples = new Map();
  const measurements = {
    'create, floor': () => httpCreate('floor', seconds),
    create: () => httpCreate('product', seconds),
    'post to stock, floor': () => postToStock(['floor'], count),
    'post to stock': () => postToStock(['product', 'inventory'], count),
  };
  for (let round = 1; round <= rounds; round++)
    for (const [name, measure] of Object.entries(measurements)) {
      const sample = await measure();
      addSample(samples, name, sample);
      say(`  round ${round}/${rounds}: ${name}: ${brief(sample)}`);
    }
  return samples;
}
