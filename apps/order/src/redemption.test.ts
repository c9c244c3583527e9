/** Coupons of orders, through HTTP, with a real Redis and SQLite. Whoever redeems at once is another process here: a store of its own. */
import { randomUUIDv7 } from 'node:crypto';
import {
  couponsIssued,
  promotionCreated,
  shippingMethodSet,
  taxRateSet,
} from '@quickmart/contracts/pricing/events';
import { productCreated } from '@quickmart/contracts/product/events';
import { registry } from '@quickmart/contracts/registry';
import { normalCode } from '@quickmart/pricing';
import { serviceOfTests } from '@quickmart/service/testing';
import { aggregate, EventStore, type NewEvent } from '@quickmart/streams';
import { expect, test } from 'vitest';
import { OrderNumbers } from './numbers.ts';
import { basketOf, placeOrder } from './placing.ts';
import { placeOrder as shape } from './placing-api.ts';
import { redemption, usesOf } from './redemption.ts';
import order from './service.ts';

const service = serviceOfTests(order);
const { send } = service;
const eur = (amount: number) => ({ amount, currency: 'EUR' });
const everything = { skus: [], categories: [] };
const always = { startsAt: null, endsAt: null };

/** As the other services write them. The position of what was written last. */
async function write(category: string, id: string, events: NewEvent[], claims: [string, string][] = []) {
  const other = aggregate<null, Record<string, unknown>>({ category, initial: null, evolve: {} });
  const { position } = await service.store.decide(other, id, () => events as never, {
    at: Date.now(),
    meta: { correlationId: 'test' },
    claims: claims.map(([name, value]) => ({ name, value })),
  });
  return { 'Event-Position': position ?? '' };
}

async function sell(sku: string, amount: number): Promise<void> {
  const productId = randomUUIDv7();
  const details = { name: sku, description: '', category: null, attributes: {} };
  await write(
    'product',
    productId,
    [productCreated({ productId, sku, price: eur(amount), ...details })],
    [['sku', sku]],
  );
}

type Limits = { usesMax?: number | null; usesPerCustomerMax?: number | null };
/** A promotion of ten percent with these codes. */
async function offer(
  codes: string[],
  { usesMax = null, usesPerCustomerMax = null }: Limits = {},
): Promise<void> {
  const promotionId = randomUUIDv7();
  const effect = { type: 'percent' as const, percent: 10, on: everything };
  const rule = {
    name: 'Ten',
    effect,
    conditions: [],
    automatic: false,
    stackable: true,
    priority: 0,
    ...always,
  };
  await write('pricing', promotionId, [promotionCreated(rule)]);
  const issued = couponsIssued({ promotionId, codes, usesMax, usesPerCustomerMax, ...always });
  await write(
    'pricing',
    randomUUIDv7(),
    [issued],
    codes.map((code) => ['coupon', normalCode(code)]),
  );
}

const place = (more: object, headers = {}) =>
  send(
    'POST',
    '/api/orders',
    { customerId: randomUUIDv7(), lines: [{ sku: 'MUG', quantity: 2 }], ...more },
    headers,
  );
const usesNow = async (code: string, customerId = '') => {
  const { code: all, customer } = usesOf(code, customerId);
  const count = async (id: string) => (await service.store.read(redemption, id)).state.uses;
  return { all: await count(all.id), customer: await count(customer.id) };
};
const reasons = ({ body }: Awaited<ReturnType<typeof place>>) =>
  (body.errors ?? []).map(({ pointer, code }: { pointer: string; code: string }) => [pointer, code]);

