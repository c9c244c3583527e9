/**
 * Every event by its type. What comes out of the log passes here once: checked against the version it was written in,
 * then brought up to the newest.
 */
import { readdirSync } from 'node:fs';
import { z } from 'zod';
import { type AnyEvent, isEvent, type NewEvent } from './event.ts';
import { personalFault } from './personal.ts';

export class EventRegistry {
  readonly #events: ReadonlyMap<string, AnyEvent>;

  constructor(events: readonly AnyEvent[]) {
    this.#events = new Map(events.map((event) => [event.eventType, event]));
    if (this.#events.size < events.length) {
      const types = events.map(({ eventType }) => eventType);
      throw new Error(`declared twice: ${types.filter((type, index) => types.indexOf(type) !== index)}`);
    }
  }

  /** The data in its newest version. Throws with the event's name where the type, the version or the data is unknown. */
  decode(eventType: string, schema: number, data: unknown): unknown {
    const versions = this.#events.get(eventType)?.versions.slice(schema - 1) ?? [];
    if (!Number.isInteger(schema) || schema < 1 || versions.length === 0)
      throw new Error(`unknown event ${eventType} with schema ${schema}`);
    const fault = personalFault(versions[0]!.marks, data, false);
    if (fault !== undefined) throw new Error(`invalid ${eventType}: ${fault}`);
    return versions.reduce((old, { shape, upcast }, index) => {
      const parsed = shape.safeParse(index === 0 ? old : upcast(old as never));
      if (!parsed.success) throw new Error(`invalid ${eventType}: ${z.prettifyError(parsed.error)}`);
      return parsed.data;
    }, data);
  }

  /** Refuses a new event that holds personal data in clear: it could never be taken out of the log again. */
  assertSealed({ eventType, schema, data }: NewEvent): void {
    const marks = this.#events.get(eventType)?.versions[schema - 1]?.marks ?? [];
    const fault = personalFault(marks, data, true);
    if (fault !== undefined) throw new Error(`${eventType} cannot be appended: ${fault}`);
  }

  /** What may be shown of an event's data, in whatever version: all but its secrets. */
  shown(eventType: string, data: unknown): unknown {
    const secrets = this.#events.get(eventType)?.versions.flatMap((version) => version.secrets) ?? [];
    if (secrets.length === 0 || typeof data !== 'object' || data === null) return data;
    return Object.fromEntries(Object.entries(data).filter(([field]) => !secrets.includes(field)));
  }

  event(eventType: string): AnyEvent | undefined {
    return this.#events.get(eventType);
  }
}

/** The folders beside this file: `<service>/events.ts` declares what the service publishes. */
const folders = readdirSync(new URL('.', import.meta.url), { withFileTypes: true });
const services = folders.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort();

/** Service → its events. */
export const published: ReadonlyMap<string, readonly AnyEvent[]> = new Map(
  await Promise.all(
    services.map(async (service) => {
      const module = (await import(`./${service}/events.ts`)) as Record<string, unknown>;
      return [service, Object.values(module).filter(isEvent)] as const;
    }),
  ),
);

export const registry = new EventRegistry([...published.values()].flat());
