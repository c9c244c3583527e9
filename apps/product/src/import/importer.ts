/**
 * Decides the items of an import. With an Idempotency-Key each has its own idempotency key, so the same file can be sent again
 * after a crash and only what was not done yet is done.
 */
import { randomUUIDv7 } from 'node:crypto';
import { decideLine, type ImportFile, lineCommand, outcomeOf, refusedLine } from '@quickmart/service';
import { ClaimTakenError, type EventStore } from '@quickmart/streams';
import type { z } from 'zod';
import { type CreateVariant, createProduct, createVariant } from '../api.ts';
import { addVariantTo, archiveFamily } from '../family.ts';
import { limits } from '../limits.ts';
import { problems, refuse } from '../problems.ts';
import { type ProductState, product } from '../product.ts';
import { changeProduct, type ImportResult } from './api.ts';
import type { ArchiveItem, Item, ProductItem, VariantItem } from './item.ts';
import { changed, changedVariant, created } from './plan.ts';
import type { Tally } from './summary.ts';

export type ImporterOptions = ImportFile & {
  store: EventStore;
  mode: 'create' | 'upsert';
  tally: Tally;
};
type Taken = ProductItem | VariantItem;
/** Without an id where nothing has one yet. */
export type Outcome = Pick<ImportResult, 'status' | 'id' | 'sku'>;

/** Products first, then their variants: what stands above in the file is there. Never throws. */
export class Importer {
  readonly options: ImporterOptions;
  readonly #taken = new WeakSet<Item>();

  constructor(options: ImporterOptions) {
    this.options = options;
  }

  async handle(items: readonly Item[]): Promise<ImportResult[]> {
    const results = new Map<Item, ImportResult>();
    const all = async <Kind extends Item['kind']>(
      kind: Kind,
      take: (item: Extract<Item, { kind: Kind }>) => Promise<ImportResult | undefined>,
    ) => {
      const own = items.filter((item): item is Extract<Item, { kind: Kind }> => item.kind === kind);
      await inTurn(own, turnOf, async (item) => {
        const result = await take(item);
        if (result) results.set(item, result);
      });
    };
    await all('refused', async ({ line, sku, code, detail }) =>
      refusedLine(line, shortSku(sku), code, detail),
    );
    await all('product', (item) => this.#result(item, () => this.product(item)));
    await all('variant', (item) => this.#result(item, () => this.variant(item)));
    await all('archive', (item) => this.archive(item));
    return items.flatMap((item) => results.get(item) ?? []);
  }

  async #result(item: Taken, take: () => Promise<Outcome>): Promise<ImportResult> {
    try {
      const outcome = await take();
      this.#taken.add(item);
      const detail = item.notes?.join('; ');
      return { line: item.line, ...outcome, ...(detail && { detail }) };
    } catch (error) {
      const { code, detail } = error instanceof InvalidItem ? error : outcomeOf(error, problems);
      return refusedLine(item.line, skuOf(item), code, detail);
    }
  }

  async product(item: ProductItem): Promise<Outcome> {
    const { mode, store } = this.options;
    const known = mode === 'upsert' ? await this.owner(skuOf(item)) : undefined;
    if (known !== undefined) return await this.#change(item, known);
    const { archived = false } = item;
    const input = parsed(createProduct, item.input);
    const [id, claims] = [randomUUIDv7(), [{ name: 'sku', value: input.sku }]];
    try {
      const done = await store.decide(product, id, () => created(id, input, archived), {
        ...this.#command(item, input.sku),
        claims,
        expectedVersion: 0,
        reply: () => ({ status: 'created', id, sku: input.sku }),
      });
      this.options.tally.price(input.price);
      return done.reply as Outcome;
    } catch (error) {
      // Another line, or another caller, was first.
      if (mode === 'upsert' && error instanceof ClaimTakenError) return await this.#change(item, error.owner);
      throw error;
    }
  }

  async #change(item: ProductItem, id: string): Promise<Outcome> {
    const { archived = false } = item;
    const input = parsed(changeProduct, item.input);
    const done = await this.#decide(item, id, input.sku, (state) => changed(state, input, archived));
    if (input.price) this.options.tally.price(input.price);
    return done;
  }

