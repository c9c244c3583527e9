/**
 * Traces of OpenTelemetry, where `OTEL_EXPORTER_OTLP_ENDPOINT` says where they go. Without it nothing of the SDK is
 * loaded, and spans cost nothing.
 */
import type { Logger } from 'pino';
import type { Env } from '../process/config.ts';

export type Tracing = { stop(): Promise<void> };

/** `name`: of the process. `isShared`: several services are in it, and each has its own name in traces. */
export type TracingOptions = { env: Env; name: string; isShared: boolean; logger: Logger };

const off: Tracing = { stop: async () => {} };

/** @throws ConfigError */
export async function startTracing(options: TracingOptions): Promise<Tracing> {
  const { env } = options;
  const endpoint = env.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT || env.OTEL_EXPORTER_OTLP_ENDPOINT;
  if (!endpoint || env.OTEL_SDK_DISABLED === 'true') return off;
  const { openSdk } = await import('./sdk.ts');
  return openSdk(options);
}
