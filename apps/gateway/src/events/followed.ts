/**
 * An event as readers get it. Staff get what a history shows; the customer whose it is gets what has happened and where, and
 * reads the item itself for what it holds. The gateway has no keys of personal data, so what is sealed is null.
 */
import { sealedInJson } from '@quickmart/contracts/personal';
import { historyEntryOf } from '@quickmart/service';
import { formatPosition, type LogEntry, markOf, type StoredEvent } from '@quickmart/streams';
import type { Facts } from './facts.ts';

export type View = 'staff' | 'own';

export class Followed {
  readonly entry: LogEntry;
  readonly mark: string;
  readonly event: StoredEvent;
  readonly facts: Facts;
  readonly #texts: Partial<Record<View, string>> = {};
  /** Of the cursor behind it, in the order of the tail. */
  id = '';

  constructor(entry: LogEntry, event: StoredEvent, facts: Facts) {
    this.entry = entry;
    this.mark = markOf(entry.entry);
    this.event = event;
    this.facts = facts;
  }

  /** `id`: of a reader that stands elsewhere than the tail. */
  frame(view: View, id = this.id): string {
    this.#texts[view] ??= view === 'own' ? this.#own() : this.#whole();
    return `id: ${id}\ndata: ${this.#texts[view]}\n\n`;
  }

  #own(): string {
    const { category, aggregateId, eventId, eventType, version, at } = this.event;
    const position = formatPosition(this.event);
    const { orderId } = this.facts;
    const when = new Date(at).toISOString();
    return JSON.stringify({
      category,
      aggregateId,
      orderId,
      position,
      eventId,
      eventType,
      version,
      at: when,
    });
  }

  #whole(): string {
    const { category, aggregateId } = this.event;
    const { orderId } = this.facts;
    const whole = { category, aggregateId, orderId, ...historyEntryOf(this.event) };
    return JSON.stringify(whole).replaceAll(sealedInJson, 'null');
  }
}
