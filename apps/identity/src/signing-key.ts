/**
 * The keys that access tokens are signed with: one aggregate for all of them. A new key is published before it signs, and an
 * old one for as long as tokens of it can be there: so whoever verifies always knows the key of a token.
 */
import { type SigningKeyEvents, signingKeyRotated } from '@quickmart/contracts/identity/events';
import { aggregate } from '@quickmart/streams';
import { limits } from './limits.ts';

export type SigningKey = SigningKeyEvents['SigningKeyRotatedEvent'] extends infer Event
  ? Omit<Event, 'revoked'>
  : never;
export type KeysState = { keys: readonly SigningKey[] };

/** The id of the one aggregate. */
export const keysId = 'signing-keys';
/** Older ones have no token left: there is at most one new key in {@link limits.signingKeyOverlapMs}. */
const remembered = 4;

export const signingKeys = aggregate<KeysState, SigningKeyEvents>({
  category: 'signing-key',
  initial: { keys: [] },
  evolve: {
    SigningKeyRotatedEvent: ({ keys }, { revoked, ...key }) => ({
      keys: [...keys.filter(({ kid }) => !revoked.includes(kid)), key].slice(-remembered),
    }),
  },
  timers: ({ keys }) => ({
    rotation: keys.length === 0 ? null : keys.at(-1)!.activeFrom + limits.signingKeyMs,
  }),
});

/** The key that signs at this time: the newest that is active. */
export const activeKey = ({ keys }: KeysState, now: number): SigningKey | undefined =>
  keys.findLast(({ activeFrom }) => activeFrom <= now) ?? keys[0];

/** Those that a token of this time can be of, now or soon. */
export const publishedKeys = ({ keys }: KeysState, now: number): SigningKey[] =>
  keys.filter((_, n) => {
    const next = keys[n + 1];
    return next === undefined || now < next.activeFrom + limits.accessTokenMs + limits.signingKeyOverlapMs;
  });

export type NewKey = Pick<SigningKey, 'kid' | 'publicKey'>;

/**
 * Nothing, where a newer one than `known` is there: somebody else was faster; and where the newest does not sign yet. The first one signs
 * at once.
 */
export function rotate({ keys }: KeysState, known: string | undefined, key: NewKey, now: number) {
  const newest = keys.at(-1);
  if (newest?.kid !== known || (newest && newest.activeFrom > now)) return [];
  const activeFrom = keys.length === 0 ? now : now + limits.signingKeyOverlapMs;
  return [signingKeyRotated({ ...key, activeFrom, revoked: [] })];
}

/** Keys that somebody else may have: none of their tokens counts any more, as soon as their copies are renewed. */
export const replace = ({ keys }: KeysState, key: NewKey, now: number) => [
  signingKeyRotated({ ...key, activeFrom: now, revoked: keys.map(({ kid }) => kid) }),
];
