/** The span of a request at a service, and how it goes on to the next one. */
import { trace } from '@opentelemetry/api';
import { conventions, inSpan, isTracing, SpanKind, traced } from '@quickmart/streams';

/** `Bindings`: what the server tells beside the request. */
type Served<Bindings> = (request: Request, bindings: Bindings) => Response | Promise<Response>;

const probe = /\/(?:livez|readyz|metrics)$/;
const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** A label takes few values: a made-up method must not become a new time series. */
export const methodLabel = (method: string): string => (methods.has(method) ? method : 'other');
/** The same for spans, in OpenTelemetry's words. */
const methodIn = (method: string) =>
  methods.has(method) ? { name: method, value: method } : { name: 'HTTP', value: '_OTHER' };

/** Each request is a span of this service: part of the trace around it, else of the one that its `traceparent` names. */
export const inServerSpans =
  <Bindings>(fetch: Served<Bindings>, service: string): Served<Bindings> =>
  (request, bindings) => {
    if (!isTracing() || probe.test(request.url)) return fetch(request, bindings);
    const sent = request.headers.get('traceparent') ?? undefined;
    const method = methodIn(request.method);
    const options = {
      kind: SpanKind.SERVER,
      attributes: () => ({
        [conventions.httpMethod]: method.value,
        [conventions.urlScheme]: request.url.split(':', 1)[0]!,
      }),
      parent: trace.getActiveSpan() === undefined ? sent : undefined,
      service,
    };
    return inSpan(method.name, options, async () => await fetch(request, bindings));
  };

/** The route of what no pattern is for. */
export const noRoute = 'none';
export type Answered = { route: string; method: string; status: number; correlationId: string | undefined };

/** The span of a request gets its name when the route is known. Never the address: it may hold what a person has typed. */
export function nameServerSpan({ route, method, status, correlationId }: Answered): void {
  const span = isTracing() ? trace.getActiveSpan() : undefined;
  if (!span?.isRecording()) return;
  if (route !== noRoute) {
    span.updateName(`${methodIn(method).name} ${route}`);
    span.setAttribute(conventions.httpRoute, route);
  }
  span.setAttribute(conventions.httpStatus, status);
  if (correlationId !== undefined) span.setAttribute(conventions.correlationId, correlationId);
  if (status >= 500) span.setAttribute(conventions.errorType, `${status}`).setStatus({ code: 2 });
}

/** A call of another service, over HTTP: `send` gets the headers by which the trace goes on there. */
export function inClientSpan(
  method: string,
  url: URL,
  send: (headers: Record<string, string>) => Promise<Response>,
): Promise<Response> {
  if (!isTracing()) return send({});
  const options = {
    kind: SpanKind.CLIENT,
    attributes: () => ({
      [conventions.httpMethod]: methodIn(method).value,
      [conventions.serverAddress]: url.hostname,
      [conventions.serverPort]: Number(url.port || (url.protocol === 'https:' ? 443 : 80)),
    }),
  };
  return inSpan(methodIn(method).name, options, async (span) => {
    const { traceparent } = traced({ traceparent: undefined });
    const answer = await send(traceparent === undefined ? {} : { traceparent });
    span?.setAttribute(conventions.httpStatus, answer.status);
    // 4xx is an answer, as at the service that gives it.
    if (answer.status >= 500)
      span?.setAttribute(conventions.errorType, `${answer.status}`).setStatus({ code: 2 });
    return answer;
  });
}
