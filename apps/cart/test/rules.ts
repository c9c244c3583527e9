/** One of each rule, as the pricing service writes them: ten percent by the code TEN, VAT in Germany, and the post. */
import { randomUUIDv7 } from 'node:crypto';
import {
  couponsIssued,
  promotionCreated,
  shippingMethodSet,
  taxRateSet,
} from '@quickmart/contracts/pricing/events';
import type { ReadModels } from '@quickmart/projections';
import { aggregate, type EventStore } from '@quickmart/streams';
import { eur } from './shop.ts';

// biome-ignore lint/suspicious/noExplicitAny: any events of the category.
const rule = aggregate<null, any>({ category: 'pricing', initial: null, evolve: {} as never });
const always = { startsAt: null, endsAt: null };

export async function rules({
  store,
  readModels,
}: {
  store: EventStore;
  readModels: ReadModels;
}): Promise<void> {
  const promotionId = randomUUIDv7();
  const on = { skus: [], categories: [] };
  const promotion = promotionCreated({
    name: 'Ten percent',
    effect: { type: 'percent', percent: 10, on },
    conditions: [],
    automatic: false,
    stackable: true,
    priority: 0,
    ...always,
  });
  const issued = couponsIssued({
    promotionId,
    codes: ['TEN'],
    usesMax: null,
    usesPerCustomerMax: null,
    ...always,
  });
  const vat = taxRateSet({
    country: 'DE',
    region: null,
    taxClass: 'standard',
    name: 'VAT',
    percent: 19,
    included: true,
    ...always,
  });
  const zone = { countries: ['DE'], regions: [], postalCodes: [] };
  const post = shippingMethodSet({
    key: 'post',
    name: 'Post',
    taxClass: null,
    zones: [{ ...zone, rate: { type: 'flat', price: eur(490) } }],
  });
  const append = async (id: string, event: object, claims: { name: string; value: string }[] = []) => {
    const at = { at: Date.now(), meta: { correlationId: 'test' } };
    const { position } = await store.decide(rule, id, () => [event as never], { ...at, claims });
    if (!(await readModels.waitFor(position!, 20_000))) throw new Error('a rule was not read in time');
  };
  await append(promotionId, promotion);
  await append(randomUUIDv7(), issued, [{ name: 'coupon', value: 'TEN' }]);
  await append(randomUUIDv7(), vat);
  await append(randomUUIDv7(), post);
}
