/** Load and chaos, on private copies of the system as whole processes; seconds of them. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { qa } from '../../test/testing.ts';
import { root } from '../process.ts';
import { type System, startSystem } from '../processes.ts';

describe('load', () => {
  let system: System;
  beforeAll(async () => {
    system = await startSystem();
  });
  afterAll(() => system?.stop());

  const load = (...args: string[]) =>
    qa(undefined, 'load', ...args, '--product', system.product.url, '--order', system.order.url);

  test('every order is sent when it is due, and what became of them is counted', async () => {
    const { code, out, err } = await load('--rate', '40', '--seconds', '1', '--products', '3', '--json');
    const { orders, answered, latencyMs } = JSON.parse(out);
    expect([code, orders, answered]).toEqual([0, 40, { 201: 40 }]);
    expect(latencyMs.p50).toBeGreaterThan(0);
    expect([latencyMs.p50, latencyMs.p95, latencyMs.p99, latencyMs.max]).toEqual(
      Object.values(latencyMs as Record<string, number>).toSorted((a, b) => a - b),
    );
    expect(err).toMatch(/^seed \d+$/m);
  });

  test('the orders of a file, as often as it takes', async () => {
    const { code, out } = await load(join(root, 'qa/fixtures/messy.csv'), '--rate', '30', '--seconds', '1');
    expect([code, out]).toEqual([0, expect.stringMatching(/^30 orders, .*: 30 × 201\nlatency p50 /)]);
  });

  test('carts become orders: each request has its percentiles', async () => {
    const urls = ['--cart', system.cart.url, '--inventory', system.inventory.url];
    const args = ['--carts', '--rate', '15', '--seconds', '2', '--products', '3', ...urls];
    const { code, out } = await load(...args, '--json');
    const { answered, steps } = JSON.parse(out);
    expect([code, answered]).toEqual([0, { 201: 30 }]);
    expect(Object.keys(steps)).toEqual(['create', 'line', 'read', 'checkout']);
    for (const { p50, p99 } of Object.values<{ p50: number; p99: number }>(steps)) {
      expect(p50).toBeGreaterThan(0);
      expect(p99).toBeGreaterThanOrEqual(p50);
    }
    const file = await load(join(root, 'qa/fixtures/messy.csv'), ...args);
    expect([file.code, file.out]).toEqual([
      0,
      expect.stringMatching(/30 × 201\nlatency p50[\s\S]*checkout p50/),
    ]);
  });

  test('orders that nobody takes are no success', async () => {
    const at = ['--rate', '2', '--seconds', '1', '--order', `${system.order.url}/nowhere`];
    const { code, out } = await qa(undefined, 'load', ...at, '--product', system.product.url, '--json');
    expect([code, JSON.parse(out).answered]).toEqual([1, { 404: 2 }]);
  });
});

test('chaos: what was struck is said with its seed, nothing is lost, and the same can be done again', async () => {
  const args = ['chaos', '--seed', '3', '--minutes', '0.1', '--rate', '10', '--json'];
  const { code, out, err } = await qa(undefined, ...args);
  const { seed, strikes, load, lost, report, again } = JSON.parse(out);
  expect([code, seed, load.answered, lost, report.findings], err).toEqual([0, 3, { 201: 60 }, [], []]);
  expect(strikes.length).toBeGreaterThan(0);
  expect(again).toBe('pnpm qa chaos --seed 3 --minutes 0.1 --rate 10');
  expect(report.categories).toContainEqual(expect.objectContaining({ category: 'order' }));
});

test.each([
  ['--minutes', 'x'],
  ['--minutes', '0'],
  ['--minutes', '-1'],
  ['--rate', '0'],
  ['--seed', 'eight'],
])('chaos %s %s is bad usage', async (...args) => {
  expect(await qa(undefined, 'chaos', ...args)).toMatchObject({
    code: 2,
    err: expect.stringMatching(/not a/),
  });
});
