/** An account: its state, and the decisions on it. What is personal in it is sealed: nothing here can read it. */
import {
  emailChanged,
  emailVerified,
  passwordSet,
  profileChanged,
  roleGranted,
  roleRevoked,
  sessionsEnded,
  type UserEvents,
  userErased,
  userLocked,
  userRegistered,
  userUnlocked,
} from '@quickmart/contracts/identity/events';
import { aggregate } from '@quickmart/streams';
import { refuse } from './api.ts';
import { limits } from './limits.ts';

export type Lock = { reason: 'failures' | 'staff'; until: number | null };
export type SealedAddress = UserEvents['AddressAddedEvent']['address'];

export type User = {
  id: string;
  email: string;
  emailIndex: string;
  /** Those before: orders may name the customer by one. */
  formerEmails: readonly Pick<User, 'email' | 'emailIndex'>[];
  name: string | null;
  isVerified: boolean;
  /** Null: there is no password, the account is entered by a code. */
  hash: string | null;
  roles: readonly string[];
  lock: Lock | null;
  /** Sessions that began before are over. UTC ms. */
  sessionsFrom: number;
  addresses: readonly { id: string; address: SealedAddress }[];
  createdAt: number;
  updatedAt: number;
};
/** Null: there is none. `erased`: there was one, and its id is not used again. */
export type UserState = User | 'erased' | null;

const changed = (state: UserState, change: Partial<User>, updatedAt: number): UserState =>
  isUser(state) ? { ...state, ...change, updatedAt } : state;
const isUser = (state: UserState): state is User => state !== null && state !== 'erased';
const rolesOf = (state: UserState): readonly string[] => (isUser(state) ? state.roles : []);
const emailsOf = (state: UserState) => {
  if (!isUser(state)) return [];
  const { email, emailIndex, formerEmails } = state;
  return [...formerEmails, { email, emailIndex }];
};
const addressesOf = (state: UserState) => (isUser(state) ? state.addresses : []);

export const user = aggregate<UserState, UserEvents>({
  category: 'user',
  initial: null,
  evolve: {
    UserRegisteredEvent: (_, { userId: id, ...given }, { at }) => ({
      id,
      ...given,
      formerEmails: [],
      isVerified: false,
      hash: null,
      roles: ['customer'],
      lock: null,
      sessionsFrom: 0,
      addresses: [],
      createdAt: at,
      updatedAt: at,
    }),
    EmailVerifiedEvent: (state, _, { at }) => changed(state, { isVerified: true }, at),
    EmailChangedEvent: (state, { email, emailIndex }, { at }) =>
      changed(state, { email, emailIndex, formerEmails: emailsOf(state), sessionsFrom: at }, at),
    PasswordSetEvent: (state, { hash, reason }, { at }) =>
      changed(state, { hash, ...(reason !== 'registered' && { sessionsFrom: at }) }, at),
    ProfileChangedEvent: (state, { name }, { at }) => changed(state, { name }, at),
    RoleGrantedEvent: (state, { role }, { at }) => changed(state, { roles: [...rolesOf(state), role] }, at),
    RoleRevokedEvent: (state, { role }, { at }) =>
      changed(state, { roles: rolesOf(state).filter((one) => one !== role) }, at),
    UserLockedEvent: (state, { reason, until }, { at }) => changed(state, { lock: { reason, until } }, at),
    UserUnlockedEvent: (state, _, { at }) => changed(state, { lock: null }, at),
    SessionsEndedEvent: (state, _, { at }) => changed(state, { sessionsFrom: at }, at),
    AddressAddedEvent: (state, { addressId: id, address }, { at }) =>
      changed(state, { addresses: [...addressesOf(state), { id, address }] }, at),
    AddressChangedEvent: (state, { addressId: id, address }, { at }) =>
      changed(
        state,
        { addresses: addressesOf(state).map((one) => (one.id === id ? { id, address } : one)) },
        at,
      ),
    AddressRemovedEvent: (state, { addressId }, { at }) =>
      changed(state, { addresses: addressesOf(state).filter(({ id }) => id !== addressId) }, at),
    UserErasedEvent: () => 'erased',
  },
});

