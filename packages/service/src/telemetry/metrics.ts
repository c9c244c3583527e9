/**
 * What `/metrics` shows of one service: its requests, appends and handlers, what its parts count, and gauges that are read
 * when they are scraped. Of the process it shows what one service of it is chosen to show: else a sum over the services of
 * a shared process would count it once for each.
 */
import type { AppendSeen, HandledSeen, Observer } from '@quickmart/streams';
import type { Logger } from 'pino';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { reasonOf } from '../process/reason.ts';
import type { Gauges } from '../process/watched.ts';

export type Request = { route: string; method: string; status: number; seconds: number };

const fast = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];
/** A time limit must not be a border: what is given up after 10 s takes a little more, and would look like a minute. */
const handling = [0.001, 0.005, 0.025, 0.1, 0.5, 2.5, 12, 60];
const batches = [1, 2, 5, 10, 25, 50, 100, 250, 500, 1_000];

export class Metrics implements Observer {
  readonly #registry = new Registry();
  readonly #process: Registry | undefined;
  readonly #requests;
  readonly #appends;
  readonly #appendedEvents;
  readonly #batches;
  readonly #handlers;

  /** `processName`: where this service shows what there is to see of the process. */
  constructor(service: string, processName?: string) {
    this.#registry.setDefaultLabels({ service });
    this.#process = processName === undefined ? undefined : processMetrics(processName);
    this.#requests = this.#histogram(
      'http_request_duration_seconds',
      'Duration of HTTP requests by route, method and status',
      ['route', 'method', 'status'],
      fast,
    );
    this.#appends = this.#histogram(
      'quickmart_append_duration_seconds',
      'Duration of appends by what came of them; commands of a conflict are decided again',
      ['category', 'outcome'],
      fast,
    );
    this.#appendedEvents = this.counter('quickmart_appended_events_total', 'Events that were appended', [
      'category',
    ]);
    this.#batches = this.#histogram(
      'quickmart_append_batch_commands',
      'Commands that shared an append',
      ['category'],
      batches,
    );
    this.#handlers = this.#histogram(
      'quickmart_handler_duration_seconds',
      'Duration of the attempts of handlers by event or timer; type="batch": of the batches of read models',
      ['category', 'group', 'type', 'outcome'],
      handling,
    );
  }

  #histogram(name: string, help: string, labelNames: string[], buckets: number[]) {
    return new Histogram({ name, help, labelNames, buckets, registers: [this.#registry] });
  }

  /** Something that a part of the service counts itself. Its name ends with `_total`. */
  counter<Label extends string>(name: string, help: string, labelNames: readonly Label[]): Counter<Label> {
    return new Counter({ name, help, labelNames, registers: [this.#registry] });
  }

  /** Read at each scrape. One that cannot be read is left out, and the log says why. */
  addGauges(gauges: Gauges, logger: Logger): void {
    for (const [name, gauge] of Object.entries(gauges)) addGauge(this.#registry, name, gauge, logger);
  }

  requested({ route, method, status, seconds }: Request): void {
    this.#requests.observe({ route, method, status }, seconds);
  }

  appended({ category, outcome, commands, events, seconds }: AppendSeen): void {
    this.#appends.observe({ category, outcome }, seconds);
    if (outcome !== 'ok') return;
    this.#appendedEvents.inc({ category }, events);
    this.#batches.observe({ category }, commands);
  }

  handled({ category, group, type, isDone, seconds }: HandledSeen): void {
    this.#handlers.observe({ category, group, type, outcome: isDone ? 'done' : 'failed' }, seconds);
  }

  get contentType(): string {
    return this.#registry.contentType;
  }

  /** In Prometheus' text format. */
  async text(): Promise<string> {
    const [own, ofProcess = ''] = await Promise.all([this.#registry.metrics(), this.#process?.metrics()]);
    return own + ofProcess;
  }
}

/** Measured once, however many services start in this process one after the other. */
const processes = new Map<string, Registry>();

function processMetrics(name: string): Registry {
  const known = processes.get(name);
  if (known !== undefined) return known;
  const registry = new Registry();
  registry.setDefaultLabels({ process: name });
  collectDefaultMetrics({ register: registry });
  processes.set(name, registry);
  return registry;
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
