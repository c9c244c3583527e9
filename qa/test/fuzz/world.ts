/**
 * What one run knows of the system from the answers it got: ids, SKUs, versions, positions, cursors. Plans refer to it,
 * so that an update hits something that is there. Every run starts with the same few things of its own.
 */
import type { BodyPlan } from './body.ts';
import type { Operation } from './document.ts';
import type { HeaderValue } from './headers.ts';
import { type Answer, encoded, pathSafe, type WireRequest } from './http.ts';
import type { RequestPlan } from './request.ts';
import { type Kind, type Ref, write } from './value.ts';

/** Node refuses more than 16 KiB of headers before a service sees them; wire.test.ts goes there. */
const pathMax = 11_000;
const unknownId = '019a0000-0000-7000-8000-00000000dead';
/** Of other kinds: {@link unknownId}. */
const absent = new Map<Kind, string>([
  ['sku', 'UNKNOWN'],
  ['position', 'product.0@1-0'],
  ['cursor', 'WyJ4Il0'],
]);

export type Sent = WireRequest & {
  operation: Operation | undefined;
  /** The id in the path, where it is one that exists. */
  target: string | undefined;
  /** Undefined where the plan sent another one, that is not this request's alone. */
  correlationId: string | undefined;
};

export class World {
  readonly #name: string;
  readonly #known = new Map<Kind, string[]>();
  readonly #versions = new Map<string, number>();
  #requests = 0;

  constructor(name: string) {
    this.#name = name;
  }

  correlationId(): string {
    this.#requests += 1;
    return `${this.#name}-${this.#requests}`;
  }

  readonly resolve = ({ kind, nth, twist }: Ref): string => {
    const list = this.#known.get(kind) ?? [];
    const value = list.at(-1 - (nth % Math.max(1, list.length))) ?? absent.get(kind) ?? unknownId;
    return twist ? twist(value) : value;
  };

  knows(kind: Kind): boolean {
    return this.#known.has(kind);
  }

  learn(kind: Kind, value: unknown): void {
    if (typeof value !== 'string') return;
    const list = this.#known.get(kind) ?? [];
    this.#known.set(kind, [...list.filter((other) => other !== value), value]);
  }

  /** Everything in an answer that later requests can use. */
  learnFrom(operation: Operation, { headers }: Answer, body: unknown): void {
    this.learn('position', headers['event-position']);
    if (typeof body !== 'object' || body === null) return;
    const { id, productId, sku, version, nextCursor, data } = body as Record<string, unknown>;
    const [{ resource, isMadeHere }, key] = [operation, id ?? productId];
    this.learn(resource, key);
    // What is made by others' events, such as payments: a list tells of it.
    if (!isMadeHere && Array.isArray(data))
      for (const item of data as { id?: unknown }[]) this.learn(resource, item.id);
    if (resource === 'products') this.learn('sku', sku);
    this.learn('cursor', nextCursor);
    if (typeof key === 'string' && typeof version === 'number')
      this.#versions.set(`${resource} ${key}`, version);
  }

  /** The request as it goes over the wire. */
  wire(plan: RequestPlan, port: number): Sent {
    const { operation, params, query, body } = plan;
    const [target] = Object.values(params).map((value) => this.#text(value));
    const headers = plan.headers.map(([name, value]): [string, string] => [
      name,
      this.#header(value, operation, target),
    ]);
    const own = headers.some(([name]) => name === 'X-Correlation-Id' || name === 'traceparent');
    const correlationId = this.correlationId();
    const bytes = this.#bytes(body);
    const search = query.map(([name, value]) => `${encoded(name)}=${encoded(this.#text(value))}`).join('&');
    const path = operation.path.replaceAll(/\{[^}]+\}/g, pathSafe(target ?? ''));
    return {
      port,
      operation,
      target,
      method: operation.method,
      chunked: body.chunked,
      path: (search === '' ? path : `${path}?${search}`).slice(0, pathMax),
      headers: [
        ...(own ? [] : ([['X-Correlation-Id', correlationId]] as [string, string][])),
        ...headers,
        ...(bytes && body.type !== undefined ? ([['Content-Type', body.type]] as [string, string][]) : []),
        ...(bytes && body.encoding !== undefined
          ? ([['Content-Encoding', body.encoding]] as [string, string][])
          : []),
      ],
      body: bytes,
      correlationId: own ? undefined : correlationId,
    };
  }

  #text(value: string | Ref): string {
    return typeof value === 'string' ? value : this.resolve(value);
  }

  #header(value: HeaderValue, operation: Operation, target = ''): string {
    if (typeof value === 'string') return value;
    if ('version' in value)
      return `"${(this.#versions.get(`${operation.resource} ${target}`) ?? 1) + value.version}"`;
    return this.resolve(value);
  }

  #bytes({ content }: BodyPlan): Uint8Array | undefined {
    if (content === undefined) return undefined;
    if ('bytes' in content) return content.bytes;
    if ('text' in content) return Buffer.from(content.text);
    if ('lines' in content)
      return Buffer.from(content.lines.map((line) => write(line, this.resolve)).join('\n'));
    return Buffer.from(write(content.json, this.resolve));
  }
}
