/** What every system carries: the same events, in the same numbers, told apart by `n`. */

/** Over how many aggregates (ours) or nothing (the peers have none) the events are spread. */
export const aggregates = 5_000;
export const aggregateOf = (n: number): string => `product-${n % aggregates}`;

export type Payload = {
  n: number;
  sentAtUs: number;
  sku: string;
  name: string;
  description: string;
  price: { amount: number; currency: string };
  attributes: Record<string, string | number>;
};

/** About 230 bytes of JSON, like a product. */
export const payload = (n: number): Payload => ({
  n,
  sentAtUs: nowUs(),
  sku: `SKU-${n}`,
  name: 'Blue mug',
  description: 'Stoneware, 350 ml, dishwasher safe',
  price: { amount: 1299, currency: 'EUR' },
  attributes: { colour: 'blue', volumeMl: 350 },
});

/** The machine's monotonic clock: the same one in every process. */
export const nowUs = (): number => {
  const [seconds, nanoseconds] = process.hrtime();
  return seconds * 1e6 + nanoseconds / 1e3;
};

/** Runs `count` jobs, at most `callers` at a time: each caller goes on when its job is done. */
export async function callers(
  concurrency: number,
  count: number,
  job: (n: number, caller: number) => Promise<unknown>,
): Promise<void> {
  let next = 0;
  const caller = async (_: unknown, me: number) => {
    while (next < count) await job(next++, me);
  };
  await Promise.all(Array.from({ length: concurrency }, caller));
}
