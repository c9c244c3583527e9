/** Tokens for whoever has proven who they are: a session begins, goes on, and ends. */
import { clock, type EventStore } from '@quickmart/streams';
import { demandUnlocked, userIn } from './accounts.ts';
import { refuse, type Tokens } from './api.ts';
import type { KeyRing } from './key-ring.ts';
import { limits } from './limits.ts';
import { scopesOf } from './roles.ts';
import type { Begun, Sessions } from './sessions.ts';
import { isLockedByStaff, type User, type UserState, user } from './user.ts';

export type LoginParts = { store: EventStore; sessions: Sessions; keyRing: KeyRing };

export async function logIn({ sessions, keyRing }: LoginParts, account: User): Promise<Tokens> {
  demandUnlocked(account);
  return await tokensOf(keyRing, await sessions.begin('user', account.id), account.roles);
}

export const welcomeGuest = async ({ sessions, keyRing }: LoginParts, id: string): Promise<Tokens> =>
  await tokensOf(keyRing, await sessions.begin('guest', id), []);

/** With the rights of now. Refuses where the session is over, or the account is locked or gone. */
export async function goOn({ store, sessions, keyRing }: LoginParts, refreshToken: string): Promise<Tokens> {
  const tokens = await sessions.refresh(refreshToken, async (begun) => {
    const { id, sub, kind, startedAt } = begun.session;
    const { state } = await store.read(user, sub);
    const isOver = kind === 'guest' ? isNoGuest(state) : isPast(userIn(state), startedAt);
    if (!isOver) return await tokensOf(keyRing, begun, kind === 'guest' ? [] : userIn(state)!.roles);
    await sessions.end(id);
    return undefined;
  });
  return (
    tokens ?? refuse('credentials-invalid', 'the session is over, or its token was used before: log in again')
  );
}

/**
 * A guest who was erased, or has an account: whoever holds the session of the guest has not proven that the address is
 * theirs, and somebody else may have.
 */
const isNoGuest = (state: UserState): boolean => state === 'erased' || userIn(state)?.isVerified === true;

const isPast = (account: User | undefined, startedAt: number): boolean =>
  account === undefined || startedAt <= account.sessionsFrom || isLockedByStaff(account, clock.now());

async function tokensOf(
  keyRing: KeyRing,
  { session, refreshToken }: Begun,
  roles: readonly string[],
): Promise<Tokens> {
  const { id: sid, sub, kind } = session;
  const accessToken = await keyRing.sign({ sub, kind, scope: scopesOf(roles).join(' '), sid });
  return { accessToken, refreshToken, expiresIn: limits.accessTokenMs / 1000, tokenType: 'Bearer' };
}
