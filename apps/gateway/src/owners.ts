/**
 * Which service a path belongs to, as the documents in the repository say: `apps/<service>/openapi.json`, and
 * `packages/service/openapi.json` for what every service has.
 */
import { readFileSync } from 'node:fs';
import { METHOD_NAME_ALL } from 'hono/router';
import { TrieRouter } from 'hono/router/trie-router';
import type { Document } from './merged.ts';

export type Owner = {
  service: string;
  /** As hono writes it: `/api/orders/:id`. */
  path: string;
  methods: readonly string[];
  /** Its methods whose body is of any size, and is taken as it comes. */
  streamed: ReadonlySet<string>;
};

/** What a service has for whoever watches over its process is not for the outside. */
const isPublic = (path: string): boolean => !['/livez', '/readyz', '/metrics'].includes(path);

const kept = (path: string): Document =>
  JSON.parse(readFileSync(new URL(`../../../${path}/openapi.json`, import.meta.url), 'utf8'));

/** As the service serves it. */
export function documentOf(service: string): Document {
  const [own, ofEvery] = [kept(`apps/${service}`), kept('packages/service')];
  const components: Document['components'] = { ...own.components };
  for (const [section, named] of Object.entries(ofEvery.components))
    components[section] = { ...named, ...components[section] };
  return { ...own, paths: { ...own.paths, ...ofEvery.paths }, components };
}

/** Those with more fixed parts come first: `/api/products/import` before `/api/products/{id}`, whoever has them. */
export function ownersOf(documents: ReadonlyMap<string, Document>): Owner[] {
  const owners = [...documents].flatMap(([service, { paths }]) =>
    Object.entries(paths)
      .filter(([path]) => isPublic(path))
      .map(([path, item]) => ownerOf(service, path, item)),
  );
  return owners.sort((one, other) => variables(one) - variables(other));
}

function ownerOf(service: string, path: string, item: Document['paths'][string]): Owner {
  const methods = Object.keys(item);
  const streamed = methods.filter((method) => {
    const content = item[method]?.requestBody?.content;
    return (
      content !== undefined &&
      !('application/json' in content) &&
      !('application/x-www-form-urlencoded' in content)
    );
  });
  return {
    service,
    // What every service has names the service.
    path: path.replace('{service}', service).replaceAll(/\{([^}]+)\}/g, ':$1'),
    methods: methods.map((method) => method.toUpperCase()),
    streamed: new Set(streamed.map((method) => method.toUpperCase())),
  };
}

/** Whose a path is. Of one that has not this method, the service says which it has. */
export function ownerIn(owners: readonly Owner[]): (method: string, path: string) => Owner | undefined {
  const router = new TrieRouter<Owner>();
  for (const owner of owners) for (const method of owner.methods) router.add(method, owner.path, owner);
  for (const owner of owners) router.add(METHOD_NAME_ALL, owner.path, owner);
  return (method, path) => router.match(method === 'HEAD' ? 'GET' : method, path)[0][0]?.[0];
}

const variables = ({ path }: Owner): number => path.split('/:').length;