export const existing = (state: UserState): User =>
  isUser(state) ? state : refuse('not-found', 'there is no such user');

export type Registration = Pick<User, 'id' | 'email' | 'emailIndex' | 'name' | 'hash'>;

/** Nothing where the same guest has signed up with the same address. `isVerified`: whoever registers it knows that the address is theirs. */
export function register(state: UserState, { id: userId, hash, ...given }: Registration, isVerified = false) {
  if (isUser(state) && state.emailIndex === given.emailIndex) return [];
  if (state !== null)
    refuse('unauthenticated', 'this guest has an account, or was erased: sign up without the token');
  const verified = isVerified ? [emailVerified({ userId })] : [];
  return [
    userRegistered({ userId, ...given }),
    passwordSet({ userId, hash, reason: 'registered' }),
    ...verified,
  ];
}

/** Somebody signs up with an address that is not verified yet, with another password: which one is right nobody knows. */
export function contest(state: UserState) {
  const { id: userId, isVerified, hash } = existing(state);
  return isVerified || hash === null ? [] : [passwordSet({ userId, hash: null, reason: 'contested' })];
}

/** Whoever has a code that was sent to the address has the address. */
export function verify(state: UserState) {
  const { id: userId, isVerified } = existing(state);
  return isVerified ? [] : [emailVerified({ userId })];
}

/** Whoever has the new address has proven it. */
export function changeEmail(state: UserState, { email, emailIndex }: Pick<User, 'email' | 'emailIndex'>) {
  const { id: userId, emailIndex: known, formerEmails } = existing(state);
  if (known === emailIndex) return [];
  if (formerEmails.length >= limits.formerEmailsMax)
    refuse('limit-reached', `at most ${limits.formerEmailsMax} changes of the address`);
  return [emailChanged({ userId, email, emailIndex })];
}

/** Ends all sessions: whoever knew the old password is out. */
export const setPassword = (state: UserState, hash: string, reason: 'changed' | 'reset') => [
  ...verifyIf(state, reason === 'reset'),
  passwordSet({ userId: existing(state).id, hash, reason }),
];
const verifyIf = (state: UserState, isProven: boolean) => (isProven ? verify(state) : []);

export function changeProfile(state: UserState, change: { name?: string | null | undefined }) {
  const { id: userId, name: known } = existing(state);
  const { name = known } = change;
  return name === known ? [] : [profileChanged({ userId, name })];
}

export function setRoles(state: UserState, wanted: readonly string[]) {
  const { id: userId, roles } = existing(state);
  return [
    ...wanted.filter((role) => !roles.includes(role)).map((role) => roleGranted({ userId, role })),
    ...roles.filter((role) => !wanted.includes(role)).map((role) => roleRevoked({ userId, role })),
  ];
}

export const isLocked = ({ lock }: Pick<User, 'lock'>, now: number): boolean =>
  lock !== null && (lock.until === null || lock.until > now);

export const isLockedByStaff = ({ lock }: Pick<User, 'lock'>, now: number): boolean =>
  lock?.reason === 'staff' && isLocked({ lock }, now);

/** Wrong passwords, which anybody can send, do not take the place of a lock by staff. One without an end stays until it is taken back. */
export function lock(state: UserState, { reason, until }: Lock, now: number) {
  const account = existing(state);
  const stays = isLockedByStaff(account, now) && (reason === 'failures' || account.lock?.until === null);
  return stays ? [] : [userLocked({ userId: account.id, reason, until })];
}

export function unlock(state: UserState) {
  const { id: userId, lock } = existing(state);
  return lock === null ? [] : [userUnlocked({ userId })];
}

export const endSessions = (state: UserState) => [sessionsEnded({ userId: existing(state).id })];

/** Also of whoever has no account. */
export const erase = (state: UserState, userId: string) =>
  state === 'erased' ? [] : [userErased({ userId })];