test('an order says what it costs and why, to whom and where it goes; what is personal is sealed', async () => {
  await sell('MUG', 1999);
  await offer(['TEN']);
  const rate = {
    country: 'DE',
    region: null,
    taxClass: 'standard',
    name: 'VAT',
    percent: 19,
    included: true,
  };
  await write('pricing', randomUUIDv7(), [taxRateSet({ ...rate, ...always })]);
  const zone = {
    countries: ['DE'],
    regions: [],
    postalCodes: [],
    rate: { type: 'flat' as const, price: eur(490) },
  };
  const method = shippingMethodSet({ key: 'post', name: 'Post', zones: [zone], taxClass: null });
  const seen = await write('pricing', randomUUIDv7(), [method]);
  const address = {
    name: 'Anna Arnold',
    line1: 'Lange Str. 1',
    postalCode: '20095',
    city: 'Hamburg',
    country: 'DE',
  };
  const asked = {
    coupons: ['ten'],
    addresses: { shipping: address },
    email: 'Anna@Example.com',
    shippingMethod: 'post',
    locale: 'de-DE',
    metadata: { channel: 'app' },
  };
  const { status, body } = await place(asked, seen);
  expect([status, body]).toMatchObject([
    201,
    {
      number: expect.stringMatching(/^QM-20\d\d-\d{6}$/),
      email: 'anna@example.com',
      addresses: { shipping: { ...address, company: null } },
      locale: 'de-DE',
      metadata: { channel: 'app' },
      lines: [
        {
          sku: 'MUG',
          lineTotal: eur(3998),
          discounts: [{ code: 'TEN', amount: eur(400) }],
          total: eur(3598),
        },
      ],
      subtotal: eur(3998),
      discounts: [{ code: 'TEN', name: 'Ten', amount: eur(400), why: '10 % of 39.98 EUR' }],
      shipping: { method: 'post', amount: eur(490), total: eur(490) },
      tax: [{ name: 'VAT', base: eur(3436), amount: eur(652), included: true }],
      total: eur(4088),
    },
  ]);
  expect((await send('GET', `/api/orders/${body.id}?minVersion=1`)).body).toEqual(body);
  const list = await send('GET', `/api/orders?number=${body.number}`);
  expect(list.body.data.map(({ id }: { id: string }) => id)).toEqual([body.id]);
  const [event] = await service.store.history('order', body.id, { afterVersion: 0, limit: 1 });
  expect(JSON.stringify(event?.data)).not.toMatch(/Arnold|Lange|20095|Hamburg|anna@/i);
});

test('what does not hold refuses the order, names it and says why; nothing is used by that', async () => {
  await offer(['TWO'], { usesMax: 2, usesPerCustomerMax: 1 });
  const customerId = randomUUIDv7();
  const unknown = await place({ coupons: ['two', 'NONE'], shippingMethod: 'drone' });
  expect([unknown.status, unknown.body.code]).toEqual([422, 'quote-refused']);
  expect(reasons(unknown)).toEqual([
    ['/shippingMethod', 'address-missing'],
    ['/coupons/1', 'coupon-unknown'],
  ]);
  expect(unknown.body.errors[1].detail).toMatch(/^NONE: /);
  expect((await place({ customerId, coupons: ['TWO'] })).status).toBe(201);
  expect(reasons(await place({ customerId, coupons: ['TWO'] }))).toEqual([
    ['/coupons/0', 'coupon-used-by-customer'],
  ]);
  expect((await place({ coupons: ['TWO'] })).status).toBe(201);
  expect(reasons(await place({ coupons: ['TWO'] }))).toEqual([['/coupons/0', 'coupon-used-up']]);
  expect(await usesNow('two', customerId)).toEqual({ all: 2, customer: 1 });
});

test('a cancelled order gives its use back, once', async () => {
  await offer(['ONCE'], { usesMax: 1, usesPerCustomerMax: 1 });
  const customerId = 'anna@example.com';
  const { body } = await place({ customerId, coupons: ['once'] });
  const subject = service.sealing.subjectOf(customerId);
  expect(await usesNow('ONCE', subject)).toEqual({ all: 1, customer: 1 });
  const cancel = () =>
    send('POST', `/api/orders/${body.id}/cancel`, {}, { 'Idempotency-Key': 'again-and-again' });
  const answers = await Promise.all([cancel(), cancel()]);
  expect(answers.map(({ status }) => status).sort()).toContain(200);
  expect((await cancel()).status).toBe(200);
  expect(await usesNow('ONCE', subject)).toEqual({ all: 0, customer: 0 });
  expect((await place({ customerId, coupons: ['ONCE'] })).status).toBe(201);
});

