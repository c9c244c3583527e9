/** What does not compile, and the fold by itself. `@ts-expect-error` fails the type check where it would compile. */
import type { ProductEvents } from '@quickmart/contracts/product/events';
import type { StoredEvent } from '@quickmart/streams';
import { describe, expect, test } from 'vitest';
import { fold, touches } from '../src/apply/fold.ts';
import { defineTable, integer, key, projection, type ReadModels, uuid } from '../src/index.ts';
import type { FoldSource } from '../src/projection/projection.ts';
import { event, idOf, made, mugList, mugOf } from './mugs.ts';
import { mugs } from './schema.ts';

const skus = defineTable('skus', { id: uuid(), sku: key(64), version: integer() }, { primaryKey: 'id' });
const definition = { name: 'skus', category: 'product', table: skus } as const;
const byAggregate = ({ aggregateId }: { aggregateId: string }) => aggregateId;

describe('a projection', () => {
  test('is typed by the events of the contracts and by its table', () => {
    const good = projection<ProductEvents, typeof skus>({
      ...definition,
      key: byAggregate,
      evolve: {
        ProductCreatedEvent: (_, { sku, productId }, { version }) => ({ id: productId, sku, version }),
        ProductArchivedEvent: () => undefined,
      },
    });
    expect([...(good.sources.get('product') as FoldSource).evolve.keys()]).toEqual([
      'ProductCreatedEvent',
      'ProductArchivedEvent',
    ]);
    const half = { ...definition, key: byAggregate };
    // @ts-expect-error: no such event
    projection<ProductEvents, typeof skus>({ ...half, evolve: { ProductCreateEvent: () => undefined } });
    projection<ProductEvents, typeof skus>({
      ...half,
      evolve: {
        // @ts-expect-error: the row has no version
        ProductCreatedEvent: (_, { sku, productId }) => ({ id: productId, sku }),
        // @ts-expect-error: the event has no newName
        ProductUpdatedEvent: (row, { newName }) => row && { ...row, sku: newName },
      },
    });
  });

  test('queries are typed by the table', () => {
    const byId = { sort: { column: 'id', direction: 'asc' }, limit: 1 } as const;
    const typed = (db: ReadModels) => [
      // @ts-expect-error: category may be null, so nothing is sorted by it
      () => db.list(mugs, { sort: { column: 'category', direction: 'asc' }, limit: 1 }),
      // @ts-expect-error: JSON has no order
      () => db.list(mugs, { sort: { column: 'attributes', direction: 'asc' }, limit: 1 }),
      // @ts-expect-error: stock is a number
      () => db.list(mugs, { ...byId, where: [{ column: 'stock', op: 'eq', value: 'a' }] }),
      // @ts-expect-error: a number has no prefix
      () => db.list(mugs, { ...byId, where: [{ column: 'stock', op: 'prefix', value: 'a' }] }),
      // @ts-expect-error: no such column
      () => db.getMany(mugs, 'skuu', []),
    ];
    expect(typed).toBeTypeOf('function');
  });

  test('needs a key of one column', () => {
    const pairs = defineTable('pairs', { a: key(9), b: key(9) }, { primaryKey: ['a', 'b'] });
    const make = () =>
      projection<ProductEvents, typeof pairs>({
        name: 'pairs',
        category: 'product',
        table: pairs,
        key: byAggregate,
        evolve: {},
      });
    expect(make).toThrow('primary key of one column');
  });
});

describe('a fold', () => {
  const source = mugList.sources.get('mug') as FoldSource;
  const folded = (loaded: object[], events: readonly StoredEvent[]) =>
    fold(mugList, source, loaded as never, touches(mugList, source, events));

  test('says only what changed', () => {
    const unchanged = event(3, 'MugPaintedEvent', 2, { name: 'Mug 2' });
    const changes = folded(
      [mugOf(1), mugOf(2, { version: 3 }), mugOf(3)],
      [
        event(2, 'MugPaintedEvent', 1, { name: 'Blue' }),
        unchanged,
        event(4, 'MugBrokenEvent', 3, { by: 'me' }),
        made(5, 4),
      ],
    );
    expect(changes).toEqual({
      details: { inserts: [], deletes: [] },
      totals: [],
      inserts: [mugOf(4, { version: 5 })],
      updates: [mugOf(1, { name: 'Blue', version: 2 })],
      columns: ['name', 'version'],
      deletes: [idOf(3)],
    });
  });

  test('a row that comes and goes in one batch is never written', () => {
    const changes = folded([], [made(1, 1), event(2, 'MugBrokenEvent', 1, { by: 'me' })]);
    expect(changes).toEqual({
      inserts: [],
      updates: [],
      columns: [],
      deletes: [],
      details: { inserts: [], deletes: [] },
      totals: [],
    });
  });

  test('a row of another key is refused', () => {
    expect(() => folded([], [made(1, 1, { id: idOf(2) })])).toThrow("the row's id is not the event's key");
  });
});
