/** Signing up, verifying an address, asking for a code, setting a new password by one. Open: whoever comes has no token yet. */
import { randomUUIDv7 } from 'node:crypto';
import {
  type Api,
  createRoute,
  etagOf,
  json,
  jsonBody,
  keepNoAnswer,
  open,
  type ServiceContext,
} from '@quickmart/service';
import { provenByCode, sendCode, signUp } from './accounts.ts';
import {
  codeRequest,
  codeSent,
  errors,
  newPassword,
  refuse,
  signUp as signUpShape,
  user as userShape,
  verification,
} from './api.ts';
import type { Parts } from './config.ts';
import { limits } from './limits.ts';
import { hashPassword } from './passwords.ts';
import { said } from './said.ts';
import { setPassword, user } from './user.ts';
import { newUserView, stateView } from './views.ts';

const tags = ['Accounts'];
const path = '/api/accounts';

const signUpRoute = createRoute({
  method: 'post',
  path,
  operationId: 'signUp',
  access: open('whoever signs up has no account yet'),
  tags,
  summary: 'Sign up; a code is sent to the address, which verifies it',
  description:
    'The answer is the same where there is an account with this address: whoever has the address is told. A guest who sends ' +
    'their token keeps their id, so that their orders and their cart are the account’s.',
  request: { body: jsonBody(signUpShape) },
  responses: { 201: json(userShape, 'The new account, not verified yet'), ...errors('unauthenticated') },
});

const verifyRoute = createRoute({
  method: 'post',
  path: `${path}/verify`,
  operationId: 'verifyAccount',
  access: open('the code is the proof'),
  tags,
  summary: 'Verify an address by the code that was sent to it',
  description:
    'From then on the account is entered by its password, too. Five wrong codes: ask for another one.',
  request: { body: jsonBody(verification) },
  responses: { 200: json(userShape, 'The account'), ...errors('code-invalid') },
});

const resetRoute = createRoute({
  method: 'post',
  path: `${path}/reset`,
  operationId: 'resetPassword',
  access: open('the code is the proof'),
  tags,
  summary: 'Set a new password by the code that was sent; all sessions end',
  description:
    'Also where the account had none. Whoever has the code has the address, so it is verified, too.',
  request: { body: jsonBody(newPassword) },
  responses: { 200: json(userShape, 'The account'), ...errors('code-invalid') },
});

const codeRoute = createRoute({
  method: 'post',
  path: '/api/codes',
  operationId: 'requestCode',
  access: open('whoever cannot log in asks for a code'),
  tags,
  summary: 'Have a code sent, to log in, to verify an address, or to set a new password',
  description:
    'Always 202: whether there is an account nobody learns here. A new code takes the place of the one before; it is valid for ten ' +
    'minutes, once, and can be tried five times.',
  request: { body: jsonBody(codeRequest) },
  responses: { 202: json(codeSent, 'If there is an account, a code is on its way') },
});

export function accountRoutes(api: Api, parts: Parts): void {
  const { store, sealing } = parts;

  api.openapi(signUpRoute, async (c) => {
    keepNoAnswer(c);
    const input = c.req.valid('json');
    const command = said(c);
    const id = await idFor(c, parts);
    await signUp(parts, input, id, command);
    const view = newUserView(id, input.email, input.name, command.at);
    return c.json(view, 201, { ETag: etagOf(view.version), Location: '/api/me' });
  });

  api.openapi(verifyRoute, async (c) => {
    keepNoAnswer(c);
    const proof = { purpose: 'verify', ...c.req.valid('json') } as const;
    const account = await provenByCode(parts, proof, said(c), ({ id }) => store.read(user, id));
    const { state, version } = account ?? refuse('code-invalid', 'ask for another one');
    return c.json(stateView(state, version), 200, { ETag: etagOf(version) });
  });

  api.openapi(resetRoute, async (c) => {
    keepNoAnswer(c);
    const { email, code, password } = c.req.valid('json');
    const hash = await hashPassword(password);
    const command = said(c);
    const account = await provenByCode(parts, { purpose: 'reset', email, code }, command, async ({ id }) => {
      const sealed = await sealing.seal(id, 'user/password', hash);
      return await store.decide(user, id, (state) => setPassword(state, sealed, 'reset'), command);
    });
    const { state, version } = account ?? refuse('code-invalid', 'ask for another one');
    return c.json(stateView(state, version), 200, { ETag: etagOf(version) });
  });

  api.openapi(codeRoute, async (c) => {
    keepNoAnswer(c);
    const { email, purpose } = c.req.valid('json');
    await sendCode(parts, purpose, email);
    return c.json({ expiresIn: limits.codeMs / 1000 }, 202);
  });
}

/** A guest keeps their id, where no account has it. A token that does not count is refused: their orders would be lost. */
async function idFor(c: ServiceContext, { store }: Parts): Promise<string> {
  const { kind, id } = c.get('caller');
  if (kind === 'none' && c.req.header('Authorization') !== undefined)
    refuse('unauthenticated', 'the access token of the guest is not valid: refresh it, or send none');
  const isFree = kind === 'guest' && (await store.read(user, id)).version === 0;
  return isFree ? id : randomUUIDv7();
}
