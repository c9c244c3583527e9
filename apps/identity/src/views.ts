/** What is shown of an account, its addresses, and a machine client. Sealed texts are opened when the answer is sent. */
import { clock } from '@quickmart/streams';
import type { z } from 'zod';
import type { ClientView, savedAddress, UserView } from './api.ts';
import { type ClientState, existing as existingClient } from './client.ts';
import { existing, isLocked, type SealedAddress, type User, type UserState } from './user.ts';

const at = (ms: number): string => new Date(ms).toISOString();

export type Shown = Pick<
  User,
  'id' | 'email' | 'name' | 'isVerified' | 'roles' | 'lock' | 'createdAt' | 'updatedAt'
>;

export function userView(
  { id, email, name, isVerified, roles, lock, createdAt, updatedAt }: Shown,
  version: number,
): UserView {
  const locked = isLocked({ lock }, clock.now());
  return {
    id,
    kind: 'user',
    email,
    name,
    emailVerified: isVerified,
    roles: [...roles],
    locked,
    lockedUntil: locked && lock?.until != null ? at(lock.until) : null,
    version,
    createdAt: at(createdAt),
    updatedAt: at(updatedAt),
  };
}

export const stateView = (state: UserState, version: number): UserView => userView(existing(state), version);

/** As a new account is shown, whether it is one or not: see accounts.ts. */
export const newUserView = (id: string, email: string, name: string | undefined, now: number): UserView =>
  userView(
    {
      id,
      email,
      name: name ?? null,
      isVerified: false,
      roles: ['customer'],
      lock: null,
      createdAt: now,
      updatedAt: now,
    },
    2,
  );

export const guestView = (id: string): UserView => ({
  id,
  kind: 'guest',
  email: null,
  name: null,
  emailVerified: false,
  roles: [],
  locked: false,
  lockedUntil: null,
  version: 0,
  createdAt: null,
  updatedAt: null,
});

export const addressView = (
  id: string,
  address: SealedAddress,
  version: number,
): z.infer<typeof savedAddress> => ({ id, ...address, version });

export function clientView(id: string, state: ClientState, version: number): ClientView {
  const { name, scopes, isRevoked, createdAt, updatedAt } = existingClient(state);
  return {
    id,
    name,
    scopes: [...scopes],
    revoked: isRevoked,
    version,
    createdAt: at(createdAt),
    updatedAt: at(updatedAt),
  };
}
