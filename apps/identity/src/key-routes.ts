/** For operators: a new signing key out of turn, as when somebody else may have the present one. */
import { type Api, createRoute, json, jsonBody, needs } from '@quickmart/service';
import { keyRotation, keySet } from './api.ts';
import type { Parts } from './config.ts';
import { said } from './said.ts';
import { keysId, signingKeys } from './signing-key.ts';

const rotateRoute = createRoute({
  method: 'post',
  path: '/api/signing-keys/rotate',
  operationId: 'rotateSigningKey',
  access: needs('operate'),
  tags: ['Tokens'],
  summary: 'A new signing key; with `replace`, the tokens of all others are worthless',
  description:
    'A new key signs in an hour, when whoever verifies knows it; until then there is no other new one. With `replace` it signs at once and the others are no longer ' +
    'published: services that have a copy of them take their tokens for ten minutes more.',
  request: { body: jsonBody(keyRotation) },
  responses: { 200: json(keySet, 'The keys that are published now') },
});

export function keyRoutes(api: Api, { store, keyRing }: Parts): void {
  api.openapi(rotateRoute, async (c) => {
    const command = said(c);
    const { state } = await store.read(signingKeys, keysId);
    if (c.req.valid('json').replace) await keyRing.replace(command);
    else await keyRing.rotate(state.keys.at(-1)?.kid, command);
    return c.json(await keyRing.jwks(), 200);
  });
}
