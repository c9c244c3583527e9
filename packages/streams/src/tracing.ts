/**
 * Spans, and the trace context that travels in `meta.traceparent`. Through `@opentelemetry/api` only: without an SDK in
 * the process all of it does nothing.
 *
 * An error is told by its kind only: its text may hold what a person has written. The line in the log has it, and the id
 * of the trace.
 */
import {
  type Context,
  context,
  createContextKey,
  propagation,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';
import { conventions } from './conventions.ts';

/** Asked each time: one that is kept would stay with the first SDK of the process. */
const tracer = () => trace.getTracer('@quickmart/streams');
type Attributes = Record<string, string | number>;
/** Headers, or the meta of an event: what a trace goes on by. */
export type Carrier = { traceparent?: string | undefined };

export type SpanOptions = {
  kind: SpanKind;
  /** Asked only where there is a span that is sampled. */
  attributes: () => Attributes;
  /** The `traceparent` of the event that it is about. Without: part of the span around it. */
  parent?: string | undefined;
  /** Whose work it is, from here on; several services may share a process. Without: as in the span around it. */
  service?: string | undefined;
  /** Of what is thrown: an answer, which the span has, and no failure. */
  isRefusal?: (error: unknown) => boolean;
};

const serviceKey = createContextKey('quickmart.service');

/** Whose work is done in this context, for the SDK. */
export const serviceIn = (from: Context): string | undefined =>
  from.getValue(serviceKey) as string | undefined;

/** Runs something that no request, event or timer begins. */
export const asService = <Result>(service: string, run: () => Result): Result =>
  context.with(context.active().setValue(serviceKey, service), run);

/** False without an SDK in this process: then nothing hands a trace on. */
export const isTracing = (): boolean => propagation.fields().length > 0;

const begun = (from: Context, { parent, service }: Pick<SpanOptions, 'parent' | 'service'>): Context => {
  const named = service === undefined ? from : from.setValue(serviceKey, service);
  return parent === undefined ? named : propagation.extract(named, { traceparent: parent });
};

/** Runs something in a span. Where nothing is traced, `run` gets no span. */
export async function inSpan<Result>(
  name: string,
  options: SpanOptions,
  run: (span?: Span) => Promise<Result>,
): Promise<Result> {
  if (!isTracing()) return await run();
  const from = begun(context.active(), options);
  const span = tracer().startSpan(name, { kind: options.kind }, from);
  if (span.isRecording()) span.setAttributes(options.attributes());
  return await context.with(trace.setSpan(from, span), () => ended([span], () => run(span), options));
}

/** A span for each of these events: they begin and end together, each in the trace of its event. Those of unsampled traces are left out. */
export async function inSpans<Of extends { meta: Carrier }, Result>(
  events: readonly Of[],
  spanOf: (event: Of) => { name: string } & Omit<SpanOptions, 'parent' | 'isRefusal'>,
  run: () => Promise<Result>,
): Promise<Result> {
  if (!isTracing()) return await run();
  const spans = events
    .filter(({ meta }) => isSampled(meta.traceparent))
    .map((event) => {
      const { name, kind, attributes, service } = spanOf(event);
      const from = begun(context.active(), { parent: event.meta.traceparent, service });
      return tracer().startSpan(name, { kind, attributes: attributes() }, from);
    });
  return await ended(spans, run);
}

/** Its last bit says so: `00-<trace>-<span>-01`. */
const isSampled = (traceparent: string | undefined): boolean =>
  traceparent !== undefined && (Number.parseInt(traceparent.slice(-2), 16) & 1) === 1;

async function ended<Result>(
  spans: readonly Span[],
  run: () => Promise<Result>,
  { isRefusal = () => false }: Pick<SpanOptions, 'isRefusal'> = {},
): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    for (const span of spans) {
      if (isRefusal(error)) span.setAttribute(conventions.refusal, kindOf(error));
      else failed(span, error);
    }
    throw error;
  } finally {
    for (const span of spans) span.end();
  }
}

/** For log lines about an event, which are written outside of its span; by the name that log stores know. */
export const traceIdOf = ({ traceparent }: Carrier): { trace_id: string | undefined } => ({
  trace_id: traceparent?.split('-')[1],
});

/** Marks a span as failed, by the kind of the error. */
export function failed(span: Span, error: unknown): void {
  span.setAttribute(conventions.errorType, kindOf(error));
  span.setStatus({ code: SpanStatusCode.ERROR });
}

function kindOf(error: unknown): string {
  const { name, code } = error as { name?: string; code?: string };
  return code ?? name ?? 'Error';
}

/** What is sent or appended now: with the active trace, or with the one that it came with. */
export function traced<Sent extends Carrier>(sent: Sent): Sent {
  const carrier: Carrier = {};
  propagation.inject(context.active(), carrier);
  return carrier.traceparent === undefined ? sent : { ...sent, traceparent: carrier.traceparent };
}

export { SpanKind };
