/** What the payment service does when something happens elsewhere, to its payments, or when a time has come. */
import { isShort, reasonOf } from '@quickmart/contracts/order/cancelling';
import type { OrderEvents } from '@quickmart/contracts/order/events';
import type { PaymentEvents } from '@quickmart/contracts/payment/events';
import {
  ClaimTakenError,
  commandOf,
  commandOfTimer,
  type Decision,
  type EventStore,
  type HandlerContext,
  type Handlers,
  PermanentError,
  type StoredEvent,
  type TimerHandlers,
} from '@quickmart/streams';
import { retry } from './attempts.ts';
import { payment, timerTypes } from './payment.ts';
import { reduce } from './reductions.ts';
import {
  again,
  cancel,
  capture,
  changeMethod,
  expire,
  refundReturned,
  releaseHold,
  request,
} from './requests.ts';
import type { PaymentState } from './state.ts';
import { type WorkOptions, work } from './work.ts';

/** The events of an order come in their order, so its payment is known before it is cancelled, captured or refunded. */
export function onOrder(store: EventStore, provider: string): Handlers<OrderEvents> {
  /** An order without a payment: nothing was to be paid, or nothing was asked for yet. */
  const ofOrder = async (
    event: StoredEvent,
    decide: Decision<PaymentState, PaymentEvents>,
  ): Promise<void> => {
    const paymentId = await store.owner('payment', 'order', event.aggregateId);
    if (paymentId !== undefined) await store.decide(payment, paymentId, decide, commandOf(event));
  };
  return {
    OrderPaymentRequestedEvent: (event) => start(store, provider, event),

    OrderPaymentMethodGivenEvent: async (event) => {
      const { data } = event;
      await store.decide(payment, data.paymentId, (s) => changeMethod(s, data), commandOf(event));
    },

    OrderCancelledEvent: async (event) => {
      const { data, eventId } = event;
      if (!isShort(data)) await ofOrder(event, (s) => cancel(s, reasonOf(data), eventId));
    },

    OrderLinesCancelledEvent: (event) => ofOrder(event, (s) => reduce(s, event.eventId, event.data.amount)),

    ShipmentDispatchedEvent: (event) => {
      const { shipmentId, capture: amount } = event.data;
      return ofOrder(event, (s) => capture(s, { shipmentId: shipmentId ?? event.eventId, amount }));
    },

    OrderReturnedEvent: (event) => ofOrder(event, (s) => refundReturned(s, event.eventId, event.data.refund)),

    OrderAttentionResolvedEvent: (event) => ofOrder(event, releaseHold),

    OrderPaymentRetriedEvent: async (event) => {
      const { data, eventId } = event;
      await store.decide(payment, data.paymentId, (s) => again(s, data, eventId), commandOf(event));
    },
  };
}

type Requested = StoredEvent<string, OrderEvents['OrderPaymentRequestedEvent']>;

/** The claim makes the payment found by its order, and a second payment of the same order impossible. */
async function start(store: EventStore, provider: string, event: Requested): Promise<void> {
  const { aggregateId: orderId, data } = event;
  const claims = [{ name: 'order', value: orderId }];
  try {
    const input = { ...data, orderId, provider };
    await store.decide(payment, data.paymentId, (state) => request(state, input), {
      ...commandOf(event),
      isLikelyNew: true,
      claims,
    });
  } catch (cause) {
    if (cause instanceof ClaimTakenError)
      throw new PermanentError(`order ${orderId} is paid by ${cause.owner}`, { cause });
    throw cause;
  }
}

export function onPayment(options: WorkOptions): Handlers<PaymentEvents> {
  const go = (event: StoredEvent, context: HandlerContext) => work(options, event, context);
  return {
    PaymentRequestedEvent: go,
    PaymentMethodChangedEvent: go,
    PaymentCaptureRequestedEvent: go,
    PaymentCancelRequestedEvent: go,
    PaymentRefundRequestedEvent: go,
    // What is held of it is released.
    PaymentReducedEvent: go,
    // Also one that nobody was called for: others may have waited behind it.
    PaymentRefundedEvent: go,
    PaymentAttemptEndedEvent: go,
    PaymentRetryDueEvent: go,
  };
}

export function onTimer(store: EventStore): TimerHandlers {
  return {
    [timerTypes.expiry]: async (timer) => {
      await store.decide(payment, timer.aggregateId, expire, commandOfTimer(timer));
    },
    [timerTypes.retry]: async (timer) => {
      const { number } = timer.data as { number: number };
      await store.decide(payment, timer.aggregateId, (state) => retry(state, number), commandOfTimer(timer));
    },
  };
}
