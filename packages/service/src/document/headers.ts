/**
 * What an operation is, as its path, method and schemas tell, and the headers that follow from it. A response header that
 * every such answer has is `required`; the others come where there is something to say.
 */
import { type Document, type Header, type Media, type Operation, type Parameter, resolved } from './types.ts';

export type Kind = {
  /** `/livez`, `/readyz`: nothing to send, nothing to refuse. */
  isProbe: boolean;
  isRead: boolean;
  isPost: boolean;
  /** Demands `If-Match`. */
  isChange: boolean;
  /** May send `If-Match`. */
  mayMatch: boolean;
  /** There is something in the path that may not exist. */
  isOfSomething: boolean;
  /** It waits for what the caller has seen. */
  waits: boolean;
  isItemRead: boolean;
  hasBody: boolean;
  /** Its body is of any size, and is taken line by line. */
  isStreamed: boolean;
  /** Its answer has a version. */
  isVersioned: boolean;
};

const changes = new Set(['patch', 'put', 'delete']);

export function kindOf(document: Document, method: string, path: string, operation: Operation): Kind {
  const { parameters = [], requestBody } = operation;
  const names = new Set(parameters.map(({ name }) => name));
  const inPath = parameters.filter((parameter) => parameter.in === 'path');
  const isRead = method === 'get';
  const isUnversioned = operation['x-unversioned'] === true;
  return {
    isProbe: !path.startsWith('/api/'),
    isRead,
    isPost: method === 'post',
    isChange: changes.has(method) && !isUnversioned,
    mayMatch:
      (method === 'post' || (isUnversioned && !isRead)) &&
      inPath.some(({ schema }) => schema?.format === 'uuid'),
    isOfSomething: inPath.length > 0,
    waits: isRead && (names.has('minVersion') || names.has('sort')),
    isItemRead: isRead && names.has('minVersion'),
    hasBody: requestBody !== undefined,
    isStreamed: requestBody?.content !== undefined && !('application/json' in requestBody.content),
    isVersioned: Object.entries(operation.responses).some(
      ([status, { content = {} }]) =>
        status.startsWith('2') && hasVersion(document, content['application/json']),
    ),
  };
}

const hasVersion = (document: Document, media: Media | undefined): boolean =>
  media?.schema !== undefined && 'version' in (resolved(document, media.schema).properties ?? {});

const header = (description: string, type: 'string' | 'integer' | 'boolean', example?: string | number) => ({
  description,
  schema: { type },
  ...(example === undefined ? {} : { example }),
});
const always = (one: Header): Header => ({ ...one, required: true });

/** Only what must be sent has an example of its own: Swagger UI sends it. */
const parameter = (name: string, description: string, example: string, required = false): Parameter => ({
  in: 'header',
  name,
  required,
  ...(required
    ? header(description, 'string', example)
    : header(`${description}; for instance \`${example}\``, 'string')),
});

const positionExample = 'product.3@1-42';

export function requestHeaders(kind: Kind): Parameter[] {
  const all: Parameter[] = [
    parameter('X-Correlation-Id', 'Given back, logged, and written into every event', 'checkout-4711'),
  ];
  if (kind.isProbe) return all;
  const add = (name: string, description: string, example: string, required = false) =>
    all.push(parameter(name, description, example, required));
  if (kind.waits || !kind.isRead)
    add('Event-Position', 'Wait up to 2 s until what was written there is known here', positionExample);
  if (kind.isItemRead) add('If-None-Match', 'The ETag of what is known already', '"7"');
  if (kind.isPost)
    add('Idempotency-Key', 'The same key and body give the first success again, for 24 h', 'order-4711');
  if (kind.isChange) add('If-Match', 'The ETag of the version to change; `*`: whichever it is', '"7"', true);
  if (kind.mayMatch) add('If-Match', 'If sent: the ETag of the version to change', '"7"');
  return all;
}

const etag = always(header('The version', 'string', '"7"'));
const replayed = header('`true`: the answer of an earlier request', 'boolean');
const keptStatuses = new Set(['409', '412', '422']);

const ofProblems: Record<string, Record<string, Header>> = {
  401: { 'WWW-Authenticate': always(header('How to ask: RFC 6750', 'string')) },
  403: { 'WWW-Authenticate': header('The scope that is missing: RFC 6750', 'string') },
  429: { 'Retry-After': always(header('Seconds to wait', 'integer', 1)) },
  503: { 'Retry-After': always(header('Seconds to wait', 'integer', 1)) },
};

export function responseHeaders(kind: Kind, status: string, isProblem: boolean): Record<string, Header> {
  const headers: Record<string, Header> = { 'X-Correlation-Id': always(header('Of this request', 'string')) };
  if (isProblem) Object.assign(headers, ofProblems[status]);
  if (kind.isProbe) return headers;
  if (kind.isPost && !kind.isStreamed && keptStatuses.has(status)) headers['Idempotency-Replayed'] = replayed;
  if (status === '304') headers.ETag = etag;
  return status.startsWith('2') ? { ...headers, ...successHeaders(kind, status) } : headers;
}

function successHeaders(kind: Kind, status: string): Record<string, Header> {
  const headers: Record<string, Header> = {};
  if (kind.waits) headers['Read-Model-Stale'] = header('`true`: older than what was asked for', 'boolean');
  if (kind.isItemRead || kind.isVersioned) headers.ETag = etag;
  if (kind.isRead) return headers;
  if (kind.isVersioned)
    headers['Event-Position'] = header('Where the event stands in the log', 'string', positionExample);
  if (status === '201') headers.Location = always(header('The address of what was created', 'string'));
  if (kind.isPost && !kind.isStreamed) headers['Idempotency-Replayed'] = replayed;
  return headers;
}
