/** The commands of a resource: one decision on one aggregate each, answered with the item that it leads to. */
import { randomUUIDv7 } from 'node:crypto';
import type { StateTable, Table } from '@quickmart/projections';
import type { Aggregate, Command, Decided, EventMap, EventStore, NewEventOf } from '@quickmart/streams';
import type { z } from 'zod';
import type { Access } from '../auth/access.ts';
import { idParam, json, jsonBody, type ProblemResponse } from '../document/openapi.ts';
import type { ServiceContext } from '../http/context.ts';
import { respond } from '../http/respond.ts';
import { type Shown, shownState } from '../http/shown.ts';
import type { Api } from './api.ts';
import { camel, type Names } from './names.ts';
import { demandOwner, type OwnerCheck } from './owner.ts';
import { serveRoute, type Words } from './route.ts';

type Target = { id: string; version: number; c: ServiceContext };

/** What a command does: a decision, or anything that ends in one. */
type Effect<State, Events extends EventMap, Input> =
  | { decide(state: State, input: Input, target: Target): readonly NewEventOf<Events>[]; run?: never }
  | {
      run(id: string, input: Input, command: Command<State>, c: ServiceContext): Promise<Decided<State>>;
      decide?: never;
    };

export type CommandRoute<State, Events extends EventMap, Body extends z.ZodType> = Words & {
  access: Access;
  summary: string;
  body?: Body;
  /** By default 201 of what creates, else 200. */
  status?: 200 | 201 | 202;
  /** The problems of the decision: `errors('review-exists')`. */
  responses?: Readonly<Record<number, ProblemResponse>>;
  /** What has to be done with the input before the decision, such as sealing personal data. */
  prepare?(input: z.output<Body>, id: string): Promise<z.output<Body>>;
} & Effect<State, Events, z.output<Body>>;

export type CreateRoute<State, Events extends EventMap, Body extends z.ZodType> = CommandRoute<
  State,
  Events,
  Body
> & {
  /** Of what there may be already; by default a new one. */
  id?(input: z.output<Body>): string | Promise<string>;
  /** Values that belong to one aggregate of the category only. */
  claims?(input: z.output<Body>): NonNullable<Command['claims']>;
};

/** `path`: behind that of the item; `''`: the item itself. */
type Add<State, Events extends EventMap> = <Body extends z.ZodType>(
  path: string,
  route: CommandRoute<State, Events, Body>,
) => void;

export type Commands<State, Events extends EventMap, Item> = {
  create<Body extends z.ZodType>(route: CreateRoute<State, Events, Body>): void;
  post: Add<State, Events>;
  put: Add<State, Events>;
  patch: Add<State, Events>;
  delete: Add<State, Events>;
  /** The item of a state, for routes that are stated another way. */
  view(id: string): (state: State, version: number) => Item;
};

export type CommandOptions<State, Events extends EventMap, T extends Table, Item> = {
  path: string;
  id: z.ZodType<string> | undefined;
  shape: z.ZodType<Item>;
  readModel: StateTable<State, Events, T>;
  aggregate: Aggregate<State, Events>;
  tag: string;
  names: Names;
  owner: string | undefined;
  checkOwner: OwnerCheck;
  view(row: Shown<T>): Item;
};

type AnyCommand = CreateRoute<never, EventMap, z.ZodType>;
type Kind = { method: 'post' | 'put' | 'patch' | 'delete'; path: string; verb: string; isNew: boolean };

export function commandRoutes<State, Events extends EventMap, T extends Table, Item extends object>(
  api: Api,
  store: EventStore,
  options: CommandOptions<State, Events, T, Item>,
): Commands<State, Events, Item> {
  const { path, readModel } = options;
  const [key = ''] = readModel.table.primaryKey;
  const view = (id: string) => (state: State, version: number) =>
    options.view(shownState(readModel, state, id, version));
  const params = idParam(key, options.id);
  const known = { ...options, key, params, view } as unknown as Known<Item>;
  const add = (kind: Kind, route: AnyCommand) => addRoute(api, store, known, kind, route);
  const verb =
    (method: Kind['method'], usual: string): Add<State, Events> =>
    (below, route) =>
      add(
        {
          method,
          path: `${path}/{${key}}${below === '' ? '' : `/${below}`}`,
          verb: camel(below || usual),
          isNew: false,
        },
        route as AnyCommand,
      );
  return {
    create: (route) => add({ method: 'post', path, verb: 'create', isNew: true }, route as AnyCommand),
    post: verb('post', 'change'),
    put: verb('put', 'replace'),
    patch: verb('patch', 'update'),
    delete: verb('delete', 'remove'),
    view,
  };
}

type Known<Item> = {
  shape: z.ZodType<Item>;
  aggregate: Aggregate<never, EventMap>;
  tag: string;
  names: Names;
  key: string;
  params: z.ZodObject;
  owner: string | undefined;
  checkOwner: OwnerCheck;
  view(id: string): (state: never, version: number) => Item;
};

function addRoute<Item extends object>(
  api: Api,
  store: EventStore,
  { shape, aggregate, tag, names, key, params, owner, checkOwner, view }: Known<Item>,
  { method, path, verb, isNew }: Kind,
  route: AnyCommand,
): void {
  const {
    body,
    status = isNew ? 201 : 200,
    responses = {},
    decide,
    run,
    id,
    claims,
    prepare,
    ...rest
  } = route;
  const { answer = isNew ? `The new ${names.one}` : `The ${names.one}`, ...words } = rest;
  const declared = {
    method,
    path,
    operationId: `${verb}${names.id}`,
    tags: [tag],
    request: { ...(!isNew && { params }), ...(body && { body: jsonBody(body) }) },
    responses: { [status]: json(shape, answer), ...responses },
    ...words,
  };
  if (!isNew) demandOwner(path, owner, [words]);
  const idOf = (input: unknown) => id?.(input) ?? randomUUIDv7();
  // A new id has no history to be loaded.
  const expected = isNew && id === undefined ? { expectedVersion: 0 } : {};
  serveRoute(api, declared, async (c, { param, json }) => {
    const target: string = isNew ? await idOf(json) : param[key];
    if (!isNew) await checkOwner(c, target);
    const input = prepare ? await prepare(json, target) : json;
    const effect = (command: Command<never>) =>
      run
        ? run(target, input, command, c)
        : store.decide(
            aggregate,
            target,
            (state, version) => decide(state, input, { id: target, version, c }),
            {
              ...command,
              ...expected,
              ...(claims && { claims: claims(input) }),
            },
          );
    const location = () => `${path}/${target}`;
    return await respond(c, status, view(target), effect, isNew ? { location } : {});
  });
}
