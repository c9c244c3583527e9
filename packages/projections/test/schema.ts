/** The tables of this package's tests: one column of every kind, and what a service would have. */
import {
  bigint,
  boolean,
  char,
  code,
  defineTable,
  instant,
  integer,
  json,
  key,
  type RowOf,
  text,
  uuid,
} from '../src/index.ts';

export const mugs = defineTable(
  'mugs',
  {
    id: uuid(),
    sku: code(64),
    name: text(200),
    priceAmount: bigint(),
    currency: char(3),
    stock: integer(),
    fragile: boolean(),
    attributes: json<Record<string, unknown>>(),
    category: key(100).nullable(),
    note: text(5000).nullable(),
    version: integer(),
    createdAt: instant(),
    soldAt: instant().nullable(),
  },
  {
    primaryKey: 'id',
    unique: [['sku']],
    indexes: [
      ['createdAt', 'id'],
      ['name', 'id'],
      ['stock', 'id'],
      ['category', 'createdAt', 'id'],
    ],
  },
);
export type MugRow = RowOf<typeof mugs>;

/** Keyed by text, and fed by events of every partition. */
export const shelves = defineTable('shelves', { name: code(100), mugs: integer() }, { primaryKey: 'name' });

/** One row per attribute of a mug, so that mugs can be found by them. */
export const mugTags = defineTable(
  'mug_tags',
  { mugId: uuid(), tag: code(64), value: code(64) },
  { primaryKey: ['mugId', 'tag'], indexes: [['tag', 'value', 'mugId']] },
);

/** Sums: what was sold per shop, by mugs of every partition. */
export const sales = defineTable(
  'sales',
  { shop: code(100), country: char(2), units: bigint(), amount: bigint(), discount: integer() },
  { primaryKey: 'shop', indexes: [['amount', 'shop']] },
);
export type SaleRow = RowOf<typeof sales>;

/** Joined: the name comes from the mugs, the count from the store room. */
export const labels = defineTable(
  'labels',
  { id: uuid(), name: text(200).nullable(), counted: integer().nullable() },
  { primaryKey: 'id' },
);
export type LabelRow = RowOf<typeof labels>;

/** Details of the labels, by which mugs can be found, too: those that were counted, and are there. */
export const countedMugs = defineTable(
  'counted_mugs',
  { labelId: uuid(), mugId: uuid() },
  { primaryKey: ['labelId', 'mugId'], indexes: [['mugId', 'labelId']] },
);
