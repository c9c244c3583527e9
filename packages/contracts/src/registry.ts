/**
 * Every event by (eventType, schema). What comes out of the log passes here once: checked against the shape it
 * was written with, then brought up to the newest schema.
 */
import { z } from 'zod';
import { categoryEvents } from './category.ts';
import { reservationEvents, stockItemEvents } from './inventory.ts';
import { orderEvents } from './order.ts';
import { paymentEvents } from './payment.ts';
import { productEvents } from './product.ts';

/** What the registry needs of a declaration; {@link event} makes these. */
export type RegisteredEvent = {
  readonly eventType: string;
  readonly schema: number;
  readonly shape: z.ZodType;
  readonly upcast: ((previous: unknown) => unknown) | undefined;
};

export class EventRegistry {
  readonly #declarations = new Map<string, RegisteredEvent>();

  constructor(declarations: readonly RegisteredEvent[]) {
    for (const declaration of declarations) {
      const key = `${declaration.eventType}/${declaration.schema}`;
      if (this.#declarations.has(key)) throw new Error(`${key} is declared twice`);
      this.#declarations.set(key, declaration);
    }
  }

  /** The data in its newest schema. Throws with the event's name where the type, the schema or the data is unknown. */
  decode(eventType: string, schema: number, data: unknown): unknown {
    const declaration = this.#declarations.get(`${eventType}/${schema}`);
    if (declaration === undefined) throw new Error(`unknown event ${eventType} with schema ${schema}`);
    const parsed = declaration.shape.safeParse(data);
    if (!parsed.success) throw new Error(`invalid ${eventType}: ${z.prettifyError(parsed.error)}`);
    const next = this.#declarations.get(`${eventType}/${schema + 1}`);
    return next?.upcast ? this.decode(eventType, schema + 1, next.upcast(parsed.data)) : parsed.data;
  }

  /** All declarations, for the golden corpus and the docs. */
  declarations(): RegisteredEvent[] {
    return [...this.#declarations.values()];
  }
}

export const registry = new EventRegistry([
  ...productEvents,
  ...categoryEvents,
  ...stockItemEvents,
  ...reservationEvents,
  ...orderEvents,
  ...paymentEvents,
]);
