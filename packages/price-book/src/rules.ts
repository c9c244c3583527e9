/** The rules that can matter to a basket, out of the tables of this package. */
import { normalCode, type Promotion, type QuoteRequest, type Rules } from '@quickmart/pricing';
import type { ListQuery, ReadModels, RowOf, Table } from '@quickmart/projections';
import { caughtUp, type Sources } from './behind.ts';
import { type CouponRow, coupons } from './coupon.ts';
import { listedPrices, priceLists } from './price-list.ts';
import { promotions } from './promotion.ts';
import { category } from './rule.ts';
import { shippingMethods } from './shipping-method.ts';
import { taxRates } from './tax-rate.ts';

/**
 * Coupons count as unused: how often one was used is known where orders are placed. `maxAgeMs`: what holds for every basket may
 * have been read so long ago. So a busy shop without rules asks the database for nothing more than its catalog.
 */
export async function rulesFor(sources: Sources, request: QuoteRequest, maxAgeMs = 0): Promise<Rules> {
  const { readModels } = sources;
  const { coupons: codes = [], address, lines } = request;
  const [byCode, { automatic, methods, hasPrices }, rates] = await Promise.all([
    couponsFor(sources, [...new Set(codes.map(normalCode))]),
    rulesForAll(readModels, maxAgeMs),
    address ? readModels.getMany(taxRates.table, 'country', [address.country]) : [],
  ]);
  const skus = hasPrices ? [...new Set(lines.map(({ sku }) => sku))] : [];
  return rulesOf({
    promotions: [...automatic, ...byCode.promotions.filter((one) => !one.automatic)],
    coupons: byCode.coupons,
    taxRates: rates,
    shippingMethods: address ? methods : [],
    listedPrices: await readModels.getMany(listedPrices, 'sku', skus),
  });
}

type ForAll = {
  automatic: PromotionRow[];
  methods: RowOf<typeof shippingMethods.table>[];
  hasPrices: boolean;
};
const kept = new WeakMap<ReadModels, { at: number; rules: Promise<ForAll> }>();

async function rulesForAll(readModels: ReadModels, maxAgeMs: number): Promise<ForAll> {
  const known = kept.get(readModels);
  const now = performance.now();
  if (known !== undefined && now - known.at < maxAgeMs) return await known.rules;
  const read = async () => {
    const [automatic, methods, { rows }] = await Promise.all([
      automaticPromotions(readModels),
      everyRow(readModels, shippingMethods.table, [active]),
      readModels.list(priceLists.table, { where: [active], sort: byCreation, limit: 1 }),
    ]);
    return { automatic, methods, hasPrices: rows.length > 0 };
  };
  const rules = read();
  kept.set(readModels, { at: now, rules });
  rules.catch(() => kept.delete(readModels));
  return await rules;
}

type PromotionRow = RowOf<typeof promotions.table>;
type RuleRows = {
  promotions: readonly PromotionRow[];
  coupons: readonly CouponRow[];
  taxRates: readonly RowOf<typeof taxRates.table>[];
  shippingMethods: readonly RowOf<typeof shippingMethods.table>[];
  listedPrices: readonly RowOf<typeof listedPrices>[];
};

/** Some promotion is for the first order of a customer: only then it matters which one this is. */
export const asksFirstOrder = ({ promotions: all }: Rules): boolean =>
  all.some(({ conditions }) => conditions.some(({ type }) => type === 'first-order'));

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
const byCreation = { column: 'createdAt', direction: 'asc' } as const;
const pageSize = 500;

async function everyRow<T extends Table>(
  readModels: ReadModels,
  table: T,
  where: ListQuery<T>['where'],
): Promise<RowOf<T>[]> {
  const sort = byCreation as ListQuery<T>['sort'];
  const all: RowOf<T>[] = [];
  let cursor: string | undefined;
  do {
    const page = await readModels.list(table, { where, sort, cursor, limit: pageSize });
    all.push(...page.rows);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return all;
}
