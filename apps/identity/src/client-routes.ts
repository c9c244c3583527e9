/** Machine clients: made, looked through, and revoked by staff. */
import { randomUUIDv7 } from 'node:crypto';
import {
  type Api,
  createRoute,
  json,
  jsonBody,
  keepNoAnswer,
  needs,
  resource,
  respond,
} from '@quickmart/service';
import { clientId, client as clientShape, clientWithSecret, errors, newClient } from './api.ts';
import { type ClientState, client, newSecret, register, revoke } from './client.ts';
import type { Parts } from './config.ts';
import { clientList } from './read-models.ts';
import { demandScopes } from './rights.ts';

const path = '/api/clients';
const access = needs('clients:write');

const createClientRoute = createRoute({
  method: 'post',
  path,
  operationId: 'createClient',
  access,
  tags: ['Clients'],
  summary: 'A machine client; its secret is in this answer and nowhere else',
  description: 'It gets its tokens at `POST /oauth/token`. Nobody gives rights that they do not have.',
  request: { body: jsonBody(newClient) },
  responses: { 201: json(clientWithSecret, 'The new client'), ...errors('rights-exceeded') },
});

export function clientRoutes(api: Api, parts: Parts): void {
  const clients = resource(api, parts, {
    path,
    id: clientId,
    shape: clientShape,
    readModel: clientList,
    access,
    view: ({ isRevoked, ...row }) => ({ ...row, scopes: [...row.scopes], revoked: isRevoked }),
    list: { summary: 'Machine clients, page by page', sort: ['createdAt'] },
    history: { summary: 'What happened to a client, oldest first' },
  });

  api.openapi(createClientRoute, async (c) => {
    keepNoAnswer(c);
    const input = c.req.valid('json');
    demandScopes(c.get('caller'), input.scopes);
    const [id, secret] = [randomUUIDv7(), newSecret()];
    const view = (state: ClientState, version: number) => ({ ...clients.view(id)(state, version), secret });
    return await respond(c, 201, view, (command) =>
      parts.store.decide(client, id, (state) => register(state, { ...input, secret }), {
        ...command,
        expectedVersion: 0,
      }),
    );
  });

  clients.delete('', {
    operationId: 'revokeClient',
    access,
    summary: 'Revoke a client: it gets no more tokens; the one that it has is valid for ten minutes at most',
    description: 'It stays in the list and in the history, and cannot be revived.',
    decide: revoke,
  });
}
