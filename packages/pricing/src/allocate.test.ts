import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allocate } from './allocate.ts';
import { contained, percentRatio, shareOf, sumOf } from './ratio.ts';
import { moneyText } from './words.ts';

test('shares add up, and each is its exact share to less than one', () => {
  const weights = fc.array(fc.bigInt({ min: 0n, max: 10n ** 15n }), { minLength: 1, maxLength: 20 });
  const property = fc.property(fc.maxSafeNat(), weights, (amount, weights) => {
    const shares = allocate(amount, weights);
    expect(shares.reduce((sum, share) => sum + BigInt(share), 0n)).toBe(BigInt(amount));
    const whole = weights.reduce((sum, weight) => sum + weight, 0n);
    for (const [index, share] of whole === 0n ? [] : shares.entries()) {
      const difference = BigInt(share) * whole - BigInt(amount) * weights[index]!;
      expect(difference > -whole && difference < whole).toBe(true);
    }
  });
  fc.assert(property, { numRuns: 500, seed: Number(process.env.SEED) });
});

test('what is left goes to the largest fraction, of equal ones to the first; without weights to all', () => {
  expect(allocate(100, [1n, 1n, 1n])).toEqual([34, 33, 33]);
  expect(allocate(100, [1n, 5n])).toEqual([17, 83]);
  expect(allocate(5, [0n, 0n])).toEqual([3, 2]);
  expect(allocate(0, [])).toEqual([]);
});

test('a percentage is what its decimals say, however it is written', () => {
  expect(percentRatio(8.875)).toEqual({ part: 8875n, whole: 100_000n });
  expect(percentRatio(100)).toEqual({ part: 100n, whole: 100n });
  expect(percentRatio(5e-324).whole).toBe(10n ** 326n);
  expect(percentRatio(1e21)).toEqual({ part: 10n ** 19n, whole: 1n });
});

test('a half goes to the even unit; sums of any size are exact', () => {
  const tenth = percentRatio(10);
  expect([5, 15, 25, 35, 26].map((amount) => shareOf(amount, tenth))).toEqual([0, 2, 2, 4, 3]);
  // 1.005 in binary is a little less: floating point would give 100.
  expect(shareOf(10_000, percentRatio(1.005))).toBe(100);
  expect(shareOf(30_000, percentRatio(1.005))).toBe(302);
  expect(shareOf(Number.MAX_SAFE_INTEGER, percentRatio(100))).toBe(Number.MAX_SAFE_INTEGER);
  expect(shareOf(11_900, contained(sumOf([percentRatio(19)])))).toBe(1900);
});

test('amounts are written with the decimals of their currency', () => {
  expect([
    moneyText(1999, 'EUR'),
    moneyText(5, 'EUR'),
    moneyText(1999, 'JPY'),
    moneyText(1999, 'KWD'),
  ]).toEqual(['19.99 EUR', '0.05 EUR', '1999 JPY', '1.999 KWD']);
});
