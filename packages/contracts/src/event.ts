/**
 * How an event is declared: its type, the number of its schema, its shape, and how the schema before it
 * becomes this one. A declaration is also the function that makes such an event.
 *
 * @example
 * const mugSold = event('MugSoldEvent', 1, z.object({ colour: z.string() }));
 * mugSold({ colour: 'blue' }); // { eventType: 'MugSoldEvent', schema: 1, data: { colour: 'blue' } }
 */
import type { z } from 'zod';

export type NewEvent<Type extends string = string, Data = unknown> = {
  eventType: Type;
  schema: number;
  data: Data;
};

export type EventDeclaration<Type extends string = string, Data = never> = {
  (data: Data): NewEvent<Type, Data>;
  readonly eventType: Type;
  readonly schema: number;
  readonly shape: z.ZodType<Data>;
  readonly upcast: ((previous: unknown) => unknown) | undefined;
};

/** `upcast` turns the data of schema `schema - 1` into this schema's; needed from schema 2 on. */
export function event<Type extends `${string}Event`, Data>(
  eventType: Type,
  schema: number,
  shape: z.ZodType<Data>,
  upcast?: (previous: unknown) => unknown,
): EventDeclaration<Type, Data> {
  if (schema > 1 && upcast === undefined) throw new Error(`${eventType} ${schema} needs an upcaster`);
  const make = (data: Data) => ({ eventType, schema, data });
  return Object.assign(make, { eventType, schema, shape, upcast });
}

// biome-ignore lint/suspicious/noExplicitAny: a list of declarations of different data has no other common type.
type AnyDeclaration = EventDeclaration<any, any>;

/** Event type → data, e.g. `{ ProductCreatedEvent: { sku: string … } }`: what aggregates and projections are typed by. */
export type EventsOf<Declarations extends readonly AnyDeclaration[]> = {
  [D in Declarations[number] as D['eventType']]: z.infer<D['shape']>;
};
