/** The standard variables of OpenTelemetry that its SDK leaves to whoever starts it. The exporter reads `OTEL_EXPORTER_OTLP_…` itself. */
import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  ParentBasedSampler,
  type Sampler,
  TraceIdRatioBasedSampler,
} from '@opentelemetry/sdk-trace';
import { ConfigError, type Env } from '../process/config.ts';

const parentBased = (root: Sampler): Sampler => new ParentBasedSampler({ root });
const samplers: Record<string, (ratio: number) => Sampler> = {
  always_on: () => new AlwaysOnSampler(),
  always_off: () => new AlwaysOffSampler(),
  traceidratio: (ratio) => new TraceIdRatioBasedSampler(ratio),
  parentbased_always_on: () => parentBased(new AlwaysOnSampler()),
  parentbased_always_off: () => parentBased(new AlwaysOffSampler()),
  parentbased_traceidratio: (ratio) => parentBased(new TraceIdRatioBasedSampler(ratio)),
};

/** Which traces are recorded. @throws ConfigError */
export function samplerOf(env: Env): Sampler {
  const name = env.OTEL_TRACES_SAMPLER?.trim() || 'parentbased_always_on';
  const make = samplers[name];
  if (make === undefined)
    throw new ConfigError(`OTEL_TRACES_SAMPLER must be one of ${Object.keys(samplers).join(', ')}`);
  const text = env.OTEL_TRACES_SAMPLER_ARG?.trim() || '1';
  const ratio = Number(text);
  if (!(ratio >= 0 && ratio <= 1))
    throw new ConfigError('OTEL_TRACES_SAMPLER_ARG must be a number between 0 and 1');
  return make(ratio);
}

/** How many spans wait, and how long. What comes above the largest queue is dropped: memory is bounded. @throws ConfigError */
export const batchingOf = (env: Env) => ({
  scheduledDelayMillis: number(env, 'OTEL_BSP_SCHEDULE_DELAY', 5_000),
  maxQueueSize: number(env, 'OTEL_BSP_MAX_QUEUE_SIZE', 2_048),
  maxExportBatchSize: number(env, 'OTEL_BSP_MAX_EXPORT_BATCH_SIZE', 512),
  exportTimeoutMillis: number(env, 'OTEL_BSP_EXPORT_TIMEOUT', 30_000),
});

function number(env: Env, variable: string, usual: number): number {
  const text = env[variable]?.trim();
  if (!text) return usual;
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new ConfigError(`${variable} must be a whole number above 0`);
}
