/**
 * The golden corpus through every read model: each example of each event, in many orders, one after the other on the
 * same aggregates. What makes no sense in such an order must still give the same rows, however the log is cut into batches.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { corpus, type Example, written } from '../../../packages/contracts/test/corpus.ts';
import { type Lab, startLab } from '../lab.ts';
import { append } from '../lab-io.ts';
import { random } from '../random.ts';
import { aggregates, services } from '../services.ts';

/** Where the events of an aggregate carry its id, found by one of them. */
const ownIds: Record<string, string> = {
  ProductCreatedEvent: 'productId',
  InventoryCreatedEvent: 'productId',
  StockReservedEvent: 'orderId',
  PaymentRequestedEvent: 'paymentId',
};
const orders = 12;
const { seed, between } = random();
let lab: Lab;
beforeAll(async () => {
  lab = await startLab();
  for (let n = 1; n <= orders; n++)
    for (const [kind, { category, evolve }] of aggregates.entries()) {
      const id = `019a0000-0000-7000-8000-${String(100 * n + kind).padStart(12, '0')}`;
      const [, ownId = idFieldOf(category)] =
        Object.entries(ownIds).find(([eventType]) => eventType in evolve) ?? [];
      const events = corpus
        .filter(({ eventType }) => eventType in evolve)
        .flatMap(({ eventType, schema, examples }) =>
          ordinary(examples).map((one) => ({
            eventType,
            schema,
            data: ownOf(n, written(one), { [ownId]: id }),
          })),
        );
      for (const event of shuffled(events)) await append(lab, category, id, event);
    }
}, 60_000);
afterAll(() => lab?.stop());

/** `gift-card` → `giftCardId` */
const idFieldOf = (category: string): string =>
  `${category.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())}Id`;

/** Some that are as large as the shape allows are larger than an append may be. */
const ordinary = (examples: readonly Example[]) => examples.filter(({ repeat }) => repeat === undefined);

/** With ids of their own, and values of their own where these are unique. */
function ownOf(n: number, data: unknown, ids: Record<string, string>): Record<string, unknown> {
  const prefix = `019a6c${n.toString(16).padStart(2, '0')}-`;
  const parse = (text: string) => JSON.parse(text) as Record<string, unknown>;
  let own = parse(JSON.stringify(data).replaceAll('019a6c1e-', prefix));
  for (const name of ['sku', 'key'])
    if (typeof own[name] === 'string') own[name] = `${n}-${own[name]}`.slice(0, 64);
  // Wherever it stands: a sealed text names whose it is.
  for (const [name, id] of Object.entries(ids))
    if (typeof own[name] === 'string') own = parse(JSON.stringify(own).replaceAll(own[name], id));
  return own;
}

function shuffled<Item>(items: readonly Item[]): Item[] {
  const left = [...items];
  return items.map(() => left.splice(between(0, left.length - 1), 1)[0]!);
}

test.each(services)(`two replays and the rows of $name are the same (SEED=${seed})`, async ({ name }) => {
  const { readModels } = lab.services.get(name)!;
  const { log } = lab.store;
  const { parked } = await readModels.rebuild({ log, group: `${name}-read-models`, batch: 3 });
  expect(parked).toEqual([]);
  const { tables, differences } = await readModels.verify({ log });
  expect(differences).toEqual([]);
  expect(tables.map(({ table, rows }) => [table, rows > 0])).toEqual(
    tables.map(({ table }) => [table, true]),
  );
});
