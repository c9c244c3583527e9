/** The keys that tokens are signed with: published before they sign, and for as long as tokens of them can be there. */
import { registry } from '@quickmart/contracts/registry';
import { KeySet, TokenVerifier } from '@quickmart/service';
import { serviceOfTests } from '@quickmart/service/testing';
import { evolve, type StoredEvent } from '@quickmart/streams';
import { givenWith } from '@quickmart/streams/given';
import { decodeProtectedHeader } from 'jose';
import { expect, test } from 'vitest';
import { env, people } from '../test/testing.ts';
import type { Own } from './config.ts';
import { limits } from './limits.ts';
import { onRotation } from './rotation.ts';
import identity from './service.ts';
import { activeKey, publishedKeys, replace, rotate, signingKeys } from './signing-key.ts';

const { given } = givenWith(registry);
const key = (kid: string) => ({ kid, publicKey: { x: 'x', y: 'y' } });
const folded = (...events: ReturnType<typeof replace>) =>
  events.reduce(
    (state, event) => evolve(signingKeys, state, event as unknown as StoredEvent),
    signingKeys.initial,
  );
const { signingKeyOverlapMs: overlap, accessTokenMs } = limits;

test('the first key signs at once, the next one when everybody knows it', () => {
  const first = rotate(signingKeys.initial, undefined, key('a'), 1_000);
  const one = folded(...first);
  expect(activeKey(one, 1_000)?.kid).toBe('a');
  const two = folded(...first, ...rotate(one, 'a', key('b'), 2_000));
  expect([2_000, 2_000 + overlap - 1, 2_000 + overlap].map((at) => activeKey(two, at)?.kid)).toEqual([
    'a',
    'a',
    'b',
  ]);
  const last = 2_000 + overlap + accessTokenMs + overlap;
  expect([2_000, last - 1, last].map((at) => publishedKeys(two, at).map(({ kid }) => kid))).toEqual([
    ['a', 'b'],
    ['a', 'b'],
    ['b'],
  ]);
});

test('the key that signs is published, however often others are asked for', () => {
  const { signingKeyMs } = limits;
  let state = folded(...rotate(signingKeys.initial, undefined, key('k0'), 0));
  for (let n = 1, now = 0; n < 50; n++, now += n % 2 ? 1_000 : overlap / 4) {
    const made = rotate(state, state.keys.at(-1)?.kid, key(`k${n}`), now);
    const signing = activeKey(state, now)!;
    state = made.reduce(
      (before, event) => evolve(signingKeys, before, event as unknown as StoredEvent),
      state,
    );
    const kids = publishedKeys(state, now).map(({ kid }) => kid);
    expect([now, activeKey(state, now)?.kid, kids.includes(signing.kid)]).toEqual([now, signing.kid, true]);
  }
  expect(rotate(state, state.keys.at(-1)?.kid, key('new'), signingKeyMs)).toHaveLength(1);
});

test('of two processes that make a key, one does; a stolen key is gone at once', () => {
  const one = folded(...rotate(signingKeys.initial, undefined, key('a'), 1_000));
  expect(rotate(one, undefined, key('b'), 1_000)).toEqual([]);
  given(signingKeys, rotate(signingKeys.initial, undefined, key('a'), 1_000))
    .when((state) => replace(state, key('b'), 2_000))
    .then(replace(one, key('b'), 2_000));
  const other = folded(
    ...rotate(signingKeys.initial, undefined, key('a'), 1_000),
    ...replace(one, key('b'), 2_000),
  );
  expect(publishedKeys(other, 2_000).map(({ kid }) => kid)).toEqual(['b']);
});

let own: Own;
const replaced = (made: Own) => {
  own = made;
  return made;
};
const service = serviceOfTests(identity, { env, replace: replaced });
const { post, member, logIn, staff } = people(service);
const published = async () =>
  (await service.send('GET', '/.well-known/jwks.json')).body.keys.map(({ kid }: { kid: string }) => kid);

test('an old key is followed by a new one, by a timer; tokens of both count', async () => {
  const { accessToken } = await member();
  const [old] = await published();
  const timer = {
    id: 't',
    type: 'rotation',
    aggregateId: 'signing-keys',
    dueAt: Date.now(),
    data: null,
    meta: { correlationId: 't' },
  };
  const handler = onRotation({ store: service.store, keyRing: own.keyRing }).rotation!;
  await handler(timer, undefined as never);
  await handler(timer, undefined as never);
  expect(await published()).toEqual([old, expect.any(String)]);
  expect(decodeProtectedHeader(accessToken).kid).toBe(old);
  const again = await post('/api/signing-keys/rotate', {}, await staff());
  expect([again.status, again.body.keys.length]).toEqual([200, 2]);
});

test('a key that was stolen signs nothing that counts', async () => {
  const { accessToken, email } = await member();
  const headers = await staff();
  expect((await post('/api/signing-keys/rotate', { replace: true }, headers)).body.keys).toHaveLength(1);
  const keys = new KeySet(async () => (await service.send('GET', '/.well-known/jwks.json')).body);
  const verifier = new TokenVerifier({ issuer: 'http://127.0.0.1:3005', keys });
  await expect(verifier.verify(accessToken)).rejects.toThrow('not valid');
  expect(await verifier.verify((await logIn(email)).body.accessToken)).toMatchObject({ kind: 'user' });
});
