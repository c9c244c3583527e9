/**
 * What the identity service publishes: accounts and their rights, machine clients, and the keys that access tokens are
 * signed with. What is personal is sealed for the user (../personal.ts).
 */
import { z } from 'zod';
import { type EventsOf, event } from '../event.ts';
import { personalAddress } from '../personal.ts';
import { id } from '../shapes.ts';

/** Sealed for the user. `place`: what it is, also where it is copied into another event. */
const personal = (place: string) => z.string().meta({ personal: { of: 'userId', place } });
const ofUser = { userId: id };
/** No history and no export shows it. */
const secret = <Shape extends z.ZodType>(shape: Shape): Shape =>
  shape.meta({ ...shape.meta(), secret: true });

/** `emailIndex`: the blind index of the address, by which an account is found. */
export const userRegistered = event(
  'UserRegisteredEvent',
  z.object({
    ...ofUser,
    email: personal('user/email'),
    emailIndex: secret(z.string()),
    name: personal('user/name').nullable(),
  }),
);
export const emailVerified = event('EmailVerifiedEvent', z.object(ofUser));
/** The account has another address, which is verified. The one before is free, and all sessions end. */
export const emailChanged = event(
  'EmailChangedEvent',
  z.object({ ...ofUser, email: personal('user/email'), emailIndex: secret(z.string()) }),
);
/**
 * `hash`: of argon2id; null: the account has none, and is entered by a code. `contested`: somebody else signed up with the
 * address before it was verified, so nobody knows whose password would be right.
 */
export const passwordSet = event(
  'PasswordSetEvent',
  z.object({
    ...ofUser,
    hash: secret(personal('user/password')).nullable(),
    reason: z.enum(['registered', 'changed', 'reset', 'contested']),
  }),
);
export const profileChanged = event(
  'ProfileChangedEvent',
  z.object({ ...ofUser, name: personal('user/name').nullable() }),
);
export const roleGranted = event('RoleGrantedEvent', z.object({ ...ofUser, role: z.string() }));
export const roleRevoked = event('RoleRevokedEvent', z.object({ ...ofUser, role: z.string() }));
/** `until`: UTC ms; null: until somebody unlocks it. */
export const userLocked = event(
  'UserLockedEvent',
  z.object({ ...ofUser, reason: z.enum(['failures', 'staff']), until: z.int().nullable() }),
);
export const userUnlocked = event('UserUnlockedEvent', z.object(ofUser));
/** Sessions that began before are over. */
export const sessionsEnded = event('SessionsEndedEvent', z.object(ofUser));

const address = personalAddress('userId');
export const addressAdded = event('AddressAddedEvent', z.object({ ...ofUser, addressId: id, address }));
export const addressChanged = event('AddressChangedEvent', z.object({ ...ofUser, addressId: id, address }));
export const addressRemoved = event('AddressRemovedEvent', z.object({ ...ofUser, addressId: id }));
/**
 * A person is erased, be it an account, a guest, or a customer whom orders name by a text: the key of what is sealed for them
 * is destroyed. Of an account the address is free.
 */
export const userErased = event('UserErasedEvent', z.object(ofUser));

const userEvents = {
  userRegistered,
  emailVerified,
  emailChanged,
  passwordSet,
  profileChanged,
  roleGranted,
  roleRevoked,
  userLocked,
  userUnlocked,
  sessionsEnded,
  addressAdded,
  addressChanged,
  addressRemoved,
  userErased,
};
export type UserEvents = EventsOf<typeof userEvents>;

/** `secretDigest`: SHA-256 of the secret, which is random and long. */
export const clientRegistered = event(
  'ClientRegisteredEvent',
  z.object({ name: z.string(), scopes: z.array(z.string()), secretDigest: secret(z.string()) }),
);
export const clientSecretChanged = event(
  'ClientSecretChangedEvent',
  z.object({ secretDigest: secret(z.string()) }),
);
export const clientRevoked = event('ClientRevokedEvent', z.object({}));

const clientEvents = { clientRegistered, clientSecretChanged, clientRevoked };
export type ClientEvents = EventsOf<typeof clientEvents>;

/**
 * There is a new key, which signs from `activeFrom` on: until then whoever verifies gets to know it. `revoked`: keys that
 * are no longer published from now on, as one that was stolen. The private part is kept by packages/sealing.
 */
export const signingKeyRotated = event(
  'SigningKeyRotatedEvent',
  z.object({
    kid: z.string(),
    publicKey: z.object({ x: z.string(), y: z.string() }),
    activeFrom: z.int(),
    revoked: z.array(z.string()),
  }),
);

const signingKeyEvents = { signingKeyRotated };
export type SigningKeyEvents = EventsOf<typeof signingKeyEvents>;
