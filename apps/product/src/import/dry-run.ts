/**
 * The same import, and nothing is written: every line is checked against the catalog as it is and against the lines above
 * it, as far as these are remembered.
 */
import { randomUUIDv7 } from 'node:crypto';
import { evolve } from '@quickmart/streams';
import { type CreateVariant, createProduct, createVariant } from '../api.ts';
import { refuse } from '../problems.ts';
import { addVariant, type ProductState, product } from '../product.ts';
import { changeProduct } from './api.ts';
import { Importer, type Outcome, parsed, skuOf, unknownParent } from './importer.ts';
import type { ProductItem, VariantItem } from './item.ts';
import { changed, changedVariant, created } from './plan.ts';

/** So many SKUs and products with options of the lines above are remembered: the memory stays small. */
const remembered = { skus: 200_000, parents: 1_000 };

type Events = readonly { eventType: string; schema: number; data: object }[];

export class DryRun extends Importer {
  readonly #skus = new Set<string>();
  readonly #parents = new Map<string, ProductState>();

  override async product(item: ProductItem): Promise<Outcome> {
    const { archived = false } = item;
    const sku = skuOf(item);
    const [known, isAbove] = [await this.owner(sku), sku !== undefined && this.#skus.has(sku)];
    if (this.options.mode === 'upsert' && (known !== undefined || isAbove)) {
      const input = parsed(changeProduct, item.input);
      const state = known === undefined ? undefined : await this.#stateOf(known);
      const events = state === undefined ? undefined : changed(state, input, archived);
      if (input.price) this.options.tally.price(input.price);
      if (state && sku !== undefined && Object.keys(state.options).length > 0)
        this.#keep(sku, after(state, state.id, events ?? []));
      return {
        status: events?.length === 0 ? 'unchanged' : 'would-update',
        ...(known !== undefined && { id: known }),
        sku: input.sku,
      };
    }
    const input = parsed(createProduct, item.input);
    this.#refuseTaken(input.sku, known);
    this.#remember(input.sku);
    if (Object.keys(input.options).length > 0) {
      const id = randomUUIDv7();
      this.#keep(input.sku, after(null, id, created(id, input, archived)));
    }
    this.options.tally.price(input.price);
    return { status: 'would-create', sku: input.sku };
  }

  override async variant(item: VariantItem): Promise<Outcome> {
    const input = parsed(createVariant, item.input);
    const { sku } = input;
    const parent = await this.#parentOf(item);
    const known = await this.owner(sku);
    const outcome = await this.#variantOf(item, input, parent, known);
    if (input.price) this.options.tally.price(input.price);
    return outcome;
  }

  async #variantOf(
    item: VariantItem,
    input: CreateVariant,
    parent: ProductState,
    known: string | undefined,
  ): Promise<Outcome> {
    const { sku } = input;
    const { archived = false } = item;
    const parentId = parent?.id ?? '';
    if (this.options.mode === 'upsert' && known !== undefined) {
      const events = changedVariant(await this.#stateOf(known), parentId, input, archived);
      return { status: events.length === 0 ? 'unchanged' : 'would-update', id: known, sku };
    }
    const isAbove = parent?.variants.some((one) => one.sku === sku);
    if (this.options.mode === 'upsert' && isAbove) return { status: 'would-update', sku };
    this.#refuseTaken(sku, known);
    const added = addVariant(parent, randomUUIDv7(), input);
    this.#remember(sku);
    this.#keep(String(item.of), after(parent, parentId, added.parent));
    return { status: 'would-create', sku };
  }

  override async archive(): Promise<undefined> {}

  #refuseTaken(sku: string, known: string | undefined): void {
    if (known !== undefined) refuse('sku-taken', `sku ${sku} belongs to ${known}`);
    if (this.#skus.has(sku)) refuse('sku-taken', `sku ${sku} is in a line above`);
  }

  async #stateOf(id: string): Promise<ProductState> {
    return (await this.options.store.read(product, id)).state;
  }

  async #parentOf({ of }: VariantItem): Promise<ProductState> {
    if (typeof of !== 'string') return unknownParent(of);
    const known = this.#parents.get(of);
    if (known) return known;
    const id = await this.owner(of);
    return id === undefined ? unknownParent(of) : await this.#stateOf(id);
  }

  #remember(sku: string): void {
    if (this.#skus.size < remembered.skus) this.#skus.add(sku);
  }

  #keep(sku: string, state: ProductState): void {
    this.#parents.delete(sku);
    this.#parents.set(sku, state);
    if (this.#parents.size > remembered.parents) this.#parents.delete(this.#parents.keys().next().value!);
  }
}

/** The state as it would be. */
const after = (state: ProductState, aggregateId: string, events: Events): ProductState =>
  events.reduce<ProductState>((before, event) => {
    const place = { category: 'product', partition: 0, epoch: 0, pos: 0, eventId: '', version: 0 };
    return evolve(product, before, { ...event, ...place, aggregateId, at: 0, meta: { correlationId: '' } });
  }, state);
