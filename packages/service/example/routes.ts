/** HTTP in, one decision, HTTP out. */
import { randomUUIDv7 } from 'node:crypto';
import { history, page } from '@quickmart/contracts/shapes';
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
} from '@quickmart/service';
import type { EventStore } from '@quickmart/streams';
import { z } from 'zod';
import { add, addMug, type Mug, mug, mugShape, mugView, paint, paintMug } from './mug.ts';
import { errors } from './problems.ts';

/** The part of the read models that the routes use; a service takes it from @quickmart/projections. */
export type Mugs = {
  get(id: string): Mug | undefined;
  list(filter: { colour: string | undefined; limit: number }): Mug[];
  waitFor(position: string, timeoutMs: number): Promise<boolean>;
};

const tags = ['Mugs'];
const access = needs('mugs:write');

const addRoute = createRoute({
  method: 'post',
  path: '/api/mugs',
  operationId: 'addMug',
  access,
  tags,
  summary: 'Add a mug',
  request: { body: jsonBody(addMug) },
  responses: { 201: json(mugShape, 'The new mug') },
});

const getRoute = createRoute({
  method: 'get',
  path: '/api/mugs/{id}',
  operationId: 'getMug',
  access,
  tags,
  summary: 'One mug',
  request: { params: idParam(), query: itemQuery },
  responses: { 200: json(mugShape, 'The mug') },
});

const listRoute = createRoute({
  method: 'get',
  path: '/api/mugs',
  operationId: 'listMugs',
  access,
  tags,
  summary: 'Mugs, page by page',
  request: { query: listQuery(['createdAt', 'colour'], { colour: z.string().max(20).optional() }) },
  responses: { 200: json(page(mugShape).meta({ id: 'MugPage' }), 'One page') },
});

const paintRoute = createRoute({
  method: 'post',
  path: '/api/mugs/{id}/paint',
  operationId: 'paintMug',
  access,
  tags,
  summary: 'Paint a mug; white where no colour is given',
  request: { params: idParam(), body: jsonBody(paintMug) },
  responses: { 200: json(mugShape, 'The painted mug'), ...errors('colour-invisible') },
});

const patchRoute = createRoute({
  method: 'patch',
  path: '/api/mugs/{id}',
  operationId: 'changeMug',
  access,
  tags,
  summary: 'Change a mug',
  request: { params: idParam(), body: jsonBody(addMug) },
  responses: { 200: json(mugShape, 'The changed mug') },
});

const historyRoute = createRoute({
  method: 'get',
  path: '/api/mugs/{id}/history',
  operationId: 'getMugHistory',
  access,
  tags,
  summary: 'The events of a mug, oldest first',
  request: { params: idParam(), query: historyQuery },
  responses: { 200: json(history, 'The events') },
});

export function routes(api: Api, { store, mugs }: { store: EventStore; mugs: Mugs }): void {
  api.openapi(addRoute, (c) => {
    const id = randomUUIDv7();
    return respond(c, 201, mugView, (command) =>
      store.decide(mug, id, () => add(id, c.req.valid('json')), command),
    );
  });

  api.openapi(getRoute, (c) => {
    const { id } = c.req.valid('param');
    return readItem(c, (row: Mug) => row, {
      row: () => mugs.get(id),
      waitFor: mugs.waitFor,
      head: () => store.head('mug', id),
    });
  });

  api.openapi(listRoute, (c) => {
    const query = c.req.valid('query');
    const { limit } = pageOf(query);
    return c.json({ data: mugs.list({ colour: query.colour, limit }), nextCursor: null }, 200);
  });

  api.openapi(paintRoute, (c) => {
    const { id } = c.req.valid('param');
    const input = c.req.valid('json');
    return respond(c, 200, mugView, (command) =>
      store.decide(mug, id, (state) => paint(state, input), command),
    );
  });

  api.openapi(patchRoute, (c) => {
    const { id } = c.req.valid('param');
    const input = c.req.valid('json');
    return respond(c, 200, mugView, (command) =>
      store.decide(mug, id, (state) => paint(state, input), command),
    );
  });

  api.openapi(historyRoute, (c) =>
    readHistory(c, store, 'mug', c.req.valid('param').id, c.req.valid('query')),
  );
}
