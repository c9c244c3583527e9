/** The order as it is shown. */
import { orderPlaced, plainOrder } from '@quickmart/contracts/order/events';
import { describe, expect, test } from 'vitest';
import {
  attention,
  byCustomer,
  captured,
  completed,
  delivered,
  dispatched,
  euros,
  given,
  input,
  type none,
  paid,
  paymentId,
  placed,
  productId,
  resolved,
  returned,
  shipment,
  shipmentId,
  short,
  shortages,
  shownOrder,
  stages,
  whole,
  why,
} from '../test/testing.ts';
import { order } from './order.ts';

describe('the order as it is shown', () => {
  const shown = ({ state, version }: typeof none) => shownOrder(state, version);
  const {
    paymentMethod: _,
    shipping: __,
    onDecline: ___,
    isFirst: ____,
    ...told
  } = plainOrder({
    ...input,
    paymentMethod: null,
  });
  const base = {
    id: '00000000-0000-7000-8000-000000000000',
    ...told,
    addresses: {},
    quantities: [
      { productId, sku: 'MUG-BLUE-350', ordered: 3, cancelled: 0, shipped: 0, returned: 0, left: 3 },
    ],
    cancellations: [],
    shipments: [],
    returns: [],
    placedAt: '2026-01-01T00:00:01.000Z',
  };

  test('pending, confirmed', () => {
    const { reserving } = stages;
    expect(shown(reserving)).toEqual({ ...base, status: 'pending', version: 1, updatedAt: base.placedAt });
    expect(shown(stages.confirmed)).toEqual({
      ...base,
      status: 'confirmed',
      version: 4,
      updatedAt: '2026-01-01T00:00:04.000Z',
      payment: {
        id: paymentId,
        status: 'authorized',
        authorized: euros(3897),
        captured: euros(0),
        refunded: euros(0),
      },
    });
  });

  test.each([
    ...(['reserving', 'paying', 'confirming'] as const).map((name) => [name, 'pending'] as const),
    ...([
      ['shipped', 'shipped'],
      ['delivered', 'shipped'],
      ['completed', 'completed'],
    ] as const),
    ...([
      ['cancelled', 'cancelled'],
      ['returned', 'returned'],
    ] as const),
  ])('%s is %s', (name, status) => expect(shown(stages[name]).status).toBe(status));

  test('cancelled, with the reason, and the shortages only where there are some', () => {
    const updatedAt = '2026-01-01T00:00:02.000Z';
    const quantities = [{ ...base.quantities[0], cancelled: 3, left: 0 }];
    const all = { ...base, status: 'cancelled', version: 2, updatedAt, quantities };
    const cancelled = { by: 'system', code: 'out-of-stock', note: null };
    expect(shown(given(order, [placed, short]))).toEqual({
      ...all,
      cancelled,
      reason: 'shortage',
      shortages,
    });
    expect(shown(given(order, [placed, byCustomer]))).toEqual({
      ...all,
      cancelled: why,
      reason: 'ordered twice',
    });
    expect(() => shownOrder(null, 0)).toThrow('has no row');
  });

  test('shipment, payment and return', () => {
    const dispatchedAt = '2026-01-01T00:00:05.000Z';
    expect(shown(stages.returned)).toMatchObject({
      quantities: [{ ordered: 3, cancelled: 0, shipped: 3, returned: 3, left: 0 }],
      shipments: [
        {
          id: shipmentId,
          lines: [whole],
          ...shipment,
          status: 'delivered',
          dispatchedAt,
          endedAt: '2026-01-01T00:00:07.000Z',
        },
      ],
      payment: { id: paymentId, status: 'captured', captured: euros(3897), refunded: euros(0) },
      returned: { lines: [whole], restock: false, refund: euros(3897) },
      returns: [
        {
          lines: [whole],
          restock: false,
          refund: euros(3897),
          refunded: euros(0),
          returnedAt: '2026-01-01T00:00:09.000Z',
        },
      ],
    });
  });

  test('what needs attention, until it is resolved', () => {
    const open = [...paid, dispatched, attention];
    const since = '2026-01-01T00:00:06.000Z';
    expect(shown(given(order, open))).toMatchObject({
      status: 'attention',
      attention: { reason: 'the capture failed: card_expired', since },
    });
    const after = shown(given(order, [...open, resolved]));
    expect([after.status, after.attention]).toEqual(['shipped', undefined]);
  });

  test('never how the customer pays', () => {
    const secret = given(order, [orderPlaced(plainOrder({ ...input, paymentMethod: 'pm_card_visa' }))]);
    expect(secret.state?.paymentMethod).toBe('pm_card_visa');
    expect(JSON.stringify(shown(secret))).not.toContain('pm_card_visa');
  });

  test('events before the placing come to nothing', () => {
    const [, ...rest] = [
      ...paid,
      dispatched,
      captured,
      delivered,
      completed,
      returned,
      attention,
      resolved,
      short,
    ];
    expect(given(order, rest).state).toBeNull();
  });
});
