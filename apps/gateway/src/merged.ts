/** The documents of all services as one: for `/docs`, for generators, and for the typed client. */
import { errorsOf, type Response, share, type Tag } from '@quickmart/service';
import { problems } from './problems.ts';

type Schema = { properties?: Record<string, Schema>; enum?: readonly unknown[]; [keyword: string]: unknown };
export type Operation = {
  operationId: string;
  tags?: readonly string[];
  requestBody?: { content?: Record<string, unknown> };
  responses: Record<string, Response>;
  [field: string]: unknown;
};
export type Document = {
  openapi: string;
  info: { title: string; version: string; description: string };
  tags: readonly Tag[];
  paths: Record<string, Record<string, Operation>>;
  components: Record<string, Record<string, Schema>> & { responses?: Record<string, Response> };
  [field: string]: unknown;
};

/**
 * `own`: of the gateway itself; what it says of itself is said of all.
 * @throws Error where two services say different things under one name
 */
export function mergedDocument(own: Document, documents: ReadonlyMap<string, Document>): Document {
  const paths = structuredClone(own.paths);
  const components: Document['components'] = structuredClone(own.components);
  const tags = new Map(own.tags.map((tag) => [tag.name, tag]));
  for (const [service, document] of documents) {
    for (const path of Object.keys(document.paths)) addPath(paths, path, document, service);
    // The answers are other ones here: see responsesOf.
    const { responses: _, ...sections } = document.components;
    for (const [section, named] of Object.entries(sections))
      addComponents(components, section, named, service);
    for (const tag of document.tags) if (!tags.has(tag.name)) tags.set(tag.name, tag);
  }
  const byName = [...tags.values()].sort((one, other) => one.name.localeCompare(other.name, 'en'));
  const merged = { ...own, tags: byName, paths, components };
  share(merged);
  return merged;
}

const isProbe = (path: string): boolean => path === '/livez' || path === '/readyz';

/** What every service has in the same words: its path names the service. */
const isOfEvery = (path: string): boolean => path.includes('/{service}/');

function addPath(paths: Document['paths'], path: string, document: Document, service: string) {
  if (isProbe(path) || (isOfEvery(path) && paths[path] !== undefined)) return;
  const known = paths[path] ?? {};
  paths[path] = known;
  for (const [method, operation] of Object.entries(document.paths[path] ?? {})) {
    if (known[method]) throw new Error(`${service} has ${method} ${path}, which another service has, too`);
    known[method] = { ...operation, responses: responsesOf(operation, document, method !== 'get') };
  }
}

const errors = errorsOf(problems);
const ofAll = errors('host-unknown', 'service-failed', 'service-late');
const ofWrites = errors('cross-site-write');

/** What the service answers, written out, and what the gateway may say in its place. */
function responsesOf({ responses }: Operation, { components }: Document, isWrite: boolean) {
  const all: Operation['responses'] = {};
  for (const [status, response] of Object.entries(responses))
    all[status] = components.responses?.[nameIn(response)] ?? response;
  // Every answer has it.
  const { 'X-Correlation-Id': id } = Object.values(all)[0]?.headers ?? {};
  const headers = id && { 'X-Correlation-Id': id };
  for (const [status, added] of Object.entries<Response>({ ...ofAll, ...(isWrite && ofWrites) }))
    all[status] = united(all[status], headers ? { ...added, headers } : added);
  return all;
}

const nameIn = ({ $ref = '' }: Response): string => $ref.replace('#/components/responses/', '');

const type = 'application/problem+json';

function united(there: Response | undefined, added: Response): Response {
  if (there === undefined) return added;
  const examples = { ...there.content?.[type]?.examples, ...added.content?.[type]?.examples };
  const content = { ...there.content, [type]: { ...added.content?.[type], examples } };
  return { ...there, description: `${there.description} · ${added.description}`, content };
}

function addComponents(
  components: Document['components'],
  section: string,
  added: Record<string, Schema>,
  service: string,
): void {
  const known = components[section] ?? {};
  components[section] = known;
  for (const [name, component] of Object.entries(added)) {
    const there = known[name];
    if (there === undefined) known[name] = component;
    else if (name === 'Problem') addProblem(there, component);
    else if (section === 'securitySchemes') addScopes(there, component);
    else if (JSON.stringify(there) !== JSON.stringify(component))
      throw new Error(`${service} has another ${name} than a service before it: rename one of them`);
  }
}

type Flows = { clientCredentials: { tokenUrl: string; scopes: Record<string, string> } };

/** Each service names the scopes that it asks for; and a token comes from here. */
function addScopes(all: Schema, { flows }: Schema): void {
  if (flows === undefined) return;
  const [{ clientCredentials: known }, { clientCredentials: added }] = [all.flows as Flows, flows as Flows];
  const scopes = Object.fromEntries(Object.entries({ ...known.scopes, ...added.scopes }).sort());
  all.flows = { clientCredentials: { tokenUrl: '/oauth/token', scopes } };
}

/** Each service has the codes that it answers with; together they have all of them. */
function addProblem(all: Schema, { properties = {} }: Schema): void {
  const codes = [...(all.properties?.code?.enum ?? []), ...(properties.code?.enum ?? [])];
  const code = { ...all.properties?.code, enum: [...new Set(codes)] };
  all.properties = { ...properties, ...all.properties, code };
}
