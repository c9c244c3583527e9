/**
 * A carrier that is booked by us. What it tells by itself comes as webhooks (webhooks.ts), signed with its secret.
 *
 * A booking has the id of the shipment: asked for twice, it is the same parcel with the same number.
 */
import type { ShippedLine } from '@quickmart/contracts/delivery/events';

/** Where it goes; a field is null where there is none, or the customer was erased. */
export type Destination = Readonly<Record<string, string | null>>;
export type Parcel = { shipmentId: string; lines: readonly ShippedLine[]; to: Destination | null };

export type Carrier = {
  name: string;
  /** Of what it sends. */
  webhookSecret: string;
  /** The number of the parcel. @throws CarrierRefusedError CarrierSilentError */
  book(parcel: Parcel, signal: AbortSignal): Promise<string>;
};

/** Its answer is no: asked again, it would be no again. */
export class CarrierRefusedError extends Error {
  override readonly name = 'CarrierRefusedError';
}

/** It has not answered, or cannot now: whether there is a booking is not known, and asking again is right. */
export class CarrierSilentError extends Error {
  override readonly name = 'CarrierSilentError';
}
