/** What staff looks through: the accounts and the machine clients. No hash and no address is in it. */
import { sealedLength } from '@quickmart/contracts/personal';
import {
  bigint,
  boolean,
  code,
  defineTable,
  instant,
  integer,
  json,
  key,
  tableOf,
  text,
  uuid,
} from '@quickmart/projections';
import { client } from './client.ts';
import { limits } from './limits.ts';
import { type Lock, user } from './user.ts';

/** The roles of a user, by which they can be found. */
export const userRoles = defineTable(
  'user_roles',
  { userId: uuid(), role: code(64) },
  { primaryKey: ['userId', 'role'], indexes: [['role', 'userId']] },
);

export const userList = tableOf(user, {
  name: 'users',
  columns: {
    id: uuid(),
    email: text(sealedLength(limits.emailLength)),
    emailIndex: code(64),
    name: text(sealedLength(limits.nameLength)).nullable(),
    isVerified: boolean(),
    roles: json<readonly string[]>(),
    lockReason: code(16).nullable(),
    lockedUntil: bigint().nullable(),
    version: integer(),
    createdAt: instant(),
    updatedAt: instant(),
  },
  sorts: ['createdAt', 'updatedAt'],
  indexes: [['emailIndex', 'id']],
  row: (state) =>
    state === 'erased'
      ? null
      : { ...state, lockReason: state.lock?.reason ?? null, lockedUntil: state.lock?.until ?? null },
  state: ({ version: _, ...row }) => ({
    ...row,
    lock: lockOf(row),
    hash: null,
    sessionsFrom: 0,
    formerEmails: [],
    addresses: [],
  }),
  details: {
    table: userRoles,
    from: ['id', 'roles'],
    of: ({ id: userId, roles }) => roles.map((role) => ({ userId, role })),
  },
});

export const lockOf = ({ lockReason, lockedUntil }: LockColumns): Lock | null =>
  lockReason === null ? null : { reason: lockReason as Lock['reason'], until: lockedUntil };
type LockColumns = { lockReason: string | null; lockedUntil: number | null };

export const clientList = tableOf(client, {
  name: 'clients',
  columns: {
    id: key(64),
    name: text(limits.clientNameLength),
    scopes: json<readonly string[]>(),
    isRevoked: boolean(),
    version: integer(),
    createdAt: instant(),
    updatedAt: instant(),
  },
  sorts: ['createdAt'],
  state: ({ id: _, version: __, ...row }) => ({ ...row, secretDigest: '' }),
});
