/** Orders of a few days and rules for them, for tests of `qa quote`. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { type Given, writeRecording } from './recording.ts';
import { qa } from './testing.ts';

export const at = (day: number, hour: number) => Date.UTC(2026, 10, day, hour);
export const id = (n: number) => `019a0000-0000-7000-8000-${String(n).padStart(12, '0')}`;
export const [mug, tea, ann, bob] = [id(1), id(2), id(91), id(92)];

const product = (productId: string, sku: string, amount: number, category: string): Given => ({
  category: 'product',
  aggregateId: productId,
  eventType: 'ProductCreatedEvent',
  at: at(1, 0),
  data: {
    productId,
    sku,
    name: sku,
    description: '',
    category,
    attributes: {},
    price: { amount, currency: 'EUR' },
  },
});
export const products = [product(mug, 'MUG', 1299, 'kitchen'), product(tea, 'TEA', 450, 'tea')];

type Bought = [productId: string, sku: string, quantity: number, amount: number];
export function placed(n: number, when: number, lines: Bought[], customerId = ann, currency = 'EUR'): Given {
  const money = (amount: number) => ({ amount, currency });
  const bought = lines.map(([productId, sku, quantity, amount]) => ({
    productId,
    sku,
    name: sku,
    quantity,
    unitPrice: money(amount),
    lineTotal: money(quantity * amount),
  }));
  const total = money(bought.reduce((sum, { lineTotal }) => sum + lineTotal.amount, 0));
  const data = { customerId, lines: bought, total };
  return { category: 'order', aggregateId: id(n), eventType: 'OrderPlacedEvent', at: when, data };
}
export const cancelled = (n: number, when: number): Given => ({
  category: 'order',
  aggregateId: id(n),
  eventType: 'OrderCancelledEvent',
  version: 2,
  at: when,
  data: { reason: 'out of stock', by: 'inventory' },
});
export const mugs = (quantity: number, amount = 1299): Bought => [mug, 'MUG', quantity, amount];

/** A folder for the tests of a file: rules and recordings are written there, and quoted. */
export function quoteFiles() {
  const folder = mkdtempSync(join(tmpdir(), 'quickmart-quote-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  let files = 0;
  function fileOf(rules: unknown): string {
    const path = join(folder, `rules-${++files}.yaml`);
    writeFileSync(path, typeof rules === 'string' ? rules : JSON.stringify(rules));
    return path;
  }
  function recordingOf(events: readonly Given[]): string {
    const path = join(folder, `day-${++files}.ndjson`);
    writeRecording(
      path,
      events.toSorted((a, b) => a.at - b.at),
    );
    return path;
  }
  async function quoted(events: readonly Given[], rules?: unknown, ...more: string[]) {
    const args = rules === undefined ? [] : ['--rules', fileOf(rules)];
    const { code, out, err } = await qa(
      undefined,
      ...['quote', '--replay', recordingOf(events), ...args, '--data', folder, '--json', ...more],
    );
    return { code, err, ...(out === '' ? {} : JSON.parse(out)) };
  }
  return { folder, fileOf, recordingOf, quoted };
}

export const tenPercent = { name: 'Ten percent', effect: { type: 'percent', percent: 10 } };
export const automatic = { promotions: [{ ...tenPercent, automatic: true }] };
export const week = [
  ...products,
  placed(10, at(20, 9), [mugs(2), [tea, 'TEA', 1, 450]]),
  placed(11, at(20, 23), [mugs(1)], bob),
  placed(12, at(21, 1), [[tea, 'TEA', 4, 450]]),
  placed(13, at(21, 2), [[id(3), 'BOWL', 1, 3000]], ann, 'JPY'),
  placed(14, at(21, 3), [mugs(7)]),
  cancelled(14, at(22, 9)),
];
