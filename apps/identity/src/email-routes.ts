/** Another e-mail address for one's own account: asked for with a proof of who asks, and confirmed by a code from there. */
import { type Api, createRoute, etagOf, json, jsonBody, keepNoAnswer, signedIn } from '@quickmart/service';
import { codeSent, emailChange, errors, refuse, user as userShape, verification } from './api.ts';
import type { Parts } from './config.ts';
import { changeByCode, sendChangeCode } from './email-change.ts';
import { limits } from './limits.ts';
import { demandPassword, ownId } from './me-routes.ts';
import { said } from './said.ts';
import { existing, user } from './user.ts';
import { stateView } from './views.ts';

const tags = ['Me'];
const path = '/api/me/email';

const askRoute = createRoute({
  method: 'post',
  path,
  operationId: 'requestEmailChange',
  access: signedIn(),
  tags,
  summary: 'Ask for another e-mail address; a code is sent there',
  description:
    'With the password, or with a code to log in that was sent to the present address. Nothing changes before the new address is ' +
    'confirmed. Always 202: whether another account has the address nobody learns here.',
  request: { body: jsonBody(emailChange) },
  responses: {
    202: json(codeSent, 'If the address is free, a code is on its way'),
    ...errors('password-wrong', 'code-invalid', 'too-many-requests'),
  },
});

const confirmRoute = createRoute({
  method: 'post',
  path: `${path}/confirm`,
  operationId: 'confirmEmailChange',
  access: signedIn(),
  tags,
  summary: 'Confirm the new address by the code that was sent there; all sessions end',
  description:
    'From then on the account is entered by the new address. The one before is told, and is free. Log in again.',
  request: { body: jsonBody(verification) },
  responses: {
    200: json(userShape, 'The account'),
    ...errors('code-invalid', 'email-taken', 'limit-reached'),
  },
});

export function emailRoutes(api: Api, parts: Parts): void {
  api.openapi(askRoute, async (c) => {
    keepNoAnswer(c);
    const account = existing((await parts.store.read(user, ownId(c))).state);
    const { email, password, code } = c.req.valid('json');
    const ask = () => parts.emailChanges.attempt(account.id, () => sendChangeCode(parts, account, email));
    if (code === undefined) {
      await demandPassword(parts, account, password!);
      await ask();
    } else if (!(await parts.codes.use({ purpose: 'login', emailIndex: account.emailIndex, code }, ask)))
      refuse('code-invalid', 'ask for another one, with the present address and the purpose `login`');
    return c.json({ expiresIn: limits.codeMs / 1000 }, 202);
  });

  api.openapi(confirmRoute, async (c) => {
    keepNoAnswer(c);
    const done = await changeByCode(parts, ownId(c), c.req.valid('json'), said(c));
    if (done === undefined) return refuse('code-invalid', 'ask for another one');
    return c.json(stateView(done.state, done.version), 200, { ETag: etagOf(done.version) });
  });
}
