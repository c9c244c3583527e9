/** What staff looks through: the accounts and the machine clients. No hash and no address is in it. */
import type { ClientEvents, UserEvents } from '@quickmart/contracts/identity/events';
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
  projection,
  type RowOf,
  text,
  uuid,
} from '@quickmart/projections';
import { evolve, type StoredEvent } from '@quickmart/streams';
import { type ClientState, client } from './client.ts';
import { limits } from './limits.ts';
import { type User, user } from './user.ts';

export const users = defineTable(
  'users',
  {
    id: uuid(),
    email: text(sealedLength(limits.emailLength)),
    emailIndex: code(64),
    name: text(sealedLength(limits.nameLength)).nullable(),
    isVerified: boolean(),
    roles: json<string[]>(),
    lockReason: code(16).nullable(),
    lockedUntil: bigint().nullable(),
    version: integer(),
    createdAt: instant(),
    updatedAt: instant(),
  },
  {
    primaryKey: 'id',
    indexes: [
      ['createdAt', 'id'],
      ['updatedAt', 'id'],
      ['emailIndex', 'id'],
    ],
  },
);
export type UserRow = RowOf<typeof users>;

/** Of what the list shows; what it does not show is as it is at first. */
const stateOf = ({ roles, lockReason, lockedUntil, version: _, ...row }: UserRow): User => ({
  ...row,
  roles,
  lock: lockReason === null ? null : { reason: lockReason as 'staff', until: lockedUntil },
  hash: null,
  sessionsFrom: 0,
  addresses: [],
});

function foldUser(row: UserRow | undefined, _: unknown, event: StoredEvent): UserRow | undefined {
  const state = evolve(user, row ? stateOf(row) : user.initial, event);
  if (state === null || state === 'erased') return undefined;
  const { hash: _h, sessionsFrom: _s, addresses: _a, lock, roles, ...shown } = state;
  return {
    ...shown,
    roles: [...roles],
    lockReason: lock?.reason ?? null,
    lockedUntil: lock?.until ?? null,
    version: event.version,
  };
}

export const userOf = (row: UserRow): User => stateOf(row);

export const userList = projection<UserEvents, typeof users>({
  name: 'users',
  category: 'user',
  table: users,
  key: ({ aggregateId }) => aggregateId,
  evolve: Object.fromEntries(Object.keys(user.evolve).map((type) => [type, foldUser])),
});

export const clients = defineTable(
  'clients',
  {
    id: key(64),
    name: text(limits.clientNameLength),
    scopes: json<string[]>(),
    isRevoked: boolean(),
    version: integer(),
    createdAt: instant(),
    updatedAt: instant(),
  },
  { primaryKey: 'id', indexes: [['createdAt', 'id']] },
);
export type ClientRow = RowOf<typeof clients>;

export const clientOf = ({ id: _, version: __, ...row }: ClientRow): ClientState => ({
  ...row,
  secretDigest: '',
});

function foldClient(row: ClientRow | undefined, _: unknown, event: StoredEvent): ClientRow | undefined {
  const state = evolve(client, row ? clientOf(row) : client.initial, event);
  if (state === null) return undefined;
  const { secretDigest: _s, scopes, ...shown } = state;
  return { id: event.aggregateId, ...shown, scopes: [...scopes], version: event.version };
}

export const clientList = projection<ClientEvents, typeof clients>({
  name: 'clients',
  category: 'client',
  table: clients,
  key: ({ aggregateId }) => aggregateId,
  evolve: Object.fromEntries(Object.keys(client.evolve).map((type) => [type, foldClient])),
});
