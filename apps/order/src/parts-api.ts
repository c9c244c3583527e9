/** What an order has become in parts, as it is shown: shipments, cancellations of lines, returns, and what is left. */
import { cancellationCode, cancelledBy } from '@quickmart/contracts/order/cancelling';
import { orderReturn, returnedLine } from '@quickmart/contracts/order/events';
import { shipmentStatus, shipmentUnits } from '@quickmart/contracts/order/shipments';
import { examples, id, instant, money, sku } from '@quickmart/contracts/shapes';
import { z } from 'zod';

/** `refund` is what was paid for the goods. `refunded` is what was refunded: it is less if less was left. */
export const returnOfOrder = orderReturn.extend({ id, refunded: money, returnedAt: instant }).meta({
  id: 'ReturnOfOrder',
  example: {
    ...(orderReturn.meta()?.example as object),
    id: examples.event,
    refunded: { amount: 1299, currency: 'EUR' },
    returnedAt: examples.at,
  },
});
export type ReturnOfOrder = z.infer<typeof returnOfOrder>;

export const shipment = z
  .object({
    id,
    lines: z.array(shipmentUnits),
    carrier: z.string().nullable(),
    tracking: z.string().nullable(),
    status: shipmentStatus.meta({ description: '`returned`: to the sender, without being delivered' }),
    dispatchedAt: instant,
    endedAt: instant.nullable().meta({ description: 'When it was delivered, lost or returned' }),
  })
  .meta({
    id: 'Shipment',
    example: {
      id: examples.event,
      lines: [shipmentUnits.meta()?.example],
      carrier: 'DHL',
      tracking: '00340434292135100186',
      status: 'in-transit',
      dispatchedAt: examples.at,
      endedAt: null,
    },
  });
export const erasable = z.string().nullable();
const why = {
  by: cancelledBy.meta({ description: '`system`: nobody was asked; `code` says why' }),
  code: cancellationCode,
  note: erasable.meta({ description: 'In words; null: nothing was said, or the customer was erased' }),
};
export const cancelled = z.object(why).meta({
  id: 'OrderCancelled',
  example: { by: 'customer', code: 'customer-request', note: null },
});
/** Of some lines. `amount`: what was agreed on for them. */
export const lineCancellation = z
  .object({
    id,
    lines: z.array(returnedLine),
    ...why,
    amount: money,
    refunded: money.optional(),
    cancelledAt: instant,
  })
  .meta({
    id: 'OrderLinesCancelled',
    description: 'Without `refunded`, nothing of it was given back, mostly as it was not captured',
    example: {
      id: examples.event,
      lines: [returnedLine.meta()?.example],
      by: 'staff',
      code: 'out-of-stock',
      note: null,
      amount: { amount: 1299, currency: 'EUR' },
      cancelledAt: examples.at,
    },
  });
const units = z.int().min(0);
export const quantities = z
  .object({
    productId: id,
    sku,
    ordered: units,
    cancelled: units,
    shipped: units,
    returned: units,
    left: units.meta({
      description: 'To be sent yet: ordered − cancelled − shipped; 0 in a cancelled order',
    }),
  })
  .meta({
    id: 'OrderQuantities',
    example: {
      productId: examples.product,
      sku: 'MUG-BLUE-350',
      ordered: 3,
      cancelled: 0,
      shipped: 2,
      returned: 0,
      left: 1,
    },
  });
