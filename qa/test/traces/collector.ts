/** A receiver of traces, as a collector is one: OTLP over HTTP, in JSON. */
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

type Value = { stringValue?: string; intValue?: number | string; boolValue?: boolean; doubleValue?: number };
type Attribute = { key: string; value: Value };
type Sent = {
  resourceSpans: {
    resource: { attributes: Attribute[] };
    scopeSpans: { spans: OtlpSpan[] }[];
  }[];
};
type OtlpSpan = {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  kind: number;
  attributes: Attribute[];
  status: { code?: number };
};

export type SeenSpan = Omit<OtlpSpan, 'attributes'> & {
  service: string;
  attributes: Record<string, string | number | boolean | undefined>;
};

export type Collector = {
  /** For `OTEL_EXPORTER_OTLP_ENDPOINT`. */
  url: string;
  /** Everything that came, as it came. */
  texts: string[];
  /** The headers of each request. */
  headers: IncomingMessage['headers'][];
  spans(traceId: string): SeenSpan[];
  close(): Promise<void>;
};

export async function startCollector(): Promise<Collector> {
  const texts: string[] = [];
  const headers: IncomingMessage['headers'][] = [];
  const all: SeenSpan[] = [];
  const server = createServer(async (request, response) => {
    const sent = (await json(request)) as Sent;
    if (request.url !== '/v1/traces') return void response.writeHead(404).end();
    headers.push(request.headers);
    texts.push(JSON.stringify(sent));
    all.push(...spansIn(sent));
    response.writeHead(200, { 'Content-Type': 'application/json' }).end('{}');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url, texts, headers, spans: (id) => all.filter(({ traceId }) => traceId === id), close };
}

const spansIn = ({ resourceSpans }: Sent): SeenSpan[] =>
  resourceSpans.flatMap(({ resource, scopeSpans }) => {
    const service = String(valuesOf(resource.attributes)['service.name']);
    return scopeSpans.flatMap(({ spans }) =>
      spans.map((span) => ({ ...span, service, attributes: valuesOf(span.attributes) })),
    );
  });

const valuesOf = (attributes: readonly Attribute[]): SeenSpan['attributes'] =>
  Object.fromEntries(
    attributes.map(({ key, value }) => [
      key,
      value.stringValue ??
        value.boolValue ??
        value.doubleValue ??
        (value.intValue === undefined ? undefined : Number(value.intValue)),
    ]),
  );

/** The tree below a span, a line each, indented; for people, and for comparing. */
export function drawn(spans: readonly SeenSpan[], root: string): string[] {
  const below = Map.groupBy(spans, ({ parentSpanId }) => parentSpanId);
  const draw = (id: string, indent: string): string[] =>
    (below.get(id) ?? []).flatMap(({ service, name, spanId }) => [
      `${indent}${service}: ${name}`,
      ...draw(spanId, `${indent}  `),
    ]);
  return draw(root, '');
}
