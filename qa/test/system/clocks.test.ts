/** Machines whose clocks are wrong, each in another way. Deadlines go by the clock of Redis, so nothing is late. */
import { expect, test } from 'vitest';
import { startSystem } from '../../src/processes.ts';
import { checkEnds, fastPayments } from './saga.ts';
import { decided, placeOrder, send, stockedProduct } from './shop.ts';

const minute = 60_000;

/** A process whose clock is off by so much; nothing else of it is. */
const off = (ms: number) => {
  const shifted = `const Real = Date; const now = () => Real.now() + ${ms};
    globalThis.Date = class extends Real {
      constructor(...args) { args.length > 0 ? super(...args) : super(now()); }
      static now() { return now(); }
    };`;
  return { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(shifted)}` };
};

test('the clocks of order, inventory and payment are minutes off: orders are confirmed, and the skew is said', async () => {
  const system = await startSystem({
    apart: ['order', 'inventory', 'payment'],
    env: fastPayments,
    envOf: { order: off(-10 * minute), inventory: off(-20 * minute), payment: off(10 * minute) },
  });
  try {
    const { sku } = await stockedProduct(system);
    const placed = await Promise.all([1, 2, 3].map(() => placeOrder(system, [{ sku, quantity: 1 }])));
    for (const { body } of placed)
      expect(await decided(system, body.id)).toMatchObject({ status: 'confirmed' });
    const ready = await send<{ checks: Record<string, { status: string; detail?: string }> }>(
      system.inventory,
      'GET',
      '/readyz',
    );
    expect(ready).toMatchObject({ status: 200, body: { checks: { redis: { status: 'up' } } } });
    const behind = /([\d.]+) s behind that of Redis/.exec(ready.body.checks.redis?.detail ?? '')?.[1];
    // It is measured by an answer, which takes a while on a busy machine.
    expect(Number(behind)).toBeCloseTo(1200, -1);
    const metrics = await (await fetch(`${system.payment.url}/metrics`)).text();
    const skew = /^quickmart_clock_skew_seconds\S* (\S+)$/m.exec(metrics)?.[1];
    expect(Number(skew)).toBeCloseTo(600, -1);
    await checkEnds(system);
  } finally {
    await system.stop();
  }
}, 120_000);
