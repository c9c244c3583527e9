import { createLog } from '@quickmart/service';
import { startService, type TestOptions, type TestService } from '@quickmart/service/testing';
import { startIssuer } from '@quickmart/service/testing/issuer';
import { startRedis } from '@quickmart/streams/testing';
import { expect, onTestFinished, test } from 'vitest';
import { rateLimit } from '../src/rate-limit.ts';
import gateway from '../src/service.ts';
import { say, stubOfTest } from './stub.ts';

async function started(env: Record<string, string> = {}): Promise<TestService> {
  const behind = await stubOfTest((_, response) => say(response, {}));
  const options: TestOptions<object> = {
    env: { ORDER_URL: behind.url, AUTH: 'on', LIMIT_ADDRESS: '3', TRUSTED_PROXIES: '127.0.0.1', ...env },
  };
  const service = await startService(gateway, options as never);
  onTestFinished(() => service.stop());
  return service;
}
const from = (service: TestService, address: string, path = '/api/orders') =>
  service.send('GET', path, undefined, { 'X-Forwarded-For': address });

test('who asks too often is told when to come back; others are not held up', async () => {
  const service = await started();
  for (const left of [2, 1, 0]) {
    const { status, headers } = await from(service, '198.51.100.1');
    expect(status).toBe(200);
    expect(headers.get('RateLimit-Policy')).toBe('"address";q=3;w=10');
    expect(headers.get('RateLimit')).toMatch(new RegExp(`^"address";r=${left};t=\\d+$`));
  }
  for (let n = 0; n < 3; n++) {
    const { status, headers, body } = await from(service, '198.51.100.1');
    expect([status, body.code]).toEqual([429, 'too-many-requests']);
    expect(Number(headers.get('Retry-After'))).toBeGreaterThan(0);
    expect(headers.get('RateLimit')).toMatch(/^"address";r=0;t=\d+$/);
  }
  expect((await from(service, '198.51.100.2')).status).toBe(200);
  // An overload must not look like a death.
  expect((await from(service, '198.51.100.1', '/readyz')).status).toBe(200);
  expect(service.lines.filter((line) => line.includes('requests are refused'))).toHaveLength(1);
});

test('who makes up addresses is counted for their own, with a load balancer in front and without', async () => {
  const behind = await started();
  for (const made of ['198.51.100.7', '127.0.0.1', 'unknown'])
    expect((await from(behind, `${made}, 198.51.100.1`)).headers.get('RateLimit-Policy')).toMatch('address');
  expect((await from(behind, '198.51.100.8, 198.51.100.1')).status).toBe(429);
  // Nobody is trusted: the connection says it, and this one is of the machine itself.
  const open = await started({ TRUSTED_PROXIES: '' });
  expect((await from(open, '198.51.100.1')).headers.get('RateLimit-Policy')).toMatch('client');
});

test('all instances count together', async () => {
  const one = await started();
  const other = await started({ REDIS_URL: one.redis.url });
  for (const service of [one, other, one]) expect((await from(service, '198.51.100.1')).status).toBe(200);
  expect((await from(other, '198.51.100.1')).status).toBe(429);
  // What docs/redis.md says of them: another key, and the Redis user may not write it.
  const keys = await one.redis.connect().keys('*:limit:*');
  expect(keys.filter((key) => !key.startsWith('{gateway}:ephemeral:'))).toEqual([]);
  expect(keys).not.toEqual([]);
});

test('what one instance has taken the others do not give, and nobody gets more than they may', async () => {
  const redis = await startRedis();
  onTestFinished(() => redis.stop());
  const warned: string[] = [];
  const logger = createLog({ name: 'gateway', level: 'warn' }, { write: (line) => void warned.push(line) });
  const quotas = { address: 60, subject: 60, client: 60 };
  const instance = async () => {
    const client = redis.connect();
    await client.ping();
    return rateLimit(client, quotas, logger);
  };
  const [one, other] = [await instance(), await instance()];
  const somebody = { kind: 'address', id: '198.51.100.1' } as const;
  expect((await one(somebody)).headers.ratelimit).toMatch(/^"address";r=59;/);
  // A share is three of sixty: the other one does not see how much of it is left.
  expect((await other(somebody)).headers.ratelimit).toMatch(/^"address";r=56;/);
  const all = await Promise.all([...Array(80).keys()].map((n) => (n % 2 ? one : other)(somebody)));
  expect(all.filter(({ isAllowed }) => isAllowed)).toHaveLength(58);
  expect(all.filter(({ headers }) => headers['retry-after'])).not.toHaveLength(0);
  expect(warned).toHaveLength(1);
});

test('without Redis the shop stays open: each instance counts for itself', async () => {
  const service = await started();
  await service.redis.stop();
  const statuses = [];
  for (let n = 0; n < 5; n++) statuses.push((await from(service, '198.51.100.1')).status);
  expect(statuses).toEqual([200, 200, 200, 429, 429]);
  const { body } = await from(service, '198.51.100.1', '/readyz');
  expect(body).toMatchObject({
    status: 'up',
    checks: { limits: { detail: 'Redis is away: each instance counts for itself' } },
  });
});

test('a token counts for whom it names, wherever they are; one that anybody gets or makes up, for the address', async () => {
  const issuer = await startIssuer();
  onTestFinished(() => issuer.stop());
  const service = await started({ ...issuer.env, LIMIT_SUBJECT: '2' });
  const ask = async (address: string, Authorization: string) => {
    const headers = { 'X-Forwarded-For': address, Authorization };
    return (await service.send('GET', '/api/orders', undefined, headers)).headers
      .get('RateLimit')
      ?.split(';t=')[0];
  };
  const [anna, bert] = [
    await issuer.token({ sub: 'anna' }),
    await issuer.token({ sub: 'bert', kind: 'guest' }),
  ];
  expect(await ask('198.51.100.1', `Bearer ${anna}`)).toBe('"subject";r=1');
  expect(await ask('198.51.100.2', `Bearer ${anna}`)).toBe('"subject";r=0');
  // Whoever wants more requests asks for one more guest.
  expect(await ask('198.51.100.1', `Bearer ${bert}`)).toBe('"address";r=2');
  expect(await ask('198.51.100.1', `Bearer ${await issuer.token({ kind: 'client' })}`)).toBe(
    '"client";r=99999',
  );
  expect(await ask('198.51.100.1', `Bearer ${anna.slice(0, -4)}AAAA`)).toBe('"address";r=1');
});

test('without rights nobody can say who is who: every address counts as a tool', async () => {
  const service = await started({ AUTH: 'off' });
  expect((await from(service, '198.51.100.1')).headers.get('RateLimit-Policy')).toMatch(/^"client"/);
});

test('what runs on this machine is a tool, not a visitor', async () => {
  const service = await started({ LIMIT_CLIENT: '5' });
  for (let n = 0; n < 5; n++) expect((await service.send('GET', '/api/orders')).status).toBe(200);
  expect((await service.send('GET', '/api/orders')).headers.get('RateLimit-Policy')).toBe(
    '"client";q=5;w=10',
  );
});
