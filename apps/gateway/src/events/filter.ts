/** What a reader asks for: filters are joined by "and", several values of one by "or". */
import type { Followed } from './followed.ts';

export type Filter = {
  order?: string | undefined;
  customer?: string | undefined;
  type?: readonly string[] | undefined;
  category?: readonly string[] | undefined;
};

/** An order's events are its own, and those of payments, reservations and whatever else is of it. */
export const passes = ({ order, customer, type, category }: Filter, { event, facts }: Followed): boolean =>
  (order === undefined || event.aggregateId === order || facts.orderId === order) &&
  (customer === undefined || facts.customerId === customer) &&
  (type === undefined || type.includes(event.eventType)) &&
  (category === undefined || category.includes(event.category));
