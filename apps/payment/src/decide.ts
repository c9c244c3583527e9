/** One decision about one payment. The timers it needs follow from its events, and are written with them. */
import type { PaymentEvents } from '@quickmart/contracts/payment/events';
import {
  type Command,
  type Decided,
  type EventStore,
  type NewEventOf,
  ref,
  type Transaction,
} from '@quickmart/streams';
import { type PaymentState, payment } from './payment.ts';

type Events = readonly NewEventOf<PaymentEvents>[];

export const decide = (
  store: EventStore,
  paymentId: string,
  decision: (state: PaymentState) => Events,
  command: Command<PaymentState>,
): Promise<Decided<PaymentState>> =>
  store.decideAll(
    'payment',
    [ref(payment, paymentId)],
    (tx) => {
      const events = decision(tx.state(payment, paymentId));
      tx.append(payment, paymentId, events);
      for (const event of events) setTimers(tx, event);
    },
    command,
  );

export const timerTypes = { expiry: 'expire', retry: 'retry' } as const;

function setTimers(tx: Transaction, { eventType, data }: NewEventOf<PaymentEvents>): void {
  const aggregateId = data.paymentId;
  const expiry = { id: `expiry:${aggregateId}`, type: timerTypes.expiry, aggregateId };
  const retry = { id: `retry:${aggregateId}`, type: timerTypes.retry, aggregateId };
  if (eventType === 'PaymentRequestedEvent') {
    tx.setTimer({ ...expiry, dueAt: Date.parse(data.expiresAt), data: {} });
  } else if (ends.has(eventType)) {
    tx.cancelTimer(expiry.id);
  } else if (eventType === 'PaymentAttemptEndedEvent') {
    const { number, retryAt } = data;
    if (retryAt === null) tx.cancelTimer(retry.id);
    else tx.setTimer({ ...retry, dueAt: Date.parse(retryAt), data: { number } });
  }
}

/** The wait for an authorization. */
const ends = new Set<keyof PaymentEvents>([
  'PaymentAuthorizedEvent',
  'PaymentFailedEvent',
  'PaymentVoidedEvent',
]);
