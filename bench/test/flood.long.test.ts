/** A flood of logins must not starve orders: the p99 of an order's answer is at most twice as long beside it. */
import { expect, test } from 'vitest';
import { runFlood } from '../src/flood.ts';
import { summary } from '../src/statistics.ts';

test('orders are answered beside a flood of logins', async () => {
  const samples = await runFlood({ rounds: 3, seconds: 5 }, (line) => console.info(line));
  const p99 = (name: string) => summary(samples.get(name)!.map((sample) => sample.p99!)).median;
  for (const form of ['shared', 'split'])
    expect({ form, ratio: p99(`${form} flood`) / p99(`${form} calm`) }).toSatisfy(
      ({ ratio }) => ratio <= 2,
      `${form}: at most twice as long`,
    );
});
