/** The events and projections that the tests use. Their category is `mug`; partitions are whatever the test says. */
import type { StoredEvent } from '@quickmart/streams';
import { from, joined, projection, sums } from '../src/index.ts';
import {
  countedMugs,
  type LabelRow,
  labels,
  type MugRow,
  mugs,
  mugTags,
  type SaleRow,
  sales,
  shelves,
} from './schema.ts';

export type MugEvents = {
  MugMadeEvent: Partial<MugRow>;
  MugPaintedEvent: { name: string };
  MugBrokenEvent: { by: string };
  MugShelvedEvent: { shelf: string };
  MugTaggedEvent: { attributes: Record<string, unknown> };
  MugSoldEvent: { sales: SaleRow[] };
};
/** Of the category `room`, about mugs. */
export type RoomEvents = { MugsCountedEvent: { counted: number } };

export const idOf = (number: number): string => `019a0000-0000-7000-8000-${String(number).padStart(12, '0')}`;
export const startedAt = Date.UTC(2026, 0, 1);

/** An event of mug `number`, at `pos` of partition 0. */
export function event<Type extends keyof MugEvents>(
  pos: number,
  eventType: Type,
  number: number,
  data: MugEvents[Type],
  partition = 0,
): StoredEvent<Type, MugEvents[Type]> {
  const place = { category: 'mug', partition, epoch: 1, pos, eventId: `event-${partition}-${pos}` };
  return {
    ...place,
    eventType,
    schema: 1,
    aggregateId: idOf(number),
    version: pos,
    at: startedAt + pos,
    data,
    meta: { correlationId: 'test' },
  };
}

export const mugOf = (number: number, over: Partial<MugRow> = {}): MugRow => ({
  id: idOf(number),
  sku: `MUG-${number}`,
  name: `Mug ${number}`,
  priceAmount: 1299,
  currency: 'EUR',
  stock: 0,
  fragile: true,
  attributes: {},
  category: null,
  note: null,
  version: 1,
  createdAt: startedAt,
  soldAt: null,
  ...over,
});

export const made = (pos: number, number: number, over: Partial<MugRow> = {}, partition = 0) =>
  event(pos, 'MugMadeEvent', number, over, partition);

/** One row per mug, and one for its colour and its size each. A mug that is painted `bad` cannot be applied. */
export const mugList = projection<MugEvents, typeof mugs, typeof mugTags>({
  name: 'mugs',
  category: 'mug',
  table: mugs,
  key: ({ aggregateId }) => aggregateId,
  evolve: {
    MugMadeEvent: (_, over, { aggregateId, version }) =>
      mugOf(Number(aggregateId.slice(-12)), { version, ...over }),
    MugPaintedEvent: (row, { name }, { version }) => {
      if (name === 'bad') throw new Error('this paint does not hold');
      return row && { ...row, name, version };
    },
    MugBrokenEvent: () => undefined,
    MugTaggedEvent: (row, { attributes }) => row && { ...row, attributes },
  },
  details: {
    table: mugTags,
    from: ['id', 'attributes'],
    of: ({ id: mugId, attributes }) =>
      ['colour', 'size']
        .filter((tag) => tag in attributes)
        .map((tag) => ({ mugId, tag, value: String(attributes[tag]) })),
  },
});

/** Another revision of {@link mugList}, in code that can apply every paint. */
export const mendedMugs = {
  ...projection<MugEvents, typeof mugs, typeof mugTags>({
    name: 'mugs',
    revision: 2,
    category: 'mug',
    table: mugs,
    key: ({ aggregateId }) => aggregateId,
    evolve: {
      MugMadeEvent: (_, over, { aggregateId, version }) =>
        mugOf(Number(aggregateId.slice(-12)), { version, ...over }),
      MugPaintedEvent: (row, { name }, { version }) => row && { ...row, name, version },
      MugBrokenEvent: () => undefined,
      MugTaggedEvent: (row, { attributes }) => row && { ...row, attributes },
    },
  }),
  details: mugList.details,
};

