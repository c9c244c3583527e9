/** A request on its way through the gateway. */
import type { HttpBindings } from '@hono/node-server';
import type { Owner } from './owners.ts';

export type Asked = HttpBindings & {
  request: Request;
  /** Decoded, without the query. */
  path: string;
  /** Whose path it is; undefined: of no service. */
  owner: Owner | undefined;
  /** The pattern of the path, for metrics and traces. */
  route: string;
  /** Headers of the gateway itself that are still to be said with the answer. */
  said: Readonly<Record<string, string>>;
};

/** The way of a request, or a part of it. */
export type Way = (asked: Asked) => Response | Promise<Response>;

/** For what is answered by Hono. */
export type FrontEnv = { Bindings: Asked };
