/** What an order is. It is folded in order.ts; what became of its money is in money.ts, of its units in quantities.ts. */
import type { OrderEvents, ReturnedLine } from '@quickmart/contracts/order/events';
import type { OnDecline } from '@quickmart/contracts/order/placing';
import type { Money } from '@quickmart/contracts/shapes';
import type { Order } from './api.ts';

export type Payment = Omit<NonNullable<Order['payment']>, 'declined'>;
/** `owed`: the payment service was asked to give it back, and has not said how that ended. */
export type Return = {
  id: string;
  /** Of what was not delivered; null: the customer has sent it. */
  shipmentId: string | null;
  lines: ReturnedLine[];
  restock: boolean;
  refund: Money;
  refunded: Money;
  owed: boolean;
  at: number;
};

/** Units of a product that an order does not keep any more. `from`: how many of them were sent or cancelled before these. */
export type Units = ReturnedLine & { from: number };

export type Shipment = {
  id: string;
  lines: Units[];
  carrier: string | null;
  tracking: string | null;
  status: Order['shipments'][number]['status'];
  /** Come back without being delivered, it goes on the shelf. */
  restock: boolean;
  dispatchedAt: number;
  endedAt: number | null;
};

type Why = Pick<OrderEvents['OrderCancelledEvent'], 'by' | 'code' | 'note'>;

/**
 * Of some lines. `refunded` is null as long as nothing was given back for it: mostly it was never captured. `isSeenTo`: it was owed
 * until an operator has seen to it.
 */
export type Cancellation = Why & {
  id: string;
  lines: Units[];
  amount: Money;
  refunded: Money | null;
  owed: boolean;
  isSeenTo: boolean;
  at: number;
};

/** Where it is. Until `confirmed` the next step is the system's, then it is somebody's in the warehouse. */
export type Stage =
  | 'reserving'
  | 'paying'
  | 'confirming'
  | 'confirmed'
  /** Some of it has left, and not all has arrived. */
  | 'shipped'
  | 'delivered'
  | 'completed'
  | 'cancelled'
  | 'returned';

/** What was agreed on when it was placed, beside lines and total: it never changes. */
export type Checkout = Pick<
  OrderEvents['OrderPlacedEvent'],
  'email' | 'addresses' | 'locale' | 'metadata' | 'subtotal' | 'discounts' | 'shipping' | 'tax'
>;

type Shown = Pick<Order, 'id' | 'number' | 'lines' | 'total' | 'shortages'> & {
  checkout: Checkout;
  /** An id, or a text that is sealed; of orders from the time before, any text. */
  customerId: string;
  /** All of it. A note that somebody has typed is sealed. */
  cancelled?: Why;
};
/** What is not shown as it is. */
export type Progress = {
  stage: Stage;
  paymentMethod: string | null;
  /** Which one that is: after a decline there may be another. */
  methodNumber: number;
  onDecline: OnDecline;
  /** Why the last one was declined, while the order waits for another; null: nothing was. */
  decline: string | null;
  payment: Payment | null;
  /** It is counted as the first order of its customer. */
  isFirst: boolean;
  /** An authorization is worth nothing after this, UTC ms. */
  payBy: number;
  /** What has to be captured for what was sent so far, in minor units. */
  due: number;
  /** What the payment service was asked for and has not done yet. */
  owed: 'capture' | 'void' | 'refund' | null;
  /** Of some lines, oldest first. */
  cancellations: readonly Cancellation[];
  shipments: readonly Shipment[];
  /** What has come back, oldest first. */
  returns: readonly Return[];
  attention: NonNullable<Order['attention']> | null;
};
export type Placed = Shown &
  Progress & {
    /** Since when it waits for what {@link waitOf} says, UTC ms: only timers need it. */
    waitsSince: number;
    placedAt: number;
    updatedAt: number;
  };
/** Null until it is placed. */
export type OrderState = Placed | null;

/** What an order waits for; null where the next step is not the system's. */
export function waitOf(order: OrderState): Wait | null {
  if (order === null) return null;
  if (order.stage === 'reserving') return 'reservation';
  if (order.stage === 'paying') return 'payment';
  if (order.stage === 'confirming') return 'confirmation';
  return order.owed !== null && order.attention === null ? 'settlement' : null;
}
export type Wait = 'reservation' | 'payment' | 'confirmation' | 'settlement';
