/** For staff: who has an account, what they may do, and what happened to it. */
import { history } from '@quickmart/contracts/shapes';
import {
  type Api,
  createRoute,
  historyQuery,
  idParam,
  itemQuery,
  json,
  jsonBody,
  listQuery,
  needs,
  pageOf,
  readHistory,
  readItem,
  respond,
  waitForSent,
} from '@quickmart/service';
import { emailIndexOf } from './accounts.ts';
import { errors, lockRequest, roleSet, signUp, userPage, user as userShape } from './api.ts';
import type { Parts } from './config.ts';
import { type UserRow, userOf, users } from './read-models.ts';
import { demandRoles } from './rights.ts';
import { existing, lock, setRoles, unlock, user } from './user.ts';
import { stateView, userView } from './views.ts';

const tags = ['Users'];
const path = '/api/users';
const params = idParam();
const one = { 200: json(userShape, 'The user') };
const read = needs('users:read');
const write = needs('users:write');

const getRoute = createRoute({
  method: 'get',
  path: `${path}/{id}`,
  operationId: 'getUser',
  access: read,
  tags,
  summary: 'One user',
  request: { params, query: itemQuery },
  responses: one,
});

const listRoute = createRoute({
  method: 'get',
  path,
  operationId: 'listUsers',
  access: read,
  tags,
  summary: 'Users, page by page',
  request: { query: listQuery(['createdAt', 'updatedAt'], { email: signUp.shape.email.optional() }) },
  responses: { 200: json(userPage, 'One page') },
});

const historyRoute = createRoute({
  method: 'get',
  path: `${path}/{id}/history`,
  operationId: 'getUserHistory',
  access: read,
  tags,
  summary: 'What happened to a user, oldest first: every right that was given or taken, and by whom',
  request: { params, query: historyQuery },
  responses: { 200: json(history, 'The events') },
});

const rolesRoute = createRoute({
  method: 'put',
  path: `${path}/{id}/roles`,
  operationId: 'setRoles',
  access: write,
  tags,
  summary: 'The roles of a user, all of them',
  description:
    'It counts with the next access token, in ten minutes at most. Nobody gives or takes rights that they do not have.',
  request: { params, body: jsonBody(roleSet) },
  responses: { ...one, ...errors('rights-exceeded') },
});

const lockRoute = createRoute({
  method: 'post',
  path: `${path}/{id}/lock`,
  operationId: 'lockUser',
  access: write,
  tags,
  summary: 'Lock a user out; the access token that they have is valid until it expires',
  description:
    'No login and no refresh works any more, for good or until a time. Nobody locks somebody with rights that they do not have.',
  request: { params, body: jsonBody(lockRequest) },
  responses: one,
});

const unlockRoute = createRoute({
  method: 'post',
  path: `${path}/{id}/unlock`,
  operationId: 'unlockUser',
  access: write,
  tags,
  summary: 'Let a user in again, also after wrong passwords',
  description: 'Wrong passwords are forgotten.',
  request: { params },
  responses: one,
});

const rowView = (row: UserRow) => userView(userOf(row), row.version);

export function userRoutes(api: Api, parts: Parts): void {
  const { store, readModels, sealing, failures } = parts;

  api.openapi(getRoute, (c) => {
    const { id } = c.req.valid('param');
    return readItem(c, rowView, {
      row: () => readModels.get(users, id),
      waitFor: (position, timeoutMs) => readModels.waitFor(position, timeoutMs),
      head: () => store.head('user', id),
    });
  });

  api.openapi(listRoute, async (c) => {
    const { email, ...query } = c.req.valid('query');
    if (!(await waitForSent(c, readModels))) c.header('Read-Model-Stale', 'true');
    const { rows, ...rest } = await readModels.list(users, {
      ...pageOf(query),
      where: [
        email === undefined
          ? undefined
          : { column: 'emailIndex', op: 'eq', value: emailIndexOf(sealing, email) },
      ],
    });
    return c.json({ data: rows.map(rowView), ...rest }, 200);
  });

  api.openapi(historyRoute, (c) => {
    const { id } = c.req.valid('param');
    return readHistory(c, store, 'user', id, c.req.valid('query'));
  });

  api.openapi(rolesRoute, (c) => {
    const [{ id }, { roles }] = [c.req.valid('param'), c.req.valid('json')];
    const wanted = [...new Set(roles)];
    return respond(c, 200, stateView, (command) =>
      store.decide(
        user,
        id,
        (state) => {
          demandRoles(c.get('caller'), existing(state).roles, wanted);
          return setRoles(state, wanted);
        },
        command,
      ),
    );
  });

  api.openapi(lockRoute, (c) => {
    const [{ id }, { until }] = [c.req.valid('param'), c.req.valid('json')];
    const staff = { reason: 'staff', until: until === null ? null : Date.parse(until) } as const;
    return respond(c, 200, stateView, (command) =>
      store.decide(
        user,
        id,
        (state) => {
          demandRoles(c.get('caller'), existing(state).roles, []);
          return lock(state, staff);
        },
        command,
      ),
    );
  });

  api.openapi(unlockRoute, async (c) => {
    const { id } = c.req.valid('param');
    const { state } = await store.read(user, id);
    await failures.clear(existing(state).emailIndex);
    return await respond(c, 200, stateView, (command) => store.decide(user, id, unlock, command));
  });
}
