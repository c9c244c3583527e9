import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startRedis, type TestRedis } from '../../test/servers/index.ts';
import { keys } from '../log/keys.ts';
import { EventLog } from '../log/log.ts';
import { delivered } from './delivery.ts';
import { Quarantine } from './quarantine.ts';

const [category, group] = ['counter', 'readers'];
const logger = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

let server: TestRedis;
let events: EventLog;
beforeAll(async () => {
  server = await startRedis();
  events = new EventLog(server.connect(), { decode: (_, __, data) => data });
});
afterAll(() => server.stop());

/** A partition that two owners have died with; the second one was at work on this entry. */
async function inherited(partition: number) {
  const [{ signal }, over] = [new AbortController(), new AbortController()];
  const lease = { partition, token: '7', crashes: 2, signal, ending: over.signal };
  const suspects = JSON.stringify({ '1-1': [0, ''] });
  const fields = { [`token:${partition}`]: '7', [`suspects:${partition}`]: suspects };
  await events.redis.hset(keys.leases(category, group), fields);
  return { lease, over, entry: delivered(category, lease, ['1-1', []]) };
}

test('a partition that is given away while it is looked at holds nothing up', async () => {
  const quarantine = new Quarantine({ events, category, group, logger });
  const { lease, over, entry } = await inherited(0);
  const looking = quarantine.inherit(lease, [entry]);
  over.abort();
  quarantine.forget(lease);
  await looking;
  expect(quarantine.active).toBe(false);
  await quarantine.inherit(lease, [entry]); // an attempt of before that comes late
  expect(quarantine.active).toBe(false);
});

test('an event is judged by the owners that have begun it alone, each of them once', async () => {
  const { lease, entry } = await inherited(1);
  const begin = async (token: string, alone: boolean) => {
    await events.redis.hset(keys.leases(category, group), 'token:1', token);
    const owner = { ...lease, token };
    const quarantine = new Quarantine({ events, category, group, logger });
    await quarantine.inherit(owner, [entry]);
    await quarantine.note({ ...entry, lease: owner }, alone);
  };
  for (const token of ['8', '9', '10', '11']) await begin(token, false);
  for (const token of ['12', '12', '13', '14', '14']) await begin(token, true);
  await expect(begin('15', true)).rejects.toThrow('the process died 3 times');
});

test('what ends when nothing is noted any more is not kept', async () => {
  const quarantine = new Quarantine({ events, category, group, logger });
  const { lease, entry } = await inherited(2);
  await quarantine.inherit(lease, [entry]);
  await quarantine.note(entry, true);
  quarantine.acknowledged(entry);
  for (let pos = 2; pos < 100; pos++) quarantine.acknowledged(delivered(category, lease, [`1-${pos}`, []]));
  const other = await inherited(3);
  await quarantine.inherit(other.lease, [other.entry]); // noting begins again, for all partitions
  const told = vi.spyOn(events.redis, 'quickmartSuspect');
  await quarantine.note(delivered(category, lease, ['1-100', []]), false);
  expect(told.mock.lastCall?.slice(2)).toEqual([2, '7', '1-100', 0]);
  told.mockRestore();
});
