/** Decides the lines of a stock file. With an Idempotency-Key each line has its effect once, however often it is sent. */
import type { ReadModels } from '@quickmart/projections';
import {
  decideLine,
  type ImportFile,
  type ImportLine,
  lineCommand,
  outcomeOf,
  refusedLine,
} from '@quickmart/service';
import type { EventStore } from '@quickmart/streams';
import { limits } from '../limits.ts';
import { problems, refuse } from '../problems.ts';
import { inventories } from '../read-models.ts';
import { adjust, isStocked, replace, type StockState, stockItem } from '../stock-item.ts';
import {
  type StockImportLine,
  type StockImportResult,
  type StockImportSummary,
  stockImportLine,
} from './api.ts';

export const needsKey =
  'differences need an Idempotency-Key: without one, a file that is sent again would be added twice';

export type StockImporterOptions = ImportFile & {
  store: EventStore;
  readModels: ReadModels;
  lowStockThreshold: number;
  isDryRun: boolean;
};
type Read = { line: number; input: StockImportLine } | { line: number; refused: StockImportResult };

export class StockImporter {
  readonly #options: StockImporterOptions;
  readonly #counts = { adjusted: 0, unchanged: 0, refused: 0 };
  #complete = true;

  constructor(options: StockImporterOptions) {
    this.#options = options;
  }

  /** Lines about one product after each other, in the order of the file. Never throws. */
  async handle(run: readonly ImportLine[]): Promise<StockImportResult[]> {
    if (run.some((line) => 'isEnd' in line)) this.#complete = false;
    const read = run.map(readLine);
    const idOf = await this.#ids(read).catch((error: unknown) => () => {
      throw error;
    });
    const turns = new Map<string, Promise<unknown>>();
    const taken = read.map((one) => {
      if ('refused' in one) return one.refused;
      const productId = this.#named(one, idOf);
      if (typeof productId !== 'string') return productId;
      const turn = turns.get(productId) ?? Promise.resolve();
      const result = turn.then(() => this.#take(one.line, one.input, productId));
      turns.set(productId, result);
      return result;
    });
    const results = await Promise.all(taken);
    for (const { status } of results) this.#counts[status === 'would-adjust' ? 'adjusted' : status]++;
    return results;
  }

  /** From the read model: an inventory that was made a moment ago may not be known by its SKU yet. */
  async #ids(read: readonly Read[]): Promise<(input: StockImportLine) => string> {
    const skus = read.flatMap((one) => ('input' in one && !one.input.productId ? (one.input.sku ?? []) : []));
    const rows = await this.#options.readModels.getMany(inventories.table, 'sku', [...new Set(skus)]);
    const ids = new Map(rows.map(({ sku, productId }) => [sku, productId]));
    return ({ productId, sku = '' }) =>
      productId ?? ids.get(sku) ?? refuse('not-found', `no inventory has the SKU ${sku}`);
  }

  /** The product, whichever way the line names it; or why there is none. */
  #named(
    { line, input }: { line: number; input: StockImportLine },
    idOf: (input: StockImportLine) => string,
  ): string | StockImportResult {
    try {
      return idOf(input);
    } catch (error) {
      return refusedFor(error, line, input);
    }
  }

  async #take(line: number, input: StockImportLine, productId: string): Promise<StockImportResult> {
    try {
      const { key, isDryRun, lowStockThreshold } = this.#options;
      if (input.delta !== undefined && key === undefined && !isDryRun) refuse('malformed-request', needsKey);
      const decision = (state: StockState) => changeOf(known(state, input), input, lowStockThreshold);
      return isDryRun
        ? await this.#plan(line, productId, decision)
        : await this.#adjust(line, productId, input, decision);
    } catch (error) {
      return refusedFor(error, line, input);
    }
  }

  /** Each line by itself: what the lines above would change is not counted. */
  async #plan(line: number, productId: string, decision: Decide): Promise<StockImportResult> {
    const { state } = await this.#options.store.read(stockItem, productId);
    const isChange = decision(state).length > 0;
    return { line, status: isChange ? 'would-adjust' : 'unchanged', productId, ...shown(state) };
  }

  async #adjust(
    line: number,
    productId: string,
    input: StockImportLine,
    decision: Decide,
  ): Promise<StockImportResult> {
    return await decideLine(this.#options.store, {
      aggregate: stockItem,
      id: productId,
      decision,
      command: lineCommand(this.#options, `${line} ${productId}`, input),
      resultOf: (state, isChanged): StockImportResult => {
        const status = isChanged ? 'adjusted' : 'unchanged';
        return { line, status, productId, ...shown(state) };
      },
    });
  }

  summary(): StockImportSummary {
    const { adjusted, unchanged, refused } = this.#counts;
    const results = adjusted + unchanged + refused;
    const { isDryRun: dryRun } = this.#options;
    return { status: 'summary', dryRun, complete: this.#complete, results, adjusted, unchanged, refused };
  }
}

function refusedFor(error: unknown, line: number, { sku }: StockImportLine): StockImportResult {
  const { code, detail } = outcomeOf(error, problems);
  return refusedLine(line, sku, code, detail);
}

type Decide = (state: StockState) => ReturnType<typeof adjust>;

const shown = (state: StockState) => (isStocked(state) ? { sku: state.sku, onHand: state.onHand } : {});

/** A line that names both has to mean one product. */
function known(state: StockState, { sku }: StockImportLine): StockState {
  if (isStocked(state) && sku !== undefined && state.sku !== sku)
    refuse('validation-failed', `the product has the SKU ${state.sku}`);
  return state;
}

function changeOf(state: StockState, input: StockImportLine, threshold: number) {
  const { quantity, delta, expectedQuantity, reference } = input;
  if (delta !== undefined)
    return adjust(state, { delta, reason: input.reason ?? 'correction', reference }, threshold);
  const count = { quantity: quantity!, reason: input.reason ?? ('count' as const), reference };
  return expectedQuantity === undefined
    ? replace(state, count, threshold)
    : adjust(state, { ...count, expectedQuantity }, threshold);
}

function readLine(one: ImportLine): Read {
  const { line } = one;
  if ('unreadable' in one)
    return { line, refused: refusedLine(line, undefined, 'malformed-request', one.unreadable) };
  const { data, error } = stockImportLine.safeParse(one.input);
  if (data) return { line, input: data };
  const sku = (one.input as { sku?: unknown } | null)?.sku;
  const detail = error.issues.map(({ path, message }) => `/${path.join('/')}: ${message}`).join('; ');
  const shownSku = typeof sku === 'string' ? sku.slice(0, limits.skuLength) : undefined;
  return { line, refused: refusedLine(line, shownSku, 'validation-failed', detail) };
}
