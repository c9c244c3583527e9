import { exportJWK, generateKeyPair } from 'jose';
import { expect, onTestFinished, test, vi } from 'vitest';
import { KeySet, KeysUnavailableError } from './key-set.ts';

const limits = { cooldownMs: 60_000, retryMs: 0, maxAgeMs: 60_000, timeoutMs: 1_000 };
const jwk = async (kid: string) => ({
  ...(await exportJWK((await generateKeyPair('ES256', { extractable: true })).privateKey)),
  kid,
});
const one = await jwk('one');

/** What is published, and how often it was asked for. */
function published(...keys: object[]) {
  const source = { keys, isUp: true, fetches: 0 };
  const fetchKeys = async () => {
    source.fetches++;
    if (!source.isUp) throw new Error('down');
    return { keys: source.keys };
  };
  return { source, fetchKeys };
}

test('requests that need a key at the same time share one fetch, and later ones need none', async () => {
  const { source, fetchKeys } = published(one);
  const set = new KeySet(fetchKeys, limits);
  const found = await Promise.all([set.find('one'), set.find('one'), set.find('one')]);
  expect(found.map((key) => key?.type)).toEqual(['public', 'public', 'public']);
  await set.find('one');
  expect(source.fetches).toBe(1);
});

test('made-up key ids cause no fetch within the cooldown', async () => {
  const { source, fetchKeys } = published(one);
  const set = new KeySet(fetchKeys, limits);
  for (let n = 0; n < 100; n++) expect(await set.find(`made-up-${n}`)).toBeUndefined();
  expect(source.fetches).toBe(1);
});

test('a new key is found after the cooldown', async () => {
  const { source, fetchKeys } = published(one);
  const set = new KeySet(fetchKeys, { ...limits, cooldownMs: 0 });
  await set.find('one');
  source.keys = [await jwk('two')];
  expect(await set.find('two')).toBeDefined();
  expect(await set.find('one')).toBeUndefined();
});

test('who publishes them may be down: a known key serves on, an unknown one is nobody’s fault', async () => {
  const { source, fetchKeys } = published(one);
  const set = new KeySet(fetchKeys, { ...limits, cooldownMs: 0, maxAgeMs: 0 });
  source.isUp = false;
  await expect(set.find('one')).rejects.toThrow(KeysUnavailableError);
  source.isUp = true;
  expect(await set.find('one')).toBeDefined();
  source.isUp = false;
  expect(await set.find('one')).toBeDefined();
  await expect(set.find('two')).rejects.toThrow(KeysUnavailableError);
  expect(await set.find('one')).toBeDefined();
});

test('while they cannot be fetched, they are not asked for with every request', async () => {
  const { source, fetchKeys } = published(one);
  source.isUp = false;
  const set = new KeySet(fetchKeys, { ...limits, retryMs: 60_000 });
  for (let n = 0; n < 20; n++) await expect(set.find('one')).rejects.toThrow(KeysUnavailableError);
  expect(source.fetches).toBe(1);
});

test('keys that are old are fetched beside the request that saw it', async () => {
  const { source, fetchKeys } = published(one);
  const set = new KeySet(fetchKeys, { ...limits, cooldownMs: 0, maxAgeMs: 0 });
  await set.find('one');
  expect(await set.find('one')).toBeDefined();
  expect(source.fetches).toBe(2);
});

test('old keys that could not be fetched are fetched again soon, not when they are twice as old', async () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  onTestFinished(() => void vi.useRealTimers());
  const { source, fetchKeys } = published(one);
  const set = new KeySet(fetchKeys, { ...limits, maxAgeMs: 600_000, retryMs: 1_000 });
  await set.find('one');
  source.isUp = false;
  vi.advanceTimersByTime(600_001);
  expect(set.known('one')).toBeDefined();
  source.isUp = true;
  source.keys = [];
  vi.advanceTimersByTime(1_001);
  await vi.waitFor(() => expect(set.known('one')).toBeUndefined());
  expect(source.fetches).toBe(3);
});

test('what is no key for ES256 is passed over', async () => {
  const foreign = { kty: 'oct', kid: 'secret', k: 'AAAA' };
  const set = new KeySet(
    published(foreign, { kid: 'rsa', kty: 'RSA', n: 'AQAB', e: 'AQAB' }, one).fetchKeys,
    limits,
  );
  expect(await set.find('secret')).toBeUndefined();
  expect(await set.find('rsa')).toBeUndefined();
  expect((await set.find('one'))?.usages).toEqual(['verify']);
});
