import { orderCancelled, orderConfirmed, orderPlaced } from '@quickmart/contracts/order';
import { registry } from '@quickmart/contracts/registry';
import { givenWith } from '@quickmart/streams/given';
import { describe, expect, test } from 'vitest';
import { cancel, confirm, order, orderView, place, reject } from './order.ts';

const { given } = givenWith(registry);
const euros = (amount: number) => ({ amount, currency: 'EUR' });
const productId = '019a0000-0000-7000-8000-000000000001';
const mug = { productId, sku: 'MUG-BLUE-350', name: 'Blue mug', quantity: 3 };
const input = {
  customerId: 'customer-17',
  lines: [{ ...mug, unitPrice: euros(1299), lineTotal: euros(3897) }],
  total: euros(3897),
};
const placed = orderPlaced(input);
const confirmed = orderConfirmed({});
const shortages = [{ productId, sku: mug.sku, requested: 3, available: 2 }];
const short = orderCancelled({ reason: 'shortage', by: 'inventory', shortages });
const byCustomer = orderCancelled({ reason: 'ordered twice', by: 'customer' });

const none = given(order, []);
const pending = given(order, [placed]);
const stands = given(order, [placed, confirmed]);
const ended = [
  ['cancelled for a shortage', given(order, [placed, short])],
  ['cancelled while pending', given(order, [placed, byCustomer])],
  ['cancelled when confirmed', given(order, [placed, confirmed, byCustomer])],
] as const;

test('place', () => {
  none.when(() => place(input)).then([placed]);
});

describe('confirm', () => {
  test('a pending order', () => pending.when(confirm).then([confirmed]));
  test('changes nothing when it is confirmed already', () => stands.when(confirm).then([]));
  test.each(ended)('comes too late: %s', (_, done) => done.when(confirm).then([]));
  test('changes nothing where there is no order', () => none.when(confirm).then([]));
});

describe('reject', () => {
  const decide = (state: typeof pending.state) => reject(state, shortages);
  test('cancels a pending order and says what was short', () => pending.when(decide).then([short]));
  test('never takes a confirmed order back', () => stands.when(decide).then([]));
  test.each(ended)('comes too late: %s', (_, done) => done.when(decide).then([]));
  test('changes nothing where there is no order', () => none.when(decide).then([]));
});

describe('cancel', () => {
  const decide = (state: typeof pending.state) => cancel(state, 'ordered twice');
  test('a pending order', () => pending.when(decide).then([byCustomer]));
  test('a confirmed order', () => stands.when(decide).then([byCustomer]));
  test.each(ended)('is refused: %s', (_, done) => done.when(decide).refuses('order-not-cancellable'));
  test('is refused where there is no order', () => none.when(decide).refuses('not-found'));
});

describe('the order as it is shown', () => {
  const shown = ({ state, version }: typeof pending) => orderView(state, version);
  const base = { id: '00000000-0000-7000-8000-000000000000', ...input, placedAt: '2026-01-01T00:00:01.000Z' };

  test('pending, confirmed', () => {
    expect(shown(pending)).toEqual({ ...base, status: 'pending', version: 1, updatedAt: base.placedAt });
    expect(shown(stands)).toMatchObject({
      status: 'confirmed',
      version: 2,
      updatedAt: '2026-01-01T00:00:02.000Z',
    });
  });

  test('cancelled, with the reason, and the shortages only where there are some', () => {
    const updatedAt = '2026-01-01T00:00:02.000Z';
    const cancelled = { ...base, status: 'cancelled', version: 2, updatedAt };
    expect(shown(given(order, [placed, short]))).toEqual({ ...cancelled, reason: 'shortage', shortages });
    expect(shown(given(order, [placed, byCustomer]))).toEqual({ ...cancelled, reason: 'ordered twice' });
    expect(() => orderView(null, 0)).toThrow('there is no such order');
  });

  test('events before the placing come to nothing', () => {
    expect(given(order, [confirmed, short, byCustomer]).state).toBeNull();
  });
});
