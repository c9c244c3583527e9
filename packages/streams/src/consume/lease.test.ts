/** Who gets which partition: the scripts alone, without processes. */
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startRedis, type TestRedis } from '../../test/servers/index.ts';
import { keys } from '../log/keys.ts';
import { type RedisClient, type Scripts, withScripts } from '../log/scripts.ts';

type Row = [status: 'held' | 'got' | 'give' | '', token: string, crashes: number];
const names = [keys.members('counter', 'readers'), keys.leases('counter', 'readers')] as const;
const leaseMs = 60_000;

let server: TestRedis;
let redis: RedisClient & Scripts;
beforeAll(async () => {
  server = await startRedis();
  redis = withScripts(server.connect());
});
afterAll(() => server.stop());
beforeEach(() => redis.flushall());

/** One heartbeat; what falls to others is given back at once. Says how many partitions are left to it. */
async function heartbeat(member: string, partitions: number, dead: string[] = []): Promise<number> {
  const answer = await redis.quickmartLease(2, ...names, member, leaseMs, partitions, 0, ...dead);
  const rows = (answer as [number, ...Row[]]).slice(1) as Row[];
  const given = rows.flatMap(([status, token], p) => (status === 'give' ? [p, token] : []));
  await redis.quickmartLeave(2, ...names, member, 0, ...given);
  return rows.filter(([status]) => status === 'held' || status === 'got').length;
}

test('however many there are, whoever comes or goes: the members have equal shares', async () => {
  const counts = { maxLength: 6, minLength: 1 };
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 12 }), counts), fc.nat(16), async (sizes, more) => {
      await redis.flushall();
      const partitions = more + 1;
      for (const [round, size] of sizes.entries()) {
        // Of those before, every other one is still there.
        const members = Array.from({ length: size }, (_, n) => (n % 2 ? `old-${n}` : `new-${round}-${n}`));
        const gone = (await redis.zrange(names[0], '0', '-1')).filter((member) => !members.includes(member));
        for (const member of members) await heartbeat(member, partitions, gone); // they get to know each other
        for (const member of members) await heartbeat(member, partitions); // they give
        const shares = [];
        for (const member of members) shares.push(await heartbeat(member, partitions)); // they take
        expect(shares.reduce((sum, share) => sum + share)).toBe(partitions);
        expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1);
      }
    }),
    { numRuns: 30 },
  );
});

test('of a death that one member has seen, all the others profit', async () => {
  await heartbeat('dead', 8);
  for (const member of ['a', 'b', 'c']) await heartbeat(member, 8);
  await heartbeat('dead', 8); // it gives, and keeps two
  for (const member of ['a', 'b', 'c']) expect(await heartbeat(member, 8)).toBe(2);
  await heartbeat('a', 8, ['dead']);
  for (const member of ['b', 'c', 'a', 'b', 'c', 'a']) await heartbeat(member, 8);
  const owners = await redis.hmget(names[1], ...Array.from({ length: 8 }, (_, p) => `owner:${p}`));
  expect(owners).not.toContain('dead');
});
