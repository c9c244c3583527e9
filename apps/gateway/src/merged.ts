/** The documents of all services as one: for `/docs`, for generators, and for the typed client. */
import { errorsOf } from '@quickmart/service';
import { problems } from './problems.ts';

type Schema = { properties?: Record<string, Schema>; enum?: readonly unknown[]; [keyword: string]: unknown };
type Answer = { description: string; headers?: object; content?: Record<string, { examples?: object }> };
export type Operation = {
  operationId: string;
  tags?: readonly string[];
  requestBody?: { content?: Record<string, unknown> };
  responses: Record<string, Answer>;
  [field: string]: unknown;
};
export type Document = {
  openapi: string;
  info: { title: string; version: string; description: string };
  tags: readonly { name: string; description: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: Record<string, Record<string, Schema>>;
  [field: string]: unknown;
};

/**
 * `own`: of the gateway itself; what it says of itself is said of all.
 * @throws Error where two services say different things under one name
 */
export function mergedDocument(own: Document, documents: ReadonlyMap<string, Document>): Document {
  const paths: Document['paths'] = { ...own.paths };
  const components: Document['components'] = structuredClone(own.components);
  const tags = new Map(own.tags.map((tag) => [tag.name, tag]));
  for (const [service, document] of documents) {
    for (const [path, item] of Object.entries(document.paths)) addPath(paths, path, item, service);
    for (const [section, named] of Object.entries(document.components))
      addComponents(components, section, named, service);
    for (const tag of document.tags) if (!tags.has(tag.name)) tags.set(tag.name, tag);
  }
  const byName = [...tags.values()].sort((one, other) => one.name.localeCompare(other.name, 'en'));
  return { ...own, tags: byName, paths, components };
}

const isProbe = (path: string): boolean => path === '/livez' || path === '/readyz';

/** What every service has in the same words: its path names the service. */
const isOfEvery = (path: string): boolean => path.includes('/{service}/');

function addPath(paths: Document['paths'], path: string, item: Record<string, Operation>, service: string) {
  if (isProbe(path) || (isOfEvery(path) && paths[path] !== undefined)) return;
  const known = paths[path] ?? {};
  paths[path] = known;
  for (const [method, operation] of Object.entries(item)) {
    if (known[method]) throw new Error(`${service} has ${method} ${path}, which another service has, too`);
    known[method] = withOwnProblems(operation, method !== 'get');
  }
}

const errors = errorsOf(problems);
const ofAll = errors('host-unknown', 'service-failed', 'service-late');
const ofWrites = errors('cross-site-write');

/** What the gateway may say in place of the service. */
function withOwnProblems(operation: Operation, isWrite: boolean): Operation {
  const responses = { ...operation.responses };
  for (const [status, added] of Object.entries<Answer>({ ...ofAll, ...(isWrite && ofWrites) }))
    responses[status] = united(responses[status], added, operation.responses['400']?.headers);
  return { ...operation, responses };
}

const type = 'application/problem+json';

function united(there: Answer | undefined, added: Answer, headers: object | undefined): Answer {
  if (there === undefined) return { ...added, ...(headers && { headers }) };
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
