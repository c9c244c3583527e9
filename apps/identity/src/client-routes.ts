/** Machine clients: made, looked through, and revoked by staff. */
import { randomUUIDv7 } from 'node:crypto';
import { history } from '@quickmart/contracts/shapes';
import {
  type Api,
  createRoute,
  historyQuery,
  itemQuery,
  json,
  jsonBody,
  keepNoAnswer,
  listQuery,
  needs,
  pageOf,
  readHistory,
  readItem,
  respond,
  waitForSent,
} from '@quickmart/service';
import { z } from 'zod';
import { clientId, clientPage, client as clientShape, clientWithSecret, errors, newClient } from './api.ts';
import { type ClientState, client, newSecret, register, revoke } from './client.ts';
import type { Parts } from './config.ts';
import { type ClientRow, clientOf, clients } from './read-models.ts';
import { demandScopes } from './rights.ts';
import { clientView } from './views.ts';

const tags = ['Clients'];
const path = '/api/clients';
const params = z.object({ id: clientId });
const access = needs('clients:write');
const one = { 200: json(clientShape, 'The client') };

const createClientRoute = createRoute({
  method: 'post',
  path,
  operationId: 'createClient',
  access,
  tags,
  summary: 'A machine client; its secret is in this answer and nowhere else',
  description: 'It gets its tokens at `POST /oauth/token`. Nobody gives rights that they do not have.',
  request: { body: jsonBody(newClient) },
  responses: { 201: json(clientWithSecret, 'The new client'), ...errors('rights-exceeded') },
});

const getRoute = createRoute({
  method: 'get',
  path: `${path}/{id}`,
  operationId: 'getClient',
  access,
  tags,
  summary: 'One client',
  request: { params, query: itemQuery },
  responses: one,
});

const listRoute = createRoute({
  method: 'get',
  path,
  operationId: 'listClients',
  access,
  tags,
  summary: 'Machine clients, page by page',
  request: { query: listQuery(['createdAt'], {}) },
  responses: { 200: json(clientPage, 'One page') },
});

const revokeRoute = createRoute({
  method: 'delete',
  path: `${path}/{id}`,
  operationId: 'revokeClient',
  access,
  tags,
  summary: 'Revoke a client: it gets no more tokens; the one that it has is valid for ten minutes at most',
  description: 'It stays in the list and in the history, and cannot be revived.',
  request: { params },
  responses: one,
});

const historyRoute = createRoute({
  method: 'get',
  path: `${path}/{id}/history`,
  operationId: 'getClientHistory',
  access,
  tags,
  summary: 'What happened to a client, oldest first',
  request: { params, query: historyQuery },
  responses: { 200: json(history, 'The events') },
});

const rowView = (row: ClientRow) => clientView(row.id, clientOf(row), row.version);

export function clientRoutes(api: Api, { store, readModels }: Parts): void {
  api.openapi(createClientRoute, async (c) => {
    keepNoAnswer(c);
    const input = c.req.valid('json');
    demandScopes(c.get('caller'), input.scopes);
    const [id, secret] = [randomUUIDv7(), newSecret()];
    const view = (state: ClientState, version: number) => ({ ...clientView(id, state, version), secret });
    return await respond(c, 201, view, (command) =>
      store.decide(client, id, (state) => register(state, { ...input, secret }), {
        ...command,
        expectedVersion: 0,
      }),
    );
  });

  api.openapi(getRoute, (c) => {
    const { id } = c.req.valid('param');
    return readItem(c, rowView, {
      row: () => readModels.get(clients, id),
      waitFor: (position, timeoutMs) => readModels.waitFor(position, timeoutMs),
      head: () => store.head('client', id),
    });
  });

  api.openapi(listRoute, async (c) => {
    if (!(await waitForSent(c, readModels))) c.header('Read-Model-Stale', 'true');
    const { rows, ...rest } = await readModels.list(clients, { ...pageOf(c.req.valid('query')), where: [] });
    return c.json({ data: rows.map(rowView), ...rest }, 200);
  });

  api.openapi(revokeRoute, (c) => {
    const { id } = c.req.valid('param');
    return respond(
      c,
      200,
      (state: ClientState, version) => clientView(id, state, version),
      (command) => store.decide(client, id, revoke, command),
    );
  });

  api.openapi(historyRoute, (c) => {
    const { id } = c.req.valid('param');
    return readHistory(c, store, 'client', id, c.req.valid('query'));
  });
}
