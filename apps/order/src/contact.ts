/** How the customer of an order is reached: sealed for them. */
import { subjectIn } from '@quickmart/contracts/personal';
import { completeAddress, type Sealing } from '@quickmart/sealing';
import type { PlaceOrder } from './placing-api.ts';

/** `customerId`: as events name them. */
export async function contactOf(
  sealing: Sealing,
  customerId: string,
  { email, addresses }: Pick<PlaceOrder, 'email' | 'addresses'>,
) {
  const subject = subjectIn(customerId) ?? sealing.subjectOf(customerId);
  const sealed = async (address: NonNullable<PlaceOrder['addresses']>['shipping'] | undefined) =>
    address ? await sealing.sealFields(subject, 'address', completeAddress(address)) : null;
  return {
    email: email === undefined ? null : await sealing.seal(subject, 'order/email', email),
    addresses: { shipping: await sealed(addresses?.shipping), billing: await sealed(addresses?.billing) },
  };
}
