/**
 * Decodes the events of a category. Where several groups of a process read it, they read the same events at nearly the same time: each
 * is decoded once for all of them, and frozen, so that none of them changes what another one sees.
 */
import { LRUCache } from 'lru-cache';
import { limits } from '../limits.ts';
import { decodeEvent, type RawEvent } from '../log/entry.ts';
import type { EventCodec, StoredEvent } from '../log/event.ts';

type Decoded = { raw: RawEvent; event: StoredEvent };

export class Decoder {
  static readonly #ofCodec = new WeakMap<EventCodec, Map<string, Decoder>>();
  readonly #codec: EventCodec;
  readonly #decoded = new LRUCache<string, Decoded>({
    maxSize: limits.decodedCharacters,
    sizeCalculation: ({ raw: { data, meta } }) => data.length + meta.length,
  });
  /** Groups of this process that read the category. */
  #readers = 0;

  constructor(codec: EventCodec) {
    this.#codec = codec;
  }

  /** The one of this process. */
  static of(codec: EventCodec, category: string): Decoder {
    const decoders = Decoder.#ofCodec.get(codec) ?? new Map<string, Decoder>();
    Decoder.#ofCodec.set(codec, decoders);
    const decoder = decoders.get(category) ?? new Decoder(codec);
    decoders.set(category, decoder);
    return decoder;
  }

  /** A group reads, until it calls what this returns. */
  begin(): () => void {
    this.#readers++;
    return () => {
      if (--this.#readers < 2) this.#decoded.clear();
    };
  }

  /** @throws PermanentError where the event cannot be understood */
  decode(raw: RawEvent): StoredEvent {
    if (this.#readers < 2) return decodeEvent(this.#codec, raw);
    const known = this.#decoded.get(raw.eventId);
    if (known !== undefined && isSame(known.raw, raw)) return known.event;
    const event = frozen(decodeEvent(this.#codec, raw));
    this.#decoded.set(raw.eventId, { raw, event });
    return event;
  }
}

/** A log that was damaged, or replaced, may have another event of this id. */
const isSame = (one: RawEvent, other: RawEvent): boolean =>
  (Object.keys(one) as (keyof RawEvent)[]).every((field) => one[field] === other[field]);

function frozen<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null) return value;
  for (const part of Object.values(value)) frozen(part);
  return Object.freeze(value);
}
