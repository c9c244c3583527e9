/**
 * How long an answer takes tells nobody whether an address has an account: medians over 200 tries with an account and 200 without, which
 * take turns, so that whatever else the machine does both have it. They differ by less than a tenth. Each address is tried once, at a
 * process that has not seen it before: so nothing of the account is in its memory.
 */
import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serviceOfTests, startService, type TestService } from '@quickmart/service/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { env, newEmail, password, people } from '../test/testing.ts';
import identity from './service.ts';

const folder = mkdtempSync(join(tmpdir(), 'quickmart-enumeration-'));
const keys = { KEYS_URL: `file:${join(folder, 'keys.sqlite')}`, MASTER_KEY: 'ab'.repeat(32) };
const service = serviceOfTests(identity, { env: { ...env, ...keys } });
const { member } = people(service);
let other: TestService;
beforeAll(async () => {
  other = await startService(identity, { env: { ...env, ...keys, REDIS_URL: service.redis.url } });
});
afterAll(async () => {
  await other.stop();
  rmSync(folder, { recursive: true, force: true });
});

const tries = 200;
const madeAtOnce = 4;

/** What is asked about an address that is given. `before`: what whoever tries it does first, without being measured. */
type Way = { path: string; body: object; before?: object };
const ways: readonly (readonly [string, Way])[] = [
  ['log in by a password', { path: '/api/sessions', body: { password: 'not the right one' } }],
  ['log in by a code', { path: '/api/sessions', body: { code: '000000' }, before: { purpose: 'login' } }],
  ['ask for a code', { path: '/api/codes', body: { purpose: 'login' } }],
  [
    'set a new password',
    {
      path: '/api/accounts/reset',
      body: { code: '000000', password: 'whatever it is' },
      before: { purpose: 'reset' },
    },
  ],
  [
    'verify an address',
    { path: '/api/accounts/verify', body: { code: '000000' }, before: { purpose: 'verify' } },
  ],
  ['sign up', { path: '/api/accounts', body: { password } }],
];

const median = (times: number[]): number => times.sort((a, b) => a - b)[Math.floor(times.length / 2)]!;

async function timed({ path, body }: Way, email: string): Promise<number> {
  const began = performance.now();
  await other.send('POST', path, { email, ...body });
  return performance.now() - began;
}

test.each(ways)('%s', async (name, way) => {
  const times = { known: [] as number[], unknown: [] as number[] };
  while (times.known.length < tries) {
    const members = await Promise.all(Array.from({ length: madeAtOnce }, () => member()));
    for (const { email } of members) {
      const emails = { known: email, unknown: newEmail() };
      if (way.before)
        for (const one of Object.values(emails))
          await service.send('POST', '/api/codes', { email: one, ...way.before });
      for (const kind of randomInt(2) === 0
        ? (['known', 'unknown'] as const)
        : (['unknown', 'known'] as const))
        times[kind].push(await timed(way, emails[kind]));
    }
  }
  const [known, unknown] = [median(times.known), median(times.unknown)];
  console.info(`${name}: ${known.toFixed(2)} ms with an account, ${unknown.toFixed(2)} ms without`);
  expect(known / unknown).toBeGreaterThan(0.9);
  expect(known / unknown).toBeLessThan(1.1);
});
