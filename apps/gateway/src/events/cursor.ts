/**
 * Up to where a reader has everything: one place in each category. One place is enough for all partitions of a category,
 * because positions are dense over it and events are read in their order. As text it is the id of every event that is
 * sent, and what comes back as `Last-Event-ID`: `order@1-42-x7f,payment@1-17-k2`.
 */
import type { Place } from '@quickmart/streams';

/** `mark`: by what the event at this place is known again; '' before the first one. */
export type Reached = Place & { mark: string };
/** By category. */
export type Cursor = ReadonlyMap<string, Reached>;

export const beginning: Reached = { epoch: 0, pos: 0, mark: '' };

const part = /^([a-z][a-z0-9-]*)@(\d{1,15})-(\d{1,15})-([0-9a-z]{0,7})$/;

export const textOf = (cursor: Cursor): string =>
  [...cursor].map(([category, { epoch, pos, mark }]) => `${category}@${epoch}-${pos}-${mark}`).join(',');

/** Undefined: no cursor is written like this. */
export function parseCursor(text: string): Cursor | undefined {
  const parts = text.split(',').map((one) => part.exec(one));
  if (parts.some((found) => found === null)) return undefined;
  return new Map(
    parts.map((found) => {
      const [, category = '', epoch, pos, mark = ''] = found!;
      return [category, { epoch: Number(epoch), pos: Number(pos), mark }];
    }),
  );
}
