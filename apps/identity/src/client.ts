/** A machine client: what it may do, and how it proves who it is. Its secret is shown once and kept nowhere. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import {
  type ClientEvents,
  clientRegistered,
  clientRevoked,
  clientSecretChanged,
} from '@quickmart/contracts/identity/events';
import { aggregate } from '@quickmart/streams';
import { refuse } from './api.ts';

export type ClientState = {
  name: string;
  scopes: readonly string[];
  secretDigest: string;
  isRevoked: boolean;
  createdAt: number;
  updatedAt: number;
} | null;

export const client = aggregate<ClientState, ClientEvents>({
  category: 'client',
  initial: null,
  evolve: {
    ClientRegisteredEvent: (_, given, { at }) => ({
      ...given,
      isRevoked: false,
      createdAt: at,
      updatedAt: at,
    }),
    ClientSecretChangedEvent: (state, { secretDigest }, { at }) =>
      state && { ...state, secretDigest, updatedAt: at },
    ClientRevokedEvent: (state, _, { at }) => state && { ...state, isRevoked: true, updatedAt: at },
  },
});

export const newSecret = (): string => randomBytes(32).toString('base64url');
/** A secret is random and long: there is nothing to guess, so a fast digest does. */
export const digestOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

export function proves(state: ClientState, secret: string): state is NonNullable<ClientState> {
  const digest = Buffer.from(digestOf(secret));
  const known = Buffer.from(state?.secretDigest ?? digestOf(''));
  return timingSafeEqual(digest, known) && state !== null && !state.isRevoked;
}

export const existing = (state: ClientState) => state ?? refuse('not-found', 'there is no such client');

export const register = (
  state: ClientState,
  { name, scopes, secret }: { name: string; scopes: readonly string[]; secret: string },
) =>
  state === null
    ? [clientRegistered({ name, scopes: [...scopes], secretDigest: digestOf(secret) })]
    : refuse('limit-reached', 'there is a client with this id');

export const changeSecret = (state: ClientState, secret: string) =>
  existing(state).secretDigest === digestOf(secret)
    ? []
    : [clientSecretChanged({ secretDigest: digestOf(secret) })];

export const revoke = (state: ClientState) => (existing(state).isRevoked ? [] : [clientRevoked({})]);
