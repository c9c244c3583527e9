/** Sessions: logging in by a password or a code, going on, logging out; and tokens for guests. */
import { randomUUIDv7 } from 'node:crypto';
import { type Api, createRoute, json, jsonBody, keepNoAnswer, open, signedIn } from '@quickmart/service';
import { provenByCode, provenByPassword } from './accounts.ts';
import { credentials, errors, refreshRequest, refuse, tokens } from './api.ts';
import type { Parts } from './config.ts';
import { goOn, logIn, welcomeGuest } from './logins.ts';
import { said } from './said.ts';
import { endSessions, user } from './user.ts';

const tags = ['Sessions'];
const path = '/api/sessions';
const one = { 200: json(tokens, 'The tokens') };

const loginRoute = createRoute({
  method: 'post',
  path,
  operationId: 'logIn',
  access: open('whoever logs in has no token yet'),
  tags,
  summary: 'Log in, by a password or by a code',
  description:
    'Ten wrong passwords for one address within a quarter of an hour: 429, whether there is an account or not. A code still works.',
  request: { body: jsonBody(credentials) },
  responses: { ...one, ...errors('credentials-invalid', 'account-locked', 'too-many-requests') },
});

const refreshRoute = createRoute({
  method: 'post',
  path: `${path}/refresh`,
  operationId: 'refreshSession',
  access: open('the refresh token is the proof'),
  tags,
  summary: 'A new access token; the refresh token is used once, and comes with a new one',
  description: 'A refresh token that is used a second time ends the session: somebody else may have it.',
  request: { body: jsonBody(refreshRequest) },
  responses: { ...one, ...errors('credentials-invalid') },
});

const logoutRoute = createRoute({
  method: 'delete',
  path: `${path}/current`,
  operationId: 'logOut',
  access: signedIn(),
  'x-unversioned': true,
  tags,
  summary: 'Log out: the session ends; its access token is valid until it expires, ten minutes at most',
  description: 'The refresh token counts no more. Whoever has the access token can use it until it expires.',
  responses: { 204: { description: 'It has ended' } },
});

const logoutAllRoute = createRoute({
  method: 'delete',
  path,
  operationId: 'logOutEverywhere',
  access: signedIn(),
  'x-unversioned': true,
  tags,
  summary: 'Log out everywhere: all sessions of the account end',
  description: 'The refresh tokens of all devices count no more; access tokens are valid until they expire.',
  responses: { 204: { description: 'They have ended' } },
});

const guestRoute = createRoute({
  method: 'post',
  path: '/api/guests',
  operationId: 'welcomeGuest',
  access: open('a guest is somebody without an account'),
  tags,
  summary: 'Tokens for a guest, who can order without an account',
  description: 'A guest sees and cancels their own orders only. Sign up with the token to keep them.',
  responses: one,
});

const noStore = { 'Cache-Control': 'no-store' };

export function sessionRoutes(api: Api, parts: Parts): void {
  const { store, sessions } = parts;

  api.openapi(loginRoute, async (c) => {
    keepNoAnswer(c);
    const { email, password, code } = c.req.valid('json');
    const tokens =
      code === undefined
        ? await logIn(parts, await provenByPassword(parts, { email, password: password! }, said(c)))
        : await provenByCode(parts, { purpose: 'login', email, code }, said(c), (account) =>
            logIn(parts, account),
          );
    if (tokens === undefined)
      return refuse('credentials-invalid', 'the address or the code is wrong, or the code is used up');
    return c.json(tokens, 200, noStore);
  });

  api.openapi(refreshRoute, async (c) => {
    keepNoAnswer(c);
    return c.json(await goOn(parts, c.req.valid('json').refreshToken), 200, noStore);
  });

  api.openapi(logoutRoute, async (c) => {
    const { sessionId } = c.get('caller');
    if (sessionId !== undefined) await sessions.end(sessionId);
    return c.body(null, 204);
  });

  api.openapi(logoutAllRoute, async (c) => {
    const { kind, id, sessionId } = c.get('caller');
    if (kind === 'user') await store.decide(user, id, endSessions, said(c));
    else if (sessionId !== undefined) await sessions.end(sessionId);
    return c.body(null, 204);
  });

  api.openapi(guestRoute, async (c) => {
    keepNoAnswer(c);
    return c.json(await welcomeGuest(parts, randomUUIDv7()), 200, noStore);
  });
}
