/** Numbers of orders, by several processes at once. */
import { registry } from '@quickmart/contracts/registry';
import { EventStore } from '@quickmart/streams';
import { startRedis } from '@quickmart/streams/testing';
import { expect, onTestFinished, test } from 'vitest';
import { limits } from './limits.ts';
import { OrderNumbers } from './numbers.ts';

test('no two orders have the same, also of processes that begin at once; a new year begins with 1', async () => {
  const redis = await startRedis();
  onTestFinished(() => redis.stop());
  const processes = Array.from({ length: 3 }, () => {
    return new OrderNumbers(new EventStore({ redis: redis.connect(), codec: registry }));
  });
  const command = (at: number) => ({ at, meta: { correlationId: 'test' } });
  const year = Date.UTC(2026, 11, 31);
  const count = 2 * limits.numbersAtOnce + 1;
  const all = await Promise.all(
    processes.flatMap((one) => Array.from({ length: count }, () => one.next(command(year)))),
  );
  expect(new Set(all).size).toBe(3 * count);
  expect(all).toContain('QM-2026-000001');
  expect(all.every((number) => /^QM-2026-\d{6}$/.test(number))).toBe(true);
  expect(await processes[0]!.next(command(Date.UTC(2027, 0, 1)))).toBe('QM-2027-000001');
});
