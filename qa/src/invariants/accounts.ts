/** What the books keep of each product, reservation, order and payment. */
import type { Methods } from './methods.ts';

export type Stock = { onHand: number; reserved: number; faults: string[] };
export type Reservation = {
  status: string;
  /** Without what was cancelled of it, also what has left. */
  lines: Map<string, number>;
  sent: Map<string, number>;
  restocked: Map<string, number>;
  at: number;
};
export type Order = {
  lines: Map<string, number>;
  total: number;
  methods: Methods;
  /** Before anything was sent. */
  cancelled: Map<string, number>;
  shipped: Map<string, number>;
  /** What is to be captured for what was sent. */
  due: number;
  /** What may be given back, by the event that asks for it. */
  reasons: Map<string, number>;
  /** What does not add up. */
  priceFault: string | undefined;
  /** Of the coupons that it carries, and whose it is. */
  codes: string[];
  /** It was priced as the first one of its customer. */
  isFirst: boolean;
  customer: string;
  returned: Map<string, number>;
  /** The returned units that go on the shelf again. */
  restock: Map<string, number>;
  /** As the order knows it; null until then. */
  captured: number | null;
  refunded: number | null;
  /** The events it has had, in order. */
  types: string[];
  paymentId: string | null;
  at: number;
};
export type Payment = {
  orderId: string;
  authorized: boolean;
  /** The requested amount; null where the request was not seen. */
  amount: number | null;
  captured: number;
  refunded: number;
  /** What was asked for, and what was given back, by the id of the refund. */
  asked: Map<string, number>;
  given: Map<string, { amount: number; reason: string; by: string | undefined }>;
  /** What the customer's bank has taken back. */
  lost: number;
  /** The capture has no further attempt, and nobody knows whether the provider has done it. */
  captureUnclear: boolean;
  failed: boolean;
  methods: Methods;
  at: number;
};
