/**
 * Hands spans to the exporter, and says once that they cannot be sent, and once that they are again. Nobody waits for it: what
 * cannot be sent is dropped. What the SDK has to say of other spans that nobody gets is said, too: each kind once in ten minutes.
 */
import { context, DiagLogLevel, diag, ROOT_CONTEXT } from '@opentelemetry/api';
import { type ExportResult, ExportResultCode } from '@opentelemetry/core';
import type { ReadableSpan, SpanExporter } from '@opentelemetry/sdk-trace';
import type { Logger } from 'pino';
import { reasonOf } from '../process/reason.ts';

const silenceMs = 10 * 60_000;
const answerMax = 200;
const nothing = () => {};
/** A batch is sent in the context of one of its spans, by chance. */
const ofNoTrace = (say: () => void): void => context.with(ROOT_CONTEXT, say);
const silent = { info: nothing, debug: nothing, verbose: nothing };

/** What a collector has answered says why, such as that it takes another encoding. */
function answerIn(error: unknown): string {
  const { data } = (error ?? {}) as { data?: unknown };
  const said = typeof data === 'string' ? data.trim().slice(0, answerMax) : '';
  return said === '' ? reasonOf(error) : `${reasonOf(error)}: ${said}`;
}

export class TellingExporter implements SpanExporter {
  readonly #exporter: SpanExporter;
  readonly #logger: Logger;
  #isFailing = false;
  /** When a text was said, ms; without what differs from one to the next. */
  readonly #said = new Map<string, number>();

  constructor(make: () => SpanExporter, logger: Logger) {
    this.#logger = logger;
    const warn = (...parts: unknown[]) => this.#warn(parts.join(' '));
    diag.setLogger({ ...silent, warn, error: warn }, { logLevel: DiagLogLevel.WARN });
    this.#exporter = make();
  }

  export(spans: ReadableSpan[], done: (result: ExportResult) => void): void {
    this.#exporter.export(spans, (result) => {
      this.#tell(result);
      done({ code: ExportResultCode.SUCCESS });
    });
  }

  #tell({ code, error }: ExportResult): void {
    const isFailing = code === ExportResultCode.FAILED;
    if (isFailing === this.#isFailing) return;
    this.#isFailing = isFailing;
    const reason = answerIn(error);
    const failing = 'traces cannot be sent, and are dropped: look at the collector';
    if (isFailing) ofNoTrace(() => this.#logger.warn({ reason }, failing));
    else ofNoTrace(() => this.#logger.info({}, 'traces are sent again'));
  }

  /** The queue was full, the collector has not taken all, or a variable is wrong: its value may be a secret. */
  #warn(said: string): void {
    const reason = said.replace(/'[^']*'|\([^)]*\)/g, '…');
    const kind = reason.split('{', 1)[0]!.replace(/\d+/g, '');
    const at = performance.now();
    if (this.#isFailing || at - (this.#said.get(kind) ?? Number.NEGATIVE_INFINITY) < silenceMs) return;
    this.#said.set(kind, at);
    ofNoTrace(() => this.#logger.warn({ reason }, 'traces may not be whole'));
  }

  forceFlush(): Promise<void> {
    return this.#exporter.forceFlush?.() ?? Promise.resolve();
  }

  shutdown(): Promise<void> {
    return this.#exporter.shutdown();
  }
}
