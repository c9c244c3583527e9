/** What is shown of an account, and of its addresses. Sealed texts are opened when the answer is sent. */
import { type Shown, shownState } from '@quickmart/service';
import { clock } from '@quickmart/streams';
import type { z } from 'zod';
import type { savedAddress, UserView } from './api.ts';
import { lockOf, userList } from './read-models.ts';
import { existing, isLocked, type SealedAddress, type UserState } from './user.ts';

const at = (ms: number): string => new Date(ms).toISOString();

export function userView(row: Omit<Shown<typeof userList.table>, 'emailIndex'>): UserView {
  const { id, email, name, isVerified, roles, version, createdAt, updatedAt } = row;
  const lock = lockOf(row);
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
    createdAt,
    updatedAt,
  };
}

export const stateView = (state: UserState, version: number): UserView =>
  userView(shownState(userList, state, existing(state).id, version));

/** As a new account is shown, whether it is one or not: see accounts.ts. */
export const newUserView = (id: string, email: string, name: string | undefined, now: number): UserView =>
  userView({
    id,
    email,
    name: name ?? null,
    isVerified: false,
    roles: ['customer'],
    lockReason: null,
    lockedUntil: null,
    version: 2,
    createdAt: at(now),
    updatedAt: at(now),
  });

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