/** A build of the mugs that can be told from others by its rows; one that takes its time for each event. */
export const mugsOf = (revision: number, eventMs = 0) => {
  const applied = <R>(row: R): R => {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, eventMs);
    return row;
  };
  return projection<MugEvents, typeof mugs>({
    name: 'mugs',
    revision,
    category: 'mug',
    table: mugs,
    key: ({ aggregateId }) => aggregateId,
    evolve: {
      MugMadeEvent: (_, over, { aggregateId, version }) =>
        applied({
          ...mugOf(Number(aggregateId.slice(-12)), { version, ...over }),
          note: `revision ${revision}`,
        }),
      MugPaintedEvent: (row, { name }, { version }) => applied(row && { ...row, name, version }),
    },
  });
};

/** The mugs on the shelves of a shop, one per currency, as sums over the mugs; fragile ones count as none. */
export const mugsPerShop = projection<MugEvents, typeof mugs, typeof mugTags, typeof sales>({
  name: 'mugs',
  category: 'mug',
  table: mugs,
  key: ({ aggregateId }) => aggregateId,
  evolve: {
    MugMadeEvent: (_, over, { aggregateId }) => mugOf(Number(aggregateId.slice(-12)), over),
    MugShelvedEvent: (row, { shelf }) => row && { ...row, fragile: shelf === 'fragile' },
    MugPaintedEvent: (row, { name }) => row && { ...row, name },
    MugBrokenEvent: () => undefined,
  },
  totals: {
    table: sales,
    sum: ['units', 'amount', 'discount'],
    of: ({ currency, fragile, priceAmount: amount }) =>
      fragile ? [] : [{ shop: currency, country: 'DE', units: 1, amount, discount: 0 }],
  },
});

/** Counts the mugs per shelf: every event counts once, and one key is touched by many mugs. */
export const shelfCount = projection<MugEvents, typeof shelves>({
  name: 'shelves',
  category: 'mug',
  table: shelves,
  key: ({ data }) => ('shelf' in data ? data.shelf : ''),
  evolve: {
    MugShelvedEvent: (row, { shelf }) => ({ name: shelf, mugs: (row?.mugs ?? 0) + 1 }),
  },
});

export const shelved = (pos: number, shelf: string, partition = 0) =>
  event(pos, 'MugShelvedEvent', pos, { shelf }, partition);

/** Sums that mugs of all partitions touch. */
export const shopSales = sums<MugEvents, typeof sales>({
  name: 'sales',
  category: 'mug',
  table: sales,
  sum: ['units', 'amount', 'discount'],
  add: { MugSoldEvent: (_, { data }) => data.sales },
});

export const saleOf = (shop: string, units: number): SaleRow => ({
  shop,
  country: 'DE',
  units,
  amount: units * 1299,
  discount: -units,
});

export const sold = (pos: number, rows: SaleRow[], partition = 0) =>
  event(pos, 'MugSoldEvent', pos, { sales: rows }, partition);

/** One row from two categories; each makes it where it is not there yet. */
const blank = (id: string): LabelRow => ({ id, name: null, counted: null });
export const mugLabels = joined({
  name: 'labels',
  table: labels,
  details: {
    table: countedMugs,
    from: ['id', 'counted'],
    of: ({ id, counted }) => (counted ? [{ labelId: id, mugId: id }] : []),
  },
  from: [
    from<MugEvents, typeof labels>('mug', {
      key: ({ aggregateId }) => aggregateId,
      evolve: {
        MugMadeEvent: (row, _, { aggregateId: id }) => ({
          ...(row ?? blank(id)),
          name: `Mug ${Number(id.slice(-12))}`,
        }),
        MugPaintedEvent: (row, { name }, { aggregateId: id }) => ({ ...(row ?? blank(id)), name }),
      },
    }),
    from<RoomEvents, typeof labels>('room', {
      key: ({ aggregateId }) => aggregateId,
      evolve: {
        MugsCountedEvent: (row, { counted }, { aggregateId: id }) => ({ ...(row ?? blank(id)), counted }),
      },
    }),
  ],
});

export const counted = (pos: number, number: number, count: number, partition = 0): StoredEvent => ({
  ...made(pos, number, {}, partition),
  category: 'room',
  eventType: 'MugsCountedEvent',
  data: { counted: count },
});
