/** An order as it is shown, of its row. */
import { reasonOf } from '@quickmart/contracts/order/cancelling';
import type { Shown } from '@quickmart/service';
import type { Order } from './api.ts';
import { limits } from './limits.ts';
import { countsOf, leftOf } from './quantities.ts';
import type { orderList } from './read-models.ts';
import { returnView, summary } from './returns.ts';
import type { Cancellation, Checkout, Payment, Progress, Shipment, Units } from './state.ts';

const iso = (ms: number) => new Date(ms).toISOString();
const withoutPlace = ({ from: _, ...line }: Units) => line;

const checkoutView = ({
  addresses: { shipping: to, billing },
  shipping,
  ...checkout
}: Checkout): Pick<Order, keyof Checkout> => ({
  ...checkout,
  addresses: { ...(to && { shipping: to }), ...(billing && { billing }) },
  ...(shipping && { shipping }),
});

const shipmentView = ({ restock: _, ...one }: Shipment): Order['shipments'][number] => ({
  ...one,
  lines: one.lines.map(withoutPlace),
  dispatchedAt: iso(one.dispatchedAt),
  endedAt: one.endedAt === null ? null : iso(one.endedAt),
});

const cancellationView = ({
  owed: _,
  isSeenTo: __,
  at,
  refunded,
  ...one
}: Cancellation): Order['cancellations'][number] => ({
  ...one,
  ...(refunded && { refunded }),
  lines: one.lines.map(withoutPlace),
  cancelledAt: iso(at),
});

function quantitiesOf(lines: Order['lines'], progress: Progress): Order['quantities'] {
  const isCancelled = progress.stage === 'cancelled';
  return [...countsOf({ lines, ...progress }).values()].map((count) => {
    const { productId, sku, ordered, shipped, returned } = count;
    const cancelled = isCancelled ? ordered : count.cancelled;
    const left = isCancelled ? 0 : leftOf(count);
    return { productId, sku, ordered, cancelled, shipped, returned, left };
  });
}

/** While it waits for another payment method, why, and until when. */
function paymentView(payment: Payment, { decline, methodNumber, payBy }: Progress): Order['payment'] {
  if (decline === null || payment.status !== 'declined') return payment;
  const attemptsLeft = limits.paymentMethodsMax - methodNumber;
  return { ...payment, declined: { code: decline, attemptsLeft, until: iso(payBy) } };
}

export function orderView(row: Shown<typeof orderList.table>): Order {
  const { totalAmount: amount, currency, cancelled, shortages, checkout, progress, ...rest } = row;
  const { cancellations, shipments, returns, attention } = progress;
  return {
    ...rest,
    ...checkoutView(checkout),
    total: { amount, currency },
    ...(cancelled && { cancelled, reason: reasonOf(cancelled) }),
    ...(shortages && { shortages }),
    ...(progress.payment && { payment: paymentView(progress.payment, progress) }),
    quantities: quantitiesOf(rest.lines, progress),
    cancellations: cancellations.map(cancellationView),
    shipments: shipments.map(shipmentView),
    ...(returns.length > 0 && { returned: summary(returns) }),
    returns: returns.map(returnView),
    ...(attention && { attention }),
  };
}
