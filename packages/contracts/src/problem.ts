/**
 * Every way a request can fail: a stable code, the HTTP status it maps to, and a title.
 * Decisions refuse with a code; the mapping to HTTP happens once, in packages/service.
 */
import { z } from 'zod';
import { examples } from './shapes.ts';

export const problems = {
  'malformed-request': { status: 400, title: 'The request cannot be read' },
  'signature-invalid': { status: 400, title: 'The signature is not valid' },
  'not-found': { status: 404, title: 'There is no such thing' },
  'method-not-allowed': { status: 405, title: 'This resource does not take that method' },
  'sku-taken': { status: 409, title: 'Another product has this SKU' },
  'product-archived': { status: 409, title: 'The product is archived' },
  'options-missing': { status: 409, title: 'The product was created without options to vary by' },
  'options-in-use': { status: 409, title: 'A variant uses an option that would go' },
  'variant-exists': { status: 409, title: 'The product has a variant with these choices' },
  'category-exists': { status: 409, title: 'Another category has this key' },
  'category-cycle': { status: 409, title: 'A category cannot be below itself' },
  'limit-reached': { status: 409, title: 'There cannot be more of these' },
  'out-of-stock': { status: 409, title: 'Not enough stock' },
  'stock-changed': { status: 409, title: 'The stock is not what you expected' },
  'stock-reserved': { status: 409, title: 'Stock is reserved by open orders' },
  'inventory-exists': { status: 409, title: 'The product already has an inventory' },
  'order-not-cancellable': { status: 409, title: 'The order can no longer be cancelled' },
  'payment-not-refundable': { status: 409, title: 'There is nothing to refund' },
  'refund-too-large': { status: 409, title: 'More than what is left to refund' },
  'order-not-shippable': { status: 409, title: 'The order cannot be shipped now' },
  'order-not-deliverable': { status: 409, title: 'The order is not on its way' },
  'order-not-returnable': { status: 409, title: 'The order cannot come back now' },
  'order-needs-no-attention': { status: 409, title: 'Nothing is open on this order' },
  'request-in-progress': { status: 409, title: 'A request with this Idempotency-Key is still running' },
  'version-stale': { status: 412, title: 'The version in If-Match is not the current one' },
  'body-too-large': { status: 413, title: 'The request body is too large' },
  'media-type-unsupported': { status: 415, title: 'The content type is not supported' },
  'validation-failed': { status: 422, title: 'The request is not valid' },
  'idempotency-key-reused': { status: 422, title: 'This Idempotency-Key was used for another request' },
  'choices-invalid': { status: 422, title: 'The choices are not among the options of the product' },
  'category-unknown': { status: 422, title: 'The parent is not a category' },
  'not-ordered': { status: 422, title: 'More would come back than was ordered' },
  'product-unknown': { status: 422, title: 'A product that is named is not known, or is not sold' },
  'currencies-mixed': { status: 422, title: 'All amounts need one currency' },
  'order-too-large': { status: 422, title: 'The order is too large' },
  'version-required': { status: 428, title: 'If-Match is required' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  'headers-too-large': { status: 431, title: 'The address and the headers are too large' },
  'internal-error': { status: 500, title: 'Something went wrong on our side' },
  'log-damaged': { status: 500, title: 'Events that this needs are missing from the log' },
  'log-blocked': { status: 503, title: 'The log takes no events here until it is repaired' },
  'log-replaced': { status: 503, title: 'The log is not the one that the read models come from' },
  unavailable: { status: 503, title: 'A dependency is not available' },
  'read-model-behind': { status: 503, title: 'The read model has not caught up yet' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemCode = keyof typeof problems;

export const shortage = z
  .object({ productId: z.uuid(), sku: z.string(), requested: z.int(), available: z.int() })
  .meta({
    id: 'Shortage',
    example: { productId: examples.product, sku: 'MUG-BLUE-350', requested: 3, available: 2 },
  });
export type Shortage = z.infer<typeof shortage>;

/** One fault in the input: a JSON pointer to it, a code, and words. */
export const problemError = z.object({ pointer: z.string(), code: z.string(), detail: z.string() }).meta({
  id: 'ProblemError',
  example: { pointer: '/lines/0/quantity', code: 'too-small', detail: 'at least 1' },
});
export type ProblemError = z.infer<typeof problemError>;

/** RFC 9457 `application/problem+json`. */
export const problem = z
  .object({
    type: z.string().meta({ example: 'about:blank' }),
    title: z.string(),
    status: z.int(),
    code: z.enum(Object.keys(problems) as [ProblemCode, ...ProblemCode[]]),
    detail: z.string().optional(),
    instance: z.string().optional(),
    traceId: z.string(),
    errors: z.array(problemError).optional(),
    shortages: z.array(shortage).optional(),
  })
  .meta({
    id: 'Problem',
    example: {
      ...{ type: 'about:blank', title: problems['not-found'].title, status: 404, code: 'not-found' },
      ...{ detail: 'there is no such product', instance: '/api/products/…', traceId: examples.event },
    },
  });
export type Problem = z.infer<typeof problem>;

export type RefusalMembers = { errors?: ProblemError[]; shortages?: Shortage[]; retryAfterSeconds?: number };

/** A decision's "no": the request was understood and is refused. Never a fault of the system. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: ProblemCode;
  readonly members: RefusalMembers;

  constructor(code: ProblemCode, detail: string, members: RefusalMembers = {}) {
    super(detail);
    this.code = code;
    this.members = members;
  }
}

/** Throws a {@link Refusal}. */
export function refuse(code: ProblemCode, detail: string, members?: RefusalMembers): never {
  throw new Refusal(code, detail, members);
}
