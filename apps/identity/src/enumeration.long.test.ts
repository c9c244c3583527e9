/**
 * How long an answer takes tells nobody whether an address has an account: medians over 200 tries with an account and 200 without, which
 * take turns, so that whatever else the machine does both have it. They differ by less than a tenth.
 */
import { serviceOfTests } from '@quickmart/service/testing';
import { expect, test } from 'vitest';
import { limits } from './limits.ts';
import identity from './service.ts';
import { env, newEmail, password, people } from './testing.ts';

const service = serviceOfTests(identity, { env });
const { post, member } = people(service);

const tries = 200;
/** Each address is tried fewer times than any limit counts. */
const triesOfOne = Math.min(limits.failuresMax - 1, limits.codesSentMax, limits.codeTriesMax);

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
  await post(path, { email, ...body });
  return performance.now() - began;
}

test.each(ways)('%s', async (name, way) => {
  const times = { known: [] as number[], unknown: [] as number[] };
  for (let n = 0; n < tries / triesOfOne; n++) {
    const emails = { known: (await member()).email, unknown: newEmail() };
    if (way.before)
      for (const email of Object.values(emails)) await post('/api/codes', { email, ...way.before });
    for (let one = 0; one < triesOfOne; one++) {
      // Who signs up is known afterwards.
      if (name === 'sign up') emails.unknown = newEmail();
      for (const kind of one % 2 === 0 ? (['known', 'unknown'] as const) : (['unknown', 'known'] as const))
        times[kind].push(await timed(way, emails[kind]));
    }
  }
  const [known, unknown] = [median(times.known), median(times.unknown)];
  console.info(`${name}: ${known.toFixed(2)} ms with an account, ${unknown.toFixed(2)} ms without`);
  expect(known / unknown).toBeGreaterThan(0.9);
  expect(known / unknown).toBeLessThan(1.1);
});
