/** What everybody may do with their own account. The token says whose it is: nothing here names another one. */
import {
  type Api,
  commandOf,
  createRoute,
  itemQuery,
  json,
  jsonBody,
  keepNoAnswer,
  readItem,
  respond,
  type ServiceContext,
  signedIn,
} from '@quickmart/service';
import { fits, userIn } from './accounts.ts';
import { errors, exported, passwordChange, profile, refuse, user as userShape } from './api.ts';
import type { Parts } from './config.ts';
import { demandTurnToHash, hashPassword } from './passwords.ts';
import { erasePerson, exportPerson, type Person, personOf } from './person.ts';
import { changeProfile, existing, setPassword, type User, user } from './user.ts';
import { guestView, stateView } from './views.ts';

const tags = ['Me'];
const path = '/api/me';
const one = { 200: json(userShape, 'The account') };

const getRoute = createRoute({
  method: 'get',
  path,
  operationId: 'getMe',
  access: signedIn(),
  tags,
  summary: 'The account of the caller; of a guest, little',
  request: { query: itemQuery },
  responses: one,
});

const patchRoute = createRoute({
  method: 'patch',
  path,
  operationId: 'changeMe',
  access: signedIn(),
  tags,
  summary: 'Change the profile',
  description:
    'The version is that of the account, its addresses included. A name that is null is taken out.',
  request: { body: jsonBody(profile) },
  responses: one,
});

const passwordRoute = createRoute({
  method: 'post',
  path: `${path}/password`,
  operationId: 'changePassword',
  access: signedIn(),
  tags,
  summary: 'Change the password; all sessions end',
  description: 'Log in again afterwards, on all devices. Wrong guesses count as wrong logins do.',
  request: { body: jsonBody(passwordChange) },
  responses: { ...one, ...errors('password-wrong', 'too-many-requests') },
});

const deleteRoute = createRoute({
  method: 'delete',
  path,
  operationId: 'eraseMe',
  access: signedIn(),
  tags,
  summary: 'Erase the account, and all that is personal, everywhere and for ever',
  description:
    'The key of what is sealed for this person is destroyed: from then on it is `null` wherever it stood. The books of the shop stay.',
  responses: { 204: { description: 'It is erased' } },
});

const exportRoute = createRoute({
  method: 'get',
  path: `${path}/export`,
  operationId: 'exportMe',
  access: signedIn(),
  tags,
  summary: 'Everything that is known about the caller, as one JSON file',
  description: 'It reads the log from its first event on, and takes its time.',
  responses: { 200: json(exported, 'All of it'), ...errors('too-many-requests') },
});

/** The id of the account. A machine has none, and a guest neither. */
export function ownId(c: ServiceContext): string {
  const { kind, id } = c.get('caller');
  return kind === 'user' ? id : refuse('not-found', 'only an account has this: sign up');
}

export function meRoutes(api: Api, parts: Parts): void {
  const { store, sealing } = parts;

  api.openapi(getRoute, async (c) => {
    const { kind, id } = c.get('caller');
    if (kind === 'client') refuse('not-found', 'a machine client has no account');
    const { state, version } = await store.read(user, id);
    const view = kind === 'guest' || userIn(state) === undefined ? guestView(id) : stateView(state, version);
    if (kind === 'user' && view.kind === 'guest') refuse('not-found', 'this account was erased');
    return readItem(c, (row: typeof view) => row, {
      row: () => view,
      waitFor: async () => true,
      head: async () => undefined,
    });
  });

  api.openapi(patchRoute, async (c) => {
    const id = ownId(c);
    const { name } = c.req.valid('json');
    const sealed = typeof name === 'string' ? await sealing.seal(id, 'user/name', name) : name;
    return await respond(c, 200, stateView, (command) =>
      store.decide(user, id, (state) => changeProfile(state, { name: sealed }), command),
    );
  });

  api.openapi(passwordRoute, async (c) => {
    keepNoAnswer(c);
    const id = ownId(c);
    const { current, password } = c.req.valid('json');
    const account = existing((await store.read(user, id)).state);
    await demandPassword(parts, account, current);
    const hash = await sealing.seal(id, 'user/password', await hashPassword(password));
    return await respond(c, 200, stateView, (command) =>
      store.decide(user, id, (state) => setPassword(state, hash, 'changed'), command),
    );
  });

  api.openapi(deleteRoute, async (c) => {
    const command = commandOf(c);
    const person = await ownPerson(c);
    await erasePerson(parts, person, command);
    const { sessionId } = c.get('caller');
    if (sessionId !== undefined) await parts.sessions.end(sessionId);
    return c.body(null, 204);
  });

  api.openapi(exportRoute, async (c) => {
    const person = await ownPerson(c);
    const { result } = await parts.exports.attempt(person.ids[0], () => exportPerson(parts, person));
    return c.json(result, 200);
  });

  /** A guest whose id is that of an account now has to log in: see accounts.ts. */
  async function ownPerson(c: ServiceContext): Promise<Person> {
    const { kind, id } = c.get('caller');
    if (kind !== 'user' && kind !== 'guest') refuse('not-found', 'a machine client has no account');
    const person = await personOf(parts, id);
    if (kind === 'user' && person.account === undefined) refuse('not-found', 'this account was erased');
    if (kind === 'guest' && person.account?.isVerified) refuse('unauthenticated', 'log in to your account');
    return person;
  }
}

/** Whoever has found an open session may guess no more often than whoever logs in. */
export async function demandPassword(
  parts: Pick<Parts, 'failures' | 'sealing'>,
  account: User,
  password: string,
): Promise<void> {
  demandTurnToHash();
  const { emailIndex } = account;
  const { result: isRight } = await parts.failures.attempt(emailIndex, () => fits(parts, account, password));
  if (!isRight) refuse('password-wrong', 'the present password is another one');
  await parts.failures.clear(emailIndex);
}
