/** The rules that can matter to a basket, out of the tables of this package. */
import { normalCode, type Promotion, type QuoteRequest, type Rules } from '@quickmart/pricing';
import type { ListQuery, ReadModels, RowOf, Table } from '@quickmart/projections';
import { caughtUp, type Sources } from './behind.ts';
import { type CouponRow, coupons } from './coupon.ts';
import { listedPrices } from './price-list.ts';
import { promotions } from './promotion.ts';
import { category } from './rule.ts';
import { shippingMethods } from './shipping-method.ts';
import { taxRates } from './tax-rate.ts';

/** Coupons count as unused: how often one was used is known where orders are placed. */
export async function rulesFor(sources: Sources, request: QuoteRequest): Promise<Rules> {
  const { readModels } = sources;
  const { coupons: codes = [], address, lines } = request;
  const [byCode, automatic, rates, methods, prices] = await Promise.all([
    couponsFor(sources, [...new Set(codes.map(normalCode))]),
    automaticPromotions(readModels),
    address ? readModels.getMany(taxRates.table, 'country', [address.country]) : [],
    address ? everyRow(readModels, shippingMethods.table, [active]) : [],
    readModels.getMany(listedPrices, 'sku', [...new Set(lines.map(({ sku }) => sku))]),
  ]);
  return rulesOf({
    promotions: [...automatic, ...byCode.promotions.filter((one) => !one.automatic)],
    coupons: byCode.coupons,
    taxRates: rates,
    shippingMethods: methods,
    listedPrices: prices,
  });
}

type PromotionRow = RowOf<typeof promotions.table>;
type RuleRows = {
  promotions: readonly PromotionRow[];
  coupons: readonly CouponRow[];
  taxRates: readonly RowOf<typeof taxRates.table>[];
  shippingMethods: readonly RowOf<typeof shippingMethods.table>[];
  listedPrices: readonly RowOf<typeof listedPrices>[];
};

/** Rows of these tables as rules: what was removed is left out. A price of a list is a list of its own. */
export const rulesOf = (rows: RuleRows): Rules => ({
  promotions: rows.promotions.map(ruleOf),
  coupons: rows.coupons.map(({ promotionId, status, ...one }) => ({
    ...one,
    promotion: promotionId,
    disabled: status === 'disabled',
    uses: 0,
    usesOfCustomer: 0,
  })),
  taxRates: rows.taxRates
    .filter(({ status }) => status === 'active')
    .map(({ rate, ...one }) => ({ ...one, ...rate })),
  shippingMethods: rows.shippingMethods.filter(({ status }) => status === 'active'),
  priceLists: rows.listedPrices.map(({ sku, price, compareAt, ...list }) => ({
    ...list,
    prices: [{ sku, price, compareAt }],
  })),
});

type ByCode = { coupons: CouponRow[]; promotions: PromotionRow[] };

/** A coupon that was issued just now is waited for, and so is its promotion, which is in another partition of the log. */
async function couponsFor(sources: Sources, codes: readonly string[]): Promise<ByCode> {
  const { store, readModels } = sources;
  const found = () => readModels.getMany(coupons, 'normal', codes);
  let known = await found();
  if (known.length < codes.length) {
    const have = new Set(known.map(({ normal }) => normal));
    const missing = codes.filter((code) => !have.has(code));
    const batches = await Promise.all(missing.map((code) => store.owner(category, 'coupon', code)));
    if (await caughtUp(sources, category, batches)) known = await found();
  }
  const ids = [...new Set(known.map(({ promotionId }) => promotionId))];
  const promoted = () => readModels.getMany(promotions.table, 'id', ids);
  let rules = await promoted();
  const lacking = ids.filter((id) => !rules.some((rule) => rule.id === id));
  if (lacking.length > 0 && (await caughtUp(sources, category, lacking))) rules = await promoted();
  return { coupons: known, promotions: rules };
}

const ruleOf = ({ status, ...rule }: PromotionRow): Promotion => ({
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
