import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ConfigError, loadConfig, wholeNumber } from './config.ts';
import { release } from './release.ts';

const defaults = { port: 3001, databaseUrl: 'file:.data/product.db' };

test('an empty environment gives the defaults', () => {
  expect(loadConfig(defaults, { PORT: '', ROLE: ' ' })).toEqual({
    redisUrl: 'redis://127.0.0.1:6379',
    databaseUrl: 'file:.data/product.db',
    keysUrl: 'file:.data/keys.sqlite',
    port: 3001,
    host: '127.0.0.1',
    role: 'all',
    rateLimit: 0,
    trustedProxies: [],
    replicas: 1,
    replicationWaitMs: 1000,
    partitions: expect.any(Function),
    keepAliveMs: 65_000,
    connectionsMax: 10_000,
    release,
    logLevel: 'info',
    durability: 'memory',
    auth: 'on',
    issuer: 'http://127.0.0.1:3005',
    jwksUrl: 'http://127.0.0.1:3005/.well-known/jwks.json',
  });
});

test('the environment wins, and a service adds its own', () => {
  const env = { PORT: '4000', ROLE: 'worker', REDIS_URL: 'rediss://u:p%40@redis:6380/2', INITIAL_STOCK: '7' };
  const config = loadConfig(defaults, env, { initialStock: wholeNumber(0, 1000).default(100) });
  expect(config).toMatchObject({ port: 4000, role: 'worker', redisUrl: env.REDIS_URL, initialStock: 7 });
  expect(loadConfig(defaults, {}, { initialStock: wholeNumber(0, 1000).default(100) }).initialStock).toBe(
    100,
  );
});

test('every bad value is named in one message, and no secret is', () => {
  const env = {
    REDIS_URL: 'http://:hunter2@redis',
    DATABASE_URL: 'postgres://sa:hunter2@db/x',
    PORT: '99999',
    HOST: 'a b',
    ROLE: 'boss',
    LOG_LEVEL: 'loud',
    INITIAL_STOCK: 'hunter2',
  };
  const load = () => loadConfig(defaults, env, { initialStock: wholeNumber(0, 1000).default(100) });
  expect(load).toThrow(ConfigError);
  let message = '';
  try {
    load();
  } catch (error) {
    message = String(error);
  }
  for (const name of Object.keys(env)) expect(message).toContain(name);
  expect(message).toContain('PORT="99999"');
  expect(message).not.toContain('hunter2');
  expect(message).not.toContain('\n');
});

describe('what only one service can have', () => {
  const env = { PORT: '4000', PRODUCT_PORT: '4001', DATABASE_URL: 'file:a', PRODUCT_DATABASE_URL: ' ' };

  test('is read under its name first', () => {
    expect(loadConfig(defaults, env, {}, { name: 'product' })).toMatchObject({
      port: 4001,
      databaseUrl: 'file:a',
    });
    expect(loadConfig(defaults, { GIFT_CARD_PORT: '1' }, {}, { name: 'gift-card' }).port).toBe(1);
    expect(() => loadConfig(defaults, { PRODUCT_PORT: 'x' }, {}, { name: 'product' })).toThrow(
      'PRODUCT_PORT="x"',
    );
  });

  test('is refused without the name where several services have the same environment', () => {
    const load = () => loadConfig(defaults, env, {}, { name: 'product', isShared: true });
    expect(load).toThrow(
      'DATABASE_URL is for one service, and several share this process: set PRODUCT_DATABASE_URL',
    );
    expect(load).not.toThrow(/PRODUCT_PORT/);
  });
});

test.each(['', '1.5', '0x10', '1e3', '-1', '70000', 'three'])('PORT=%s is refused or ignored', (port) => {
  if (port === '') expect(loadConfig(defaults, { PORT: port }).port).toBe(3001);
  else expect(() => loadConfig(defaults, { PORT: port })).toThrow(/PORT/);
});

test('a secret stands in a file, and is in no message', () => {
  const folder = mkdtempSync(join(tmpdir(), 'quickmart-config-'));
  const file = join(folder, 'redis');
  writeFileSync(file, 'redis://u:hunter2@redis:6379\n');
  expect(loadConfig(defaults, { REDIS_URL_FILE: file }).redisUrl).toBe('redis://u:hunter2@redis:6379');
  const both = { REDIS_URL_FILE: file, REDIS_URL: 'redis://other' };
  expect(loadConfig(defaults, both).redisUrl).toBe('redis://other');
  writeFileSync(file, 'hunter2');
  expect(() => loadConfig(defaults, { REDIS_URL_FILE: file })).toThrow(/^REDIS_URL: (?!.*hunter2)/);
  rmSync(folder, { recursive: true });
  expect(() => loadConfig(defaults, { REDIS_URL_FILE: file })).toThrow(
    'REDIS_URL_FILE: the file cannot be read (ENOENT)',
  );
  // The key ring reads that file itself, whenever it changes.
  expect(loadConfig(defaults, { MASTER_KEY_FILE: file })).toMatchObject({ masterKeyFile: file });
});
