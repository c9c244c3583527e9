/**
 * A file with rules, YAML or JSON, in the shapes of the requests of the pricing service; the coupons of a promotion stand in it.
 * Whatever that service would refuse is refused here.
 */
import { timed } from '@quickmart/price-book';
import {
  type Fault,
  faultsOfCoupon,
  faultsOfPriceList,
  faultsOfPromotion,
  faultsOfSchedule,
  faultsOfShippingMethod,
  normalCode,
  type Rules,
} from '@quickmart/pricing';
import { parse, YAMLParseError } from 'yaml';
import { z } from 'zod';
import { newCoupon, newPromotion } from '../../../apps/pricing/src/api.ts';
import { taxRules } from '../../../apps/pricing/src/rules.ts';
import { newPriceList, newShippingMethod, newTaxRate } from '../../../apps/pricing/src/rules-api.ts';
import { UsageFailure } from '../failure.ts';
import { readTextFile } from '../text-file.ts';

const shape = z.strictObject({
  promotions: z.array(newPromotion.extend({ coupons: z.array(newCoupon).default([]) })).optional(),
  taxRates: z.array(newTaxRate).optional(),
  shippingMethods: z.array(newShippingMethod).optional(),
  priceLists: z.array(newPriceList).optional(),
});
type File = z.infer<typeof shape>;
type Wrong = Pick<Fault, 'pointer' | 'detail'>;

const shownMax = 20;

/**
 * The kinds of rules that stand in the file; promotions bring the kind `coupons`, too.
 * Throws a {@link UsageFailure} that names the file, each place and what is wrong there.
 */
export function readRules(path: string): Partial<Rules> {
  const parsed = shape.safeParse(parsedText(path), { reportInput: false });
  const wrong = parsed.success ? faultsOf(parsed.data) : parsed.error.issues.map(wrongIn);
  if (parsed.success && wrong.length === 0) return rulesIn(parsed.data);
  const lines = wrong
    .slice(0, shownMax)
    .map(({ pointer, detail }) => `${path}: ${pointer || '/'}: ${detail}`);
  const more = wrong.length - shownMax;
  throw new UsageFailure([...lines, ...(more > 0 ? [`… and ${more} more`] : [])].join('\n'));
}

function parsedText(path: string): unknown {
  const text = readTextFile(path);
  try {
    return parse(text);
  } catch (error) {
    // Also a ReferenceError: aliases that unfold without end.
    if (error instanceof YAMLParseError || error instanceof ReferenceError)
      throw new UsageFailure(`${path}: ${error.message}`);
    throw error;
  }
}

const wrongIn = ({ path, message }: z.core.$ZodIssue): Wrong => ({
  pointer: path.map((part) => `/${String(part)}`).join(''),
  detail: message,
});

function faultsOf({ promotions = [], taxRates = [], shippingMethods = [], priceLists = [] }: File): Wrong[] {
  const coupons = promotions.flatMap(({ coupons }, index) =>
    coupons.map((coupon, at) => ({ ...coupon, at: `/promotions/${index}/coupons/${at}` })),
  );
  return [
    ...promotions.flatMap((one, index) => [
      ...under(`/promotions/${index}`, faultsOfPromotion(timed(one))),
      ...(one.automatic && one.coupons.length > 0
        ? [{ pointer: `/promotions/${index}/coupons`, detail: 'the promotion is given without a code' }]
        : []),
    ]),
    ...coupons.flatMap((one) => under(one.at, faultsOfCoupon(timed(one)))),
    ...taxRates.flatMap((one, index) => under(`/taxRates/${index}`, faultsOfSchedule(timed(one)))),
    ...shippingMethods.flatMap((one, index) =>
      under(`/shippingMethods/${index}`, faultsOfShippingMethod(one)),
    ),
    ...priceLists.flatMap((one, index) => under(`/priceLists/${index}`, faultsOfPriceList(timed(one)))),
    ...repeated(coupons.map(({ code, at }) => [normalCode(code), `${at}/code`])),
    ...repeated(taxRates.map((one, index) => [taxRules.idOf(one), `/taxRates/${index}`])),
    ...repeated(shippingMethods.map(({ key }, index) => [key, `/shippingMethods/${index}/key`])),
    ...repeated(priceLists.map(({ key }, index) => [key, `/priceLists/${index}/key`])),
  ];
}

const under = (place: string, faults: readonly Fault[]): Wrong[] =>
  faults.map(({ pointer, detail }) => ({ pointer: `${place}${pointer}`, detail }));

/** Put to the service one after the other, the later one would replace the other. */
function repeated(named: readonly (readonly [name: string, pointer: string])[]): Wrong[] {
  const first = new Map<string, string>();
  return named.flatMap(([name, pointer]) => {
    const before = first.get(name);
    if (before === undefined) first.set(name, pointer);
    return before === undefined ? [] : [{ pointer, detail: `the same stands at ${before}` }];
  });
}

/** Ids in the order of the file: of equal priorities, the service gives the older promotion first. */
const idAt = (index: number): string => `rule-${String(index).padStart(6, '0')}`;

const rulesIn = ({ promotions, taxRates, shippingMethods, priceLists }: File): Partial<Rules> => ({
  ...(promotions && {
    promotions: promotions.map(({ coupons: _, ...one }, index) => ({
      ...timed(one),
      id: idAt(index),
      active: true,
    })),
    coupons: promotions.flatMap(({ coupons }, index) =>
      coupons.map((one) => ({
        ...timed(one),
        promotion: idAt(index),
        disabled: false,
        uses: 0,
        usesOfCustomer: 0,
      })),
    ),
  }),
  ...(taxRates && { taxRates: taxRates.map((one) => ({ ...timed(one), id: taxRules.idOf(one) })) }),
  ...(shippingMethods && { shippingMethods }),
  ...(priceLists && { priceLists: priceLists.map(timed) }),
});
