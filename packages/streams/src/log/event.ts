/** What is in the log: an event, its place, and the codec that reads its data. */

/** Travels with every event: what request it belongs to, what caused it, who asked, and the trace it is part of. */
export type Meta = {
  correlationId: string;
  causationId?: string | undefined;
  actor?: string | undefined;
  traceparent?: string | undefined;
};

/** An event that is not in the log yet. */
export type NewEvent = { eventType: string; schema: number; data: unknown };

/** Where an event stands: `pos` is dense over the whole category; a repair of the log raises the epoch. */
export type Position = { category: string; partition: number; epoch: number; pos: number };

/** An event of the log. `at` is UTC in ms, `version` counts 1, 2, 3… per aggregate. */
export type StoredEvent<Type extends string = string, Data = unknown> = Position & {
  eventId: string;
  eventType: Type;
  schema: number;
  aggregateId: string;
  version: number;
  at: number;
  data: Data;
  meta: Meta;
};

/** Event type → data. The contracts give one of these per category. */
export type EventMap = Record<string, unknown>;

/** A stored event of a map: a union that narrows by `eventType`. */
export type EventOf<Events extends EventMap> = {
  [Type in keyof Events & string]: StoredEvent<Type, Events[Type]>;
}[keyof Events & string];

/** A new event of a map: what decisions return. */
export type NewEventOf<Events extends EventMap> = {
  [Type in keyof Events & string]: { eventType: Type; schema: number; data: Events[Type] };
}[keyof Events & string];

export type EventCodec = {
  /** Checks the data of an event and brings it to its newest schema; throws where it is unknown or invalid. */
  decode(eventType: string, schema: number, data: unknown): unknown;
  /** Throws where a new event holds personal data in clear: nothing can ever be taken out of the log. */
  assertSealed?(event: NewEvent): void;
};

/** The part of a logger that this package uses; pino has it. */
export type Logger = Record<'debug' | 'info' | 'warn' | 'error', (fields: object, message: string) => void>;

/** `product.3@1-42`: category.partition@epoch-pos. */
export const formatPosition = ({ category, partition, epoch, pos }: Position): string =>
  `${category}.${partition}@${epoch}-${pos}`;

/** The inverse of {@link formatPosition}; undefined where the text is not a position. */
export function parsePosition(text: string): Position | undefined {
  const match = /^([a-z][a-z0-9-]*)\.(\d{1,4})@(\d{1,15})-(\d{1,15})$/.exec(text);
  if (match === null) return undefined;
  const [, category = '', partition, epoch, pos] = match;
  return { category, partition: Number(partition), epoch: Number(epoch), pos: Number(pos) };
}

/** Negative, zero or positive, as `a` stands before, at or after `b` in the same category. */
export const comparePositions = (
  a: Pick<Position, 'epoch' | 'pos'>,
  b: Pick<Position, 'epoch' | 'pos'>,
): number => a.epoch - b.epoch || a.pos - b.pos;