/** A second process: its connection dies after so many orders, in the middle of all. */
function process() {
  const redis = service.redis.connect();
  const store = new EventStore({ redis, codec: registry });
  const waits = {
    reservationWaitMs: 60_000,
    paymentWaitMs: 60_000,
    confirmationWaitMs: 60_000,
    settlementWaitMs: 60_000,
  };
  const numbers = new OrderNumbers(store);
  const buy = async (code: string, buyer: string): Promise<'bought' | 'refused' | 'unknown'> => {
    const command = { at: Date.now(), meta: { correlationId: buyer }, idempotencyKey: `buy:${buyer}` };
    try {
      const asked = shape.parse({ lines: [{ sku: 'MUG', quantity: 1 }], coupons: [code] });
      const whose = { customerId: buyer, names: async () => [buyer] };
      const basket = await basketOf({ store, readModels: service.readModels! }, asked, whose);
      const contact = {
        email: null,
        addresses: { shipping: null, billing: null },
        locale: null,
        metadata: {},
      };
      const known = {
        number: await numbers.next(command),
        customerId: buyer,
        ...contact,
        paymentMethod: null,
        onDecline: 'cancel' as const,
      };
      await placeOrder({ store, settings: waits }, randomUUIDv7(), { basket, known }, command);
      return 'bought';
    } catch (error) {
      return (error as { code?: string }).code === 'quote-refused' ? 'refused' : 'unknown';
    }
  };
  return { buy, die: () => redis.disconnect() };
}

const discounted = async (code: string) => {
  const { body } = await send('GET', '/api/orders?limit=100&includeTotal=true&sort=-placedAt');
  return body.data.filter((one: { discounts: { code?: string }[] }) =>
    one.discounts.some((d) => d.code === code),
  ).length;
};

test('200 buyers, one coupon with 20 uses, two processes, one of them dies: 20 orders have it, 20 uses are counted', async () => {
  await offer(['RUSH'], { usesMax: 20 });
  const [one, two] = [process(), process()];
  const buyers = Array.from({ length: 200 }, () => randomUUIDv7());
  const first = buyers.map(async (buyer, n) => {
    const answer = await (n % 2 === 0 ? one : two).buy('rush', buyer);
    if (answer === 'bought') one.die();
    return answer;
  });
  const answers = await Promise.all(first);
  // Who knows nothing asks again, under the same key.
  const again = await Promise.all(
    buyers.map((buyer, n) => (answers[n] === 'unknown' ? two.buy('RUSH', buyer) : answers[n])),
  );
  expect(Object.fromEntries(Map.groupBy(again, (answer) => answer))).toMatchObject({
    bought: Array(20).fill('bought'),
    refused: Array(180).fill('refused'),
  });
  expect((await usesNow('RUSH')).all).toBe(20);
  const last = await place({}, {});
  await send('GET', `/api/orders/${last.body.id}?minVersion=1`);
  expect(await discounted('RUSH')).toBe(20);
  two.die();
});

test('single-use codes, each tried twice at once by two processes: each is used once', async () => {
  const codes = Array.from({ length: 50 }, (_, n) => `GIFT-${n}`);
  await offer(codes, { usesMax: 1 });
  const both = [process(), process()];
  const answers = await Promise.all(
    codes.flatMap((code) => both.map((shop) => shop.buy(code, randomUUIDv7()))),
  );
  expect(answers.filter((answer) => answer === 'bought')).toHaveLength(50);
  expect(answers.filter((answer) => answer === 'refused')).toHaveLength(50);
  const counts = await Promise.all(codes.map(async (code) => (await usesNow(code)).all));
  expect(counts).toEqual(Array(50).fill(1));
  for (const shop of both) shop.die();
});
