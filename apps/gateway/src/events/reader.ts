/**
 * One reader: what it may see and asks for, and the bytes on their way to it. What waits is bounded: one that does not read
 * is ended, and goes on where it was when it comes back.
 */
import { limits } from '../limits.ts';
import { type Cursor, type Reached, textOf } from './cursor.ts';
import type { Followed, View } from './followed.ts';

export type EndReason = 'token-expired' | 'too-slow' | 'log-changed' | 'stopping';
export type ReaderOptions = {
  /** Of readers that see and ask for the same. */
  key: string;
  sees: (followed: Followed) => View | undefined;
  /** When its token ends, UTC ms. */
  expiresAt: number | undefined;
  onGone: (reader: Reader) => void;
};

const encoder = new TextEncoder();

export class Reader {
  readonly key: string;
  readonly #sees: ReaderOptions['sees'];
  readonly #onGone: ReaderOptions['onGone'];
  readonly body: ReadableStream<Uint8Array>;
  #controller!: ReadableStreamDefaultController<Uint8Array>;
  #drained = Promise.withResolvers<void>();
  readonly #expiry: NodeJS.Timeout | undefined;
  /** While it catches up; the tail knows where the others are. */
  readonly cursor = new Map<string, Reached>();
  isGone = false;

  constructor({ key, sees, expiresAt, onGone }: ReaderOptions) {
    this.key = key;
    this.#sees = sees;
    this.#onGone = onGone;
    this.body = new ReadableStream(
      {
        start: (controller) => {
          this.#controller = controller;
        },
        pull: () => this.#drained.resolve(),
        cancel: () => this.#leave(),
      },
      { highWaterMark: limits.eventsWaitingBytes, size: (chunk: Uint8Array) => chunk.byteLength },
    );
    if (expiresAt !== undefined)
      this.#expiry = setTimeout(() => this.end('token-expired'), Math.max(0, expiresAt - Date.now()));
    this.#expiry?.unref();
  }

  /** Where it begins. `lost`: categories in which it cannot go on where it was. */
  begin(cursor: Cursor, lost: readonly string[] = []): void {
    for (const [category, reached] of cursor) this.cursor.set(category, reached);
    const id = textOf(this.cursor);
    this.#send(encoder.encode(`retry: ${limits.eventsRetryMs}\nid: ${id}\n\n`));
    if (lost.length > 0)
      this.#send(
        encoder.encode(`event: reset\nid: ${id}\ndata: ${JSON.stringify({ categories: lost })}\n\n`),
      );
  }

  /** What it has not seen yet of these, which come in order: with ids of its own. */
  catchUp(some: readonly Followed[], upTo: readonly (readonly [string, Reached])[] = []): void {
    const frames: string[] = [];
    for (const followed of some) {
      const { category, epoch, pos } = followed.event;
      this.cursor.set(category, { epoch, pos, mark: followed.mark });
      const view = this.#sees(followed);
      if (view !== undefined) frames.push(followed.frame(view, textOf(this.cursor)));
    }
    for (const [category, reached] of upTo) this.cursor.set(category, reached);
    if (frames.length > 0) this.#send(encoder.encode(frames.join('')));
  }

  /** What it gets of these; readers with the same key get the same bytes. */
  chunkOf(some: readonly Followed[]): Uint8Array | undefined {
    const frames = some.flatMap((followed) => {
      const view = this.#sees(followed);
      return view === undefined ? [] : followed.frame(view);
    });
    return frames.length > 0 ? encoder.encode(frames.join('')) : undefined;
  }

  /** One that does not take what it is sent is ended. */
  push(chunk: Uint8Array): void {
    const room = this.#controller.desiredSize ?? 0;
    // What is larger than all that may wait goes alone.
    if (room < chunk.byteLength && room < limits.eventsWaitingBytes) this.end('too-slow');
    else this.#send(chunk);
  }

  /** Resolves when it takes more, or is gone. */
  async drained(): Promise<void> {
    while (!this.isGone && (this.#controller.desiredSize ?? 0) <= 0) {
      this.#drained = Promise.withResolvers<void>();
      await this.#drained.promise;
    }
  }

  /** It is told why: it may come back at once, and goes on where it was. */
  end(reason: EndReason): void {
    if (this.isGone) return;
    this.#send(encoder.encode(`event: end\ndata: ${JSON.stringify({ reason })}\n\n`));
    this.#controller.close();
    this.#leave();
  }

  #send(chunk: Uint8Array): void {
    if (!this.isGone) this.#controller.enqueue(chunk);
  }

  #leave(): void {
    if (this.isGone) return;
    this.isGone = true;
    clearTimeout(this.#expiry);
    this.#drained.resolve();
    this.#onGone(this);
  }
}
