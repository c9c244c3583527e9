/**
 * What an operator sees of events and states. What is secret nobody sees. What is personal is shown as sealed, with what it is;
 * who may read the histories of the service sees it opened, as there.
 */
import type { RouteConfig } from '@hono/zod-openapi';
import { parseSealed, sealedInJson, secretNamesIn } from '@quickmart/contracts/personal';
import type { EventRegistry } from '@quickmart/contracts/registry';
import type { Api } from '../api/api.ts';
import type { Access } from '../auth/access.ts';
import { may } from '../auth/caller.ts';
import type { ServiceContext } from '../http/context.ts';
import type { AnyAggregate } from './steps.ts';

export class Sight {
  readonly #api: Api;
  readonly #secrets: ReadonlySet<string>;
  #scopes: readonly string[] | undefined;

  constructor(api: Api, aggregates: readonly AnyAggregate[], registry: EventRegistry) {
    this.#api = api;
    const types = aggregates.flatMap(({ evolve }) => Object.keys(evolve));
    const versions = types.flatMap((type) => registry.event(type)?.versions ?? []);
    this.#secrets = new Set(versions.flatMap(({ shape }) => secretNamesIn(shape)));
  }

  /** Of an answer to this caller: any JSON. */
  of<Value>(c: ServiceContext, value: Value): Value {
    const text = JSON.stringify(value, (name, one) => (this.#secrets.has(name) ? undefined : one));
    return JSON.parse(this.#opens(c) ? text : text.replaceAll(sealedInJson, asSealed)) as Value;
  }

  /** Whether a field of a state is secret, or stands in one that is; `path` as in `code.pin`. */
  isSecret(path: string): boolean {
    return path.split('.').some((name) => this.#secrets.has(name));
  }

  /** Whether they may read all histories of the service; what has none is opened for nobody. */
  #opens(c: ServiceContext): boolean {
    this.#scopes ??= historyScopes(this.#api);
    const caller = c.get('caller');
    return this.#scopes.length > 0 && this.#scopes.every((scope) => may(caller, scope));
  }
}

const asSealed = (_: string, text: string): string => JSON.stringify(`sealed: ${parseSealed(text)?.place}`);

const historyScopes = (api: Api): string[] =>
  api.openAPIRegistry.definitions.flatMap((definition) => {
    if (definition.type !== 'route' || !definition.route.path.endsWith('/history')) return [];
    const { access } = definition.route as RouteConfig & { access?: Access };
    return access !== undefined && 'scope' in access ? [access.scope] : [];
  });
