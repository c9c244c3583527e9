/** What the review service publishes: what a customer says about a product, and what a moderator does with it. */
import { z } from 'zod';
import { type EventsOf, event } from '../event.ts';
import { copiedCustomerId, customerId, typedReason } from '../personal.ts';
import { id } from '../shapes.ts';

export type ReviewEvents = EventsOf<typeof import('./events.ts')>;

const purchase = z.object({ productId: id, customerId: z.string(), orderId: id });
/** The product was delivered to the customer: what they say about it is a verified purchase, before and after. */
export const purchaseDelivered = event('PurchaseDeliveredEvent', purchase) //
  .version(2, purchase.extend({ customerId: copiedCustomerId }), (old) => old);

const submitted = z.object({
  productId: id,
  customerId: z.string(),
  rating: z.int().min(1).max(5),
  title: z.string(),
  text: z.string(),
  verified: z.boolean(),
});
const words = z.string().meta({ personal: 'customerId' });
/** `verified`: the product had been delivered to the customer by then. */
export const reviewSubmitted = event('ReviewSubmittedEvent', submitted) //
  .version(2, submitted.extend({ customerId, title: words, text: words }), (old) => old);

export const reviewApproved = event('ReviewApprovedEvent', z.object({}));
export const reviewRejected = event('ReviewRejectedEvent', z.object({ reason: z.string() })) //
  .version(2, z.object({ reason: typedReason }), (old) => old);
