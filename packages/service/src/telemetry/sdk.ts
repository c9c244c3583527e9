/**
 * OpenTelemetry's SDK, loaded only where traces are wanted. Spans are made by hand, in few places: no instrumentation
 * rewrites other packages. The services of a process share the queue and the exporter, and each has its own name.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type Context,
  context,
  diag,
  propagation,
  type Tracer,
  type TracerProvider as Tracers,
  trace,
} from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import {
  detectResources,
  type Resource,
  resourceAttributesEnvDetector,
  resourceFromAttributes,
} from '@opentelemetry/resources';
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import { conventions, serviceIn } from '@quickmart/streams';
import type { Logger } from 'pino';
import type { Env } from '../process/config.ts';
import { batchingOf, samplerOf } from './otel-settings.ts';
import { TellingExporter } from './telling-exporter.ts';

export type Tracing = { stop(): Promise<void> };

/** `name`: of the process. `release`: which build it is. `isShared`: several services are in it, and each has its own name in traces. */
export type TracingOptions = {
  env: Env;
  name: string;
  release: string;
  isShared: boolean;
  logger: Logger;
};

/** Of a stop: for the last spans to be sent. Where they cannot be, the process does not wait for it. */
const flushMs = 2_000;

/** From here on everything in this process is traced, until `stop`. @throws ConfigError */
export function openSdk(options: TracingOptions): Tracing {
  const { env, logger } = options;
  const sampler = samplerOf(env);
  const exporter = new TellingExporter(() => new OTLPTraceExporter(), logger);
  const processor = new BatchSpanProcessor({ exporter, ...batchingOf(env) });
  const resourceOf = resources(options);
  const providers = new Map<string, TracerProvider>();
  const providerOf = (service: string): TracerProvider => {
    const known = providers.get(service);
    if (known !== undefined) return known;
    const made = new TracerProvider({ sampler, resource: resourceOf(service), spanProcessors: [processor] });
    providers.set(service, made);
    return made;
  };
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  trace.setGlobalTracerProvider(tracers(providerOf, options.name));
  return { stop: () => stop(processor) };
}

/** A span belongs to the service in whose context it begins. */
function tracers(providerOf: (service: string) => TracerProvider, processName: string): Tracers {
  const of = (from: Context): Tracer => providerOf(serviceIn(from) ?? processName).getTracer('quickmart');
  const tracer: Tracer = {
    startSpan: (name, options, from = context.active()) => of(from).startSpan(name, options, from),
    startActiveSpan: (...given: unknown[]) =>
      (of(context.active()).startActiveSpan as (...all: unknown[]) => never)(...given),
  };
  return { getTracer: () => tracer };
}

/** `OTEL_SERVICE_NAME` names the one service of a process. Several have their own names, and it says what they are a part of. */
function resources({ env, release, isShared }: TracingOptions): (service: string) => Resource {
  const given = env.OTEL_SERVICE_NAME?.trim();
  const instance = randomUUID();
  const detected = detectResources({ detectors: [resourceAttributesEnvDetector] });
  return (service) =>
    resourceFromAttributes({
      [conventions.serviceInstance]: instance,
      [conventions.serviceVersion]: release,
    })
      .merge(resourceFromAttributes({ [conventions.serviceNamespace]: (isShared && given) || 'quickmart' }))
      .merge(detected)
      .merge(resourceFromAttributes({ [conventions.serviceName]: (!isShared && given) || service }));
}

async function stop(processor: BatchSpanProcessor): Promise<void> {
  await Promise.race([
    processor.shutdown().catch(() => undefined),
    sleep(flushMs, undefined, { ref: false }),
  ]);
  trace.disable();
  propagation.disable();
  context.disable();
  diag.disable();
}
