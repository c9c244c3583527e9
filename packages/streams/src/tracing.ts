/**
 * Spans, and the trace context that travels in `meta.traceparent`. Through `@opentelemetry/api` only: without an SDK in
 * the process all of it does nothing.
 */
import {
  context,
  INVALID_TRACEID,
  propagation,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';

const tracer = trace.getTracer('@quickmart/streams');
type Attributes = Record<string, string | number>;

/** Runs something in a span; `parent`: the `traceparent` of the event that it is about. */
export function inSpan<Result>(
  name: string,
  options: { kind: SpanKind; attributes: Attributes; parent?: string | undefined },
  run: () => Promise<Result>,
): Promise<Result> {
  const { kind, attributes, parent } = options;
  const from =
    parent === undefined ? context.active() : propagation.extract(context.active(), { traceparent: parent });
  const span = tracer.startSpan(name, { kind, attributes }, from);
  // No SDK in the process: nothing to record, nothing to hand on.
  if (!span.isRecording() && span.spanContext().traceId === INVALID_TRACEID) return run();
  return context.with(trace.setSpan(from, span), () => ended(span, run));
}

async function ended<Result>(span: Span, run: () => Promise<Result>): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    span.recordException(error as Error);
    span.setStatus({ code: SpanStatusCode.ERROR });
    throw error;
  } finally {
    span.end();
  }
}

/** The meta of an event that is appended now: with the active trace, or the one it came with. */
export function traced<Meta extends { traceparent?: string | undefined }>(meta: Meta): Meta {
  const carrier: { traceparent?: string } = {};
  propagation.inject(context.active(), carrier);
  return carrier.traceparent === undefined ? meta : { ...meta, traceparent: carrier.traceparent };
}

export { SpanKind };
