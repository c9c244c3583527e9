/** What kills.ts does to a master must show neither in what was acknowledged nor in live updates. `KILLS=2` for a look. */
import { describe, expect, test } from 'vitest';
import { random } from '../../src/random.ts';
import { killUnderLoad, loseAndHeal, partitionOf, placeOf } from './kills.ts';

const runs = Number(process.env.KILLS ?? 20);
const takenAgainMs = 15_000;

describe.each(['sentinel', 'cluster'] as const)('%s', (kind) => {
  const rng = random();

  test(`${runs} masters die under load: nothing acknowledged under replicated is lost, and all goes on (SEED=${rng.seed})`, async () => {
    const { shoppers, longest, log, verified } = await killUnderLoad(kind, runs, rng, console.info);
    const { acknowledged, events, resets } = shoppers;
    console.info(
      `${kind}: ${acknowledged.length} orders, ${events.length} live updates, longest without, ms:`,
      longest,
    );
    const logged = new Set(log);
    expect(acknowledged.filter(({ position }) => !logged.has(position))).toEqual([]);
    expect(resets).toEqual([]);
    // Every event of orders between the first and the last that was seen, once, in order.
    const seen = events.map(({ position }) => position);
    expect(seen).toEqual(log.slice(log.indexOf(seen[0]!), log.indexOf(seen.at(-1)!) + 1));
    expect(longest.order).toBeLessThan(takenAgainMs);
    expect(verified).toMatchObject({ code: 0 });
  });

  test('under memory, what a replica had not got is lost, and named; one command mends the rest', async () => {
    const { lost, named, findings } = await loseAndHeal(kind);
    console.info(`${kind}: ${lost.length} acknowledged orders are lost; named: ${named.join(' ')}`);
    expect(lost.length).toBeGreaterThan(0);
    expect(findings.filter(({ kind }) => kind !== 'behind')).toEqual([]);
    // What is lost is up to the last of each partition that is named.
    const orders = named.filter((position) => position.startsWith('order.'));
    const last = new Map(orders.map((position) => [partitionOf(position), placeOf(position)]));
    expect(lost.filter((position) => placeOf(position) > (last.get(partitionOf(position)) ?? 0))).toEqual([]);
  });
});