  /** Updated, or unchanged where nothing follows. */
  async #decide(
    item: Taken,
    id: string,
    sku: string,
    decision: (state: ProductState) => ReturnType<typeof changed>,
  ): Promise<Outcome> {
    return await decideLine(this.options.store, {
      aggregate: product,
      id,
      decision,
      command: this.#command(item, sku),
      resultOf: (_, isChanged): Outcome => ({ status: isChanged ? 'updated' : 'unchanged', id, sku }),
    });
  }

  async variant(item: VariantItem): Promise<Outcome> {
    const input = parsed(createVariant, item.input);
    const done = await this.#addOrChange(item, input);
    if (input.price) this.options.tally.price(input.price);
    return done;
  }

  async #addOrChange(item: VariantItem, input: CreateVariant): Promise<Outcome> {
    const { mode, store } = this.options;
    const { archived = false } = item;
    const { sku } = input;
    const parentId = await this.parentOf(item);
    const known = mode === 'upsert' ? await this.owner(sku) : undefined;
    if (known !== undefined)
      return await this.#decide(item, known, sku, (state) =>
        changedVariant(state, parentId, input, archived),
      );
    const id = randomUUIDv7();
    const reply = (): Outcome => ({ status: 'created', id, sku });
    const done = await addVariantTo(store, parentId, id, input, { ...this.#command(item, sku), reply });
    return done.reply as Outcome;
  }

  async archive({ of, line }: ArchiveItem): Promise<ImportResult | undefined> {
    if (!this.#taken.has(of)) return undefined;
    const sku = skuOf(of);
    try {
      const id = await this.owner(sku);
      if (id !== undefined) await archiveFamily(this.options.store, id, this.options.command);
      return undefined;
    } catch (error) {
      const { code, detail } = outcomeOf(error, problems);
      return refusedLine(line, sku, code, detail);
    }
  }

  async owner(sku: string | undefined): Promise<string | undefined> {
    return sku === undefined ? undefined : await this.options.store.owner('product', 'sku', sku);
  }

  async parentOf({ of }: VariantItem): Promise<string> {
    const id = typeof of === 'string' ? await this.owner(of) : undefined;
    return id ?? unknownParent(of);
  }

  /** An item is known by its line and its SKU; it says the same whether its product is created or changed. */
  #command({ line, input }: Taken, sku: string) {
    return lineCommand(this.options, `${line} ${sku}`, input);
  }
}

export const unknownParent = (of: unknown): never =>
  refuse(
    'product-unknown',
    `no product has the SKU ${String(of).slice(0, limits.skuLength)}: its line comes before those of its variants`,
  );

/** The SKU that an item says it has, whatever it is. */
export function skuOf(item: Item): string | undefined {
  if (item.kind === 'archive') return skuOf(item.of);
  if (item.kind === 'refused') return item.sku;
  return shortSku((item.input as { sku?: unknown } | null)?.sku);
}
const shortSku = (sku: unknown) => (typeof sku === 'string' ? sku.slice(0, limits.skuLength) : undefined);

/** Variants of one product are taken in the order of the file, and so are lines about one product. */
const turnOf = (item: Item): string | undefined =>
  item.kind === 'variant' && typeof item.of === 'string' ? item.of : skuOf(item);

/** Side by side, but items with one key after each other. */
async function inTurn<One>(
  items: readonly One[],
  keyOf: (item: One) => string | undefined,
  take: (item: One) => Promise<void>,
): Promise<void> {
  const turns = new Map<string | undefined, Promise<void>>();
  for (const item of items) {
    const key = keyOf(item);
    const before = key === undefined ? undefined : turns.get(key);
    turns.set(key ?? `${turns.size}`, before ? before.then(() => take(item)) : take(item));
  }
  await Promise.all(turns.values());
}

/** The item does not have the shape of a product. */
class InvalidItem extends Error {
  readonly code = 'validation-failed';
  readonly detail: string;
  constructor({ issues }: z.ZodError) {
    const detail = issues.map(({ path, message }) => `/${path.join('/')}: ${message}`).join('; ');
    super(detail);
    this.detail = detail;
  }
}

export function parsed<Shape extends z.ZodType>(shape: Shape, input: unknown): z.output<Shape> {
  const { data, error } = shape.safeParse(input);
  if (error) throw new InvalidItem(error);
  return data as z.output<Shape>;
}
