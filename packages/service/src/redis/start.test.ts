// What a start says about a Redis that cannot be used: one line that names the cause and what to do, at once where no
// waiting can mend it.
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { aclRule } from '@quickmart/streams';
import {
  launch,
  selfSigned,
  startRedis,
  startSecureRedis,
  startTls,
  type TestRedis,
} from '@quickmart/streams/testing';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { capturedLog } from '../../test/mugs.ts';
import { StartError } from '../process/start-error.ts';
import { adviceOn } from './advice.ts';
import { connectRedis } from './connect.ts';

let server: TestRedis;
beforeAll(async () => {
  server = await startRedis({ appendOnly: true });
});
afterAll(() => server.stop());

/** What the start says; it fails by itself, long before the time is over. */
async function refusalOf(url: string, startTimeoutMs = 60_000): Promise<string> {
  const { logger } = capturedLog();
  const started = connectRedis(url, { name: 'test', logger, categories: ['mug', 'cup'], startTimeoutMs });
  const error = await started.then(
    (redis) => redis.disconnect(),
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(StartError);
  const { message } = error as StartError;
  expect(message).not.toMatch(/\n|hunter2/);
  return message;
}

async function secure(...options: Parameters<typeof startSecureRedis>) {
  const redis = await startSecureRedis(...options);
  onTestFinished(redis.stop);
  return redis;
}

async function userWith(...rule: string[]): Promise<string> {
  await server.connect().call('ACL', 'SETUSER', 'app', 'reset', 'on', '>hunter2', ...rule);
  return server.url.replace('redis://', 'redis://app:hunter2@');
}

test.each(['nonsense', 'localhost:6379', 'http://127.0.0.1'])('%s is no address', async (url) => {
  expect(await refusalOf(url)).toMatch(/^REDIS_URL must look like redis:\/\/\[user:password@\]host:port, /);
});

test('a wrong password', async () => {
  const url = (await userWith()).replace('hunter2', 'wrong');
  expect(await refusalOf(url)).toMatch(/\(WRONGPASS .*\): correct the user and the password in REDIS_URL/);
});

test('a password that is wanted', async () => {
  const operator = server.connect();
  await operator.config('SET', 'requirepass', 'secret');
  onTestFinished(async () => void (await operator.config('SET', 'requirepass', '')));
  expect(await refusalOf(server.url)).toMatch(/\(NOAUTH .*\): it wants a password: set REDIS_URL=redis:/);
});

test('a Redis with TLS that is asked without', async () => {
  const url = (await secure()).url.replace('rediss:', 'redis:');
  expect(await refusalOf(url)).toMatch(/: it speaks TLS: write rediss:\/\/ in REDIS_URL$/);
});

test('a Redis without TLS that is asked with it', async () => {
  const url = server.url.replace('redis:', 'rediss:');
  expect(await refusalOf(url)).toMatch(/: it speaks no TLS: write redis:\/\/ in REDIS_URL$/);
});

test('a certificate that is not trusted', async () => {
  expect(await refusalOf((await secure()).url)).toMatch(
    /: its certificate is not trusted: set NODE_EXTRA_CA_CERTS to/,
  );
});

test('nobody listens, or there is no such machine: that may pass, so it is waited for', async () => {
  expect(await refusalOf('redis://:hunter2@127.0.0.1:1', 500)).toBe(
    'Redis at 127.0.0.1:1 cannot be used (connect ECONNREFUSED 127.0.0.1:1): nothing listens there: start Redis, or correct REDIS_URL',
  );
  // No name that a name server could be asked for.
  expect(await refusalOf('redis://no..such.host:6379', 500)).toMatch(
    /\(getaddrinfo ENOTFOUND no\.\.such\.host\): there is no machine of this name/,
  );
  expect(adviceOn(new Error('getaddrinfo EAI_AGAIN redis'))?.advice).toMatch(
    /^the name server does not answer/,
  );
});

test('a database that it does not have', async () => {
  expect(await refusalOf(`${server.url}/99`)).toMatch(
    /: correct the database number at the end of REDIS_URL$/,
  );
});

test('a user without some of the rights: the one command that gives them', async () => {
  const url = await userWith(...aclRule(['mug']).split(' '), '-time');
  expect(await refusalOf(url)).toBe(
    'the Redis user app may not do what is needed: `ACL SETUSER app +time ~{cup}:*` lets it (docs/redis.md)',
  );
});

test('a user that may not even ask what it is', async () => {
  expect(await refusalOf(await userWith('~*', '+@all', '-info'))).toMatch(
    /cannot be used \(NOPERM .*\): give its user the rights of docs\/redis\.md$/,
  );
});

test('a replica', async () => {
  const replica = await startRedis();
  onTestFinished(replica.stop);
  await replica.connect().replicaof('127.0.0.1', String(server.port));
  expect(await refusalOf(replica.url)).toBe(
    `Redis is a replica, which takes no writes: REDIS_URL must name its master (127.0.0.1:${server.port})`,
  );
});

const example = fileURLToPath(new URL('../../example/main.ts', import.meta.url));

/** The first line that a service prints, on the one or the other stream. */
async function firstWords(env: Record<string, string>): Promise<string> {
  const child = launch(process.execPath, [example], { env: { PORT: '0', ...env } });
  onTestFinished(() => void child.kill('SIGKILL'));
  const said = Promise.race([once(child.stdout!, 'data'), once(child.stderr!, 'data')]);
  return String((await said)[0]);
}

test('a service over TLS, with a certificate that it is told to trust', async () => {
  const { url, certificate } = await secure({ appendOnly: true });
  const folder = mkdtempSync(join(tmpdir(), 'quickmart-ca-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'ca.pem');
  writeFileSync(file, certificate.cert);
  expect(await firstWords({ REDIS_URL: url, NODE_EXTRA_CA_CERTS: file })).toContain('mugs is listening');
});

test('a certificate that has expired is one line, too, where the service runs', async () => {
  const certificate = selfSigned(-1);
  const tls = await startTls(server.port, certificate);
  onTestFinished(tls.stop);
  const folder = mkdtempSync(join(tmpdir(), 'quickmart-ca-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'ca.pem');
  writeFileSync(file, certificate.cert);
  const env = { REDIS_URL: `rediss://127.0.0.1:${tls.port}`, NODE_EXTRA_CA_CERTS: file, LOG_LEVEL: 'silent' };
  expect(await firstWords(env)).toMatch(/^mugs: Redis at .*: its certificate has expired: renew it\n$/);
});
