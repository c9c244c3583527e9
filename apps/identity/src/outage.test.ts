/** The log cannot be read, while codes and sessions can: what proves who somebody is can be used again afterwards. */
import { serviceOfTests } from '@quickmart/service/testing';
import { startRedis, type TestRedis } from '@quickmart/streams/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { env, newEmail, password, people } from '../test/testing.ts';
import { Codes } from './codes.ts';
import { limits } from './limits.ts';
import identity from './service.ts';

let ephemeral: TestRedis;
const split: Record<string, string> = { ...env };
beforeAll(async () => {
  ephemeral = await startRedis();
  split.EPHEMERAL_REDIS_URL = ephemeral.url;
});
afterAll(() => ephemeral.stop());
const service = serviceOfTests(identity, { env: split });
const { post, codeFor, logIn, member } = people(service);

/** What is asked while the log cannot be read is answered with 503. */
async function duringOutage(ask: () => Promise<{ status: number }>, times = 1): Promise<void> {
  const redis = service.redis.connect();
  await redis.acl('SETUSER', 'default', '-get', '-hget');
  try {
    for (let n = 0; n < times; n++) expect((await ask()).status).toBe(503);
  } finally {
    await redis.acl('SETUSER', 'default', '+get', '+hget');
  }
}

test('a password that could not be compared was not tried: nobody is locked out', async () => {
  const { email } = await member();
  await duringOutage(() => logIn(email), limits.failuresMax + 1);
  expect((await logIn(email)).status).toBe(200);
});

test('a code that nobody was let in by is not used up, and is used once after that', async () => {
  const { email } = await member();
  const code = await codeFor(email, 'login');
  await duringOutage(() => logIn(email, { code }));
  expect((await logIn(email, { code })).status).toBe(200);
  expect((await logIn(email, { code })).status).toBe(401);
});

test('a code that sets a new password, or verifies, is not used up either', async () => {
  const { email } = await member();
  const reset = { email, code: await codeFor(email, 'reset'), password: 'a new one' };
  await duringOutage(() => post('/api/accounts/reset', reset));
  expect((await post('/api/accounts/reset', reset)).status).toBe(200);
  const other = newEmail();
  await post('/api/accounts', { email: other, password });
  const proof = { email: other, code: await codeFor(other, 'verify') };
  await duringOutage(() => post('/api/accounts/verify', proof));
  expect((await post('/api/accounts/verify', proof)).status).toBe(200);
});

test('a code that is given back does not take the place of a newer one', async () => {
  const codes = new Codes(ephemeral.connect(), service.sealing);
  const made = async () => ({ ...of, code: (await codes.create(of.purpose, of.emailIndex))! });
  const first = await made();
  let second = first;
  const failing = codes.use(first, async () => {
    while (second.code === first.code) second = await made();
    throw new Error('down');
  });
  await expect(failing).rejects.toThrow('down');
  const works = async () => 'works';
  expect([await codes.use(first, works), await codes.use(second, works)]).toEqual([undefined, 'works']);
});
const of = { purpose: 'login', emailIndex: 'of-nobody' } as const;

test('a refresh token that brought no new one can be used again, once', async () => {
  const { refreshToken } = await member();
  await duringOutage(() => post('/api/sessions/refresh', { refreshToken }));
  const next = await post('/api/sessions/refresh', { refreshToken });
  expect(next.status).toBe(200);
  expect((await post('/api/sessions/refresh', { refreshToken })).status).toBe(401);
  expect((await post('/api/sessions/refresh', { refreshToken: next.body.refreshToken })).status).toBe(401);
});
