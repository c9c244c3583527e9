/** `/metrics` for Prometheus: the process, the requests by route, and gauges of the app read at scrape time. */
import type { Hono } from 'hono';
import type { Logger } from 'pino';
import { collectDefaultMetrics, Gauge, Histogram, type Metric, Registry } from 'prom-client';
import type { Observe, ServiceEnv } from '../http/context.ts';
import { reasonOf } from '../process/reason.ts';
import type { Gauges } from '../process/watched.ts';

/** Of the process: measured once, and shown by every service in it. */
let ofProcess: Registry | undefined;

function processMetrics() {
  if (ofProcess === undefined) {
    ofProcess = new Registry();
    collectDefaultMetrics({ register: ofProcess });
  }
  return ofProcess.getMetricsAsArray() as unknown as Metric[];
}

/** Registers everything in a registry of this service's own, and serves it. Returns what requests are observed with. */
export function mountMetrics(api: Hono<ServiceEnv>, name: string, gauges: Gauges, logger: Logger): Observe {
  const registry = new Registry();
  registry.setDefaultLabels({ service: name });
  for (const metric of processMetrics()) registry.registerMetric(metric);
  const durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Duration of HTTP requests by route, method and status',
    labelNames: ['route', 'method', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  });
  for (const [gaugeName, gauge] of Object.entries(gauges)) addGauge(registry, gaugeName, gauge, logger);
  api.get('/metrics', async (c) =>
    c.body(await registry.metrics(), 200, { 'Content-Type': registry.contentType }),
  );
  return ({ route, method, status, seconds }) => durations.observe({ route, method, status }, seconds);
}

function addGauge(
  registry: Registry,
  name: string,
  { help, labels = [], read }: Gauges[string],
  logger: Logger,
): void {
  new Gauge({
    name,
    help,
    labelNames: [...labels],
    registers: [registry],
    async collect() {
      this.reset();
      try {
        for (const { labels: of = {}, value } of await read()) this.set(of, value);
      } catch (error) {
        logger.debug({ gauge: name, reason: reasonOf(error) }, 'a gauge could not be read');
      }
    },
  });
}
