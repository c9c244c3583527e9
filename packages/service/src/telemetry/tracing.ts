/**
 * Traces of OpenTelemetry, where `OTEL_EXPORTER_OTLP_ENDPOINT` says where they go. Without it nothing of the SDK is
 * loaded, and spans cost nothing.
 */
import type { Tracing, TracingOptions } from './sdk.ts';

const off: Tracing = { stop: async () => {} };

/** @throws ConfigError */
export async function startTracing(options: TracingOptions): Promise<Tracing> {
  const { env } = options;
  const endpoint = env.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT || env.OTEL_EXPORTER_OTLP_ENDPOINT;
  if (!endpoint || env.OTEL_SDK_DISABLED === 'true') return off;
  const { openSdk } = await import('./sdk.ts');
  return openSdk(options);
}
