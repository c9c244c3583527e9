/**
 * Which order of a customer is the first. The list of orders is a moment behind: so an order that is priced as the first one takes an
 * aggregate of its customer, in the append that places it. Of two at the same moment, one does.
 */
import { namedId } from '@quickmart/contracts/named-id';
import type { FirstOrderEvents } from '@quickmart/contracts/order/events';
import { subjectIn } from '@quickmart/contracts/personal';
import { aggregate } from '@quickmart/streams';

export const firstOrder = aggregate<{ isTaken: boolean }, FirstOrderEvents>({
  category: 'order',
  initial: { isTaken: false },
  evolve: {
    FirstOrderTakenEvent: () => ({ isTaken: true }),
    FirstOrderReleasedEvent: () => ({ isTaken: false }),
  },
});

/** The id of the aggregate of a customer. */
export const firstOrderOf = (customerId: string): string =>
  namedId('5f0e2a17-93c4-4d7b-b1a6-0c8d5e7f4a92', subjectIn(customerId) ?? customerId);
