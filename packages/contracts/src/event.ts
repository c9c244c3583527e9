/**
 * How an event is declared: its type, the shape of its data, and every later version of that shape, each with the
 * function that makes it of the version before. A declaration is also the function that makes such an event, always
 * in its newest version.
 *
 * @example
 * const mugSold = event('MugSoldEvent', z.object({ colour: z.string() })) //
 *   .version(2, z.object({ colours: z.array(z.string()) }), (old) => ({ colours: [old.colour] }));
 * mugSold({ colours: ['blue'] }); // { eventType: 'MugSoldEvent', schema: 2, data: { colours: ['blue'] } }
 */
import type { z } from 'zod';
import { type Mark, marksOf, secretsOf } from './personal.ts';

export type NewEvent<Type extends string = string, Data = unknown> = {
  eventType: Type;
  schema: number;
  data: Data;
};

/** What is known of any event, whatever its data are. */
export type AnyEvent = {
  readonly eventType: string;
  /** The number of the newest version: 1, 2, 3… without gaps. */
  readonly schema: number;
  /** All of them, the first one first. */
  readonly versions: readonly EventVersion[];
};

export type EventVersion = {
  readonly shape: z.ZodType;
  /** Where personal data are in it. */
  readonly marks: readonly Mark[];
  /** The fields of it that are shown to nobody. */
  readonly secrets: readonly string[];
  /** Makes the data of this version of those of the version before. */
  readonly upcast: (old: never) => unknown;
};

export type EventDeclaration<Type extends string, Data> = AnyEvent & {
  (data: Data): NewEvent<Type, Data>;
  readonly eventType: Type;
  /** The same event with one version more. `upcast` is pure: it runs whenever an older event is read. */
  version<Next, Written>(
    schema: number,
    shape: z.ZodType<Next, Written>,
    upcast: (old: Data) => Written,
  ): EventDeclaration<Type, Next>;
};

/** An event in its first version. */
export const event = <Type extends `${string}Event`, Data>(
  eventType: Type,
  shape: z.ZodType<Data>,
): EventDeclaration<Type, Data> => declaration(eventType, [versionOf(eventType, shape, (old) => old)]);

const versionOf = (eventType: string, shape: z.ZodType, upcast: (old: never) => unknown): EventVersion => ({
  shape,
  marks: marksOf(eventType, shape),
  secrets: secretsOf(shape),
  upcast,
});

function declaration<Type extends string, Data>(
  eventType: Type,
  versions: readonly EventVersion[],
): EventDeclaration<Type, Data> {
  const schema = versions.length;
  const make = (data: Data) => ({ eventType, schema, data });
  const version = <Next, Written>(
    next: number,
    shape: z.ZodType<Next, Written>,
    upcast: (old: Data) => Written,
  ) => {
    if (next !== schema + 1) throw new Error(`${eventType}: after version ${schema} comes ${schema + 1}`);
    return declaration<Type, Next>(eventType, [...versions, versionOf(eventType, shape, upcast)]);
  };
  return Object.assign(make, { eventType, schema, versions, version });
}

/**
 * Event type → data in the newest version, e.g. `{ ProductCreatedEvent: { sku: string … } }`: what aggregates and
 * projections are typed by. Of an object of declarations, or of a module: `EventsOf<typeof import('./events.ts')>`.
 */
export type EventsOf<Declarations> = {
  [Name in keyof Declarations as TypeOf<Declarations[Name]>]: DataOf<Declarations[Name]>;
};
type TypeOf<Value> = Value extends { readonly eventType: infer Type extends string } ? Type : never;
type DataOf<Value> = Value extends (data: infer Data) => NewEvent ? Data : never;

export const isEvent = (value: unknown): value is AnyEvent =>
  typeof value === 'function' && 'eventType' in value && 'versions' in value;
