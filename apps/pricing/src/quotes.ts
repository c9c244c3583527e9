/**
 * Quotes a basket by the rules of now, or of another time. A dry run: nothing is reserved, and how often a coupon was used is known
 * to the order service only, so here it counts as unused.
 */
import type { Quote } from '@quickmart/contracts/pricing/quote';
import {
  normalCode,
  type Promotion,
  type QuoteLine,
  type QuoteRequest,
  QuoteTooLargeError,
  quote,
  type Rules,
} from '@quickmart/pricing';
import type { ListQuery, ReadModels, RowOf, Table } from '@quickmart/projections';
import type { EventStore } from '@quickmart/streams';
import { coupons } from './coupon-table.ts';
import { listedPrices } from './price-list.ts';
import { refuse } from './problems.ts';
import { promotions } from './promotion.ts';
import type { AskedQuote } from './quote-api.ts';
import { quotedLines } from './quote-lines.ts';
import { shippingMethods } from './shipping-method.ts';
import { taxRates } from './tax-rate.ts';

type Sources = { store: EventStore; readModels: ReadModels };

/** Refuses with product-unknown or quote-too-large. */
export async function quoteOf(sources: Sources, asked: AskedQuote, now: number): Promise<Quote> {
  const lines = await quotedLines(sources, asked.lines);
  const request = requestOf(asked, lines);
  const rules = await rulesFor(sources.readModels, request);
  try {
    return quote(request, rules, now);
  } catch (error) {
    if (error instanceof QuoteTooLargeError) refuse('quote-too-large', error.message);
    throw error;
  }
}

function requestOf(asked: AskedQuote, lines: readonly QuoteLine[]): QuoteRequest {
  const { currency, coupons, address, method = null, customer, channel = null } = asked;
  const priced = lines.find(({ unitPrice }) => unitPrice !== null)?.unitPrice;
  return {
    currency: currency ?? priced?.currency ?? 'EUR',
    lines,
    coupons,
    address: address ?? null,
    method,
    ...(customer && {
      customer: { id: customer.id ?? null, groups: customer.groups, firstOrder: customer.firstOrder },
    }),
    channel,
  };
}

/** The rules that can matter to a request. */
async function rulesFor(readModels: ReadModels, request: QuoteRequest): Promise<Rules> {
  const { coupons: codes = [], address, lines } = request;
  const found = await readModels.getMany(coupons, 'normal', [...new Set(codes.map(normalCode))]);
  const byCode = await readModels.getMany(promotions.table, 'id', [
    ...new Set(found.map((one) => one.promotionId)),
  ]);
  const [automatic, rates, methods, prices] = await Promise.all([
    automaticPromotions(readModels),
    address ? readModels.getMany(taxRates.table, 'country', [address.country]) : [],
    address ? everyRow(readModels, shippingMethods.table, [active]) : [],
    readModels.getMany(listedPrices, 'sku', [...new Set(lines.map(({ sku }) => sku))]),
  ]);
  return {
    promotions: [...automatic, ...byCode.filter((one) => !one.automatic)].map(ruleOf),
    coupons: found.map(({ promotionId, status, ...one }) => ({
      ...one,
      promotion: promotionId,
      disabled: status === 'disabled',
      uses: 0,
      usesOfCustomer: 0,
    })),
    taxRates: rates
      .filter(({ status }) => status === 'active')
      .map(({ rate, ...one }) => ({ ...one, ...rate })),
    shippingMethods: methods,
    priceLists: prices.map(({ sku, price, compareAt, ...list }) => ({
      ...list,
      prices: [{ sku, price, compareAt }],
    })),
  };
}

const ruleOf = ({ status, ...rule }: RowOf<typeof promotions.table>): Promotion => ({
  ...rule,
  active: status === 'active',
});

async function automaticPromotions(readModels: ReadModels) {
  return await everyRow(readModels, promotions.table, [
    { column: 'automatic', op: 'eq', value: true },
    active,
  ]);
}

const active = { column: 'status', op: 'eq', value: 'active' } as const;
const pageSize = 500;

async function everyRow<T extends Table>(
  readModels: ReadModels,
  table: T,
  where: ListQuery<T>['where'] = [],
): Promise<RowOf<T>[]> {
  const sort = { column: 'createdAt', direction: 'asc' } as ListQuery<T>['sort'];
  const all: RowOf<T>[] = [];
  let cursor: string | undefined;
  do {
    const page = await readModels.list(table, { where, sort, cursor, limit: pageSize });
    all.push(...page.rows);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return all;
}
