/** The address book of an account: decisions on it. An address is sealed, field by field. */
import { addressAdded, addressChanged, addressRemoved } from '@quickmart/contracts/identity/events';
import type { Sealing } from '@quickmart/sealing';
import { type Address, refuse } from './api.ts';
import { limits } from './limits.ts';
import { existing, type SealedAddress, type UserState } from './user.ts';

export function add(state: UserState, addressId: string, address: SealedAddress) {
  const { id: userId, addresses } = existing(state);
  if (addresses.length >= limits.addressesMax)
    refuse('limit-reached', `at most ${limits.addressesMax} addresses`);
  return [addressAdded({ userId, addressId, address })];
}

export function change(state: UserState, addressId: string, fields: Fields) {
  const address = { ...find(state, addressId), ...fields } as SealedAddress;
  return [addressChanged({ userId: existing(state).id, addressId, address })];
}

export function remove(state: UserState, addressId: string) {
  find(state, addressId);
  return [addressRemoved({ userId: existing(state).id, addressId })];
}

export const find = (state: UserState, addressId: string): SealedAddress =>
  existing(state).addresses.find(({ id }) => id === addressId)?.address ??
  refuse('not-found', 'there is no such address');

type Fields = { readonly [Name in keyof SealedAddress]?: string | null | undefined };

/** Every field for itself: so it is opened where it stands in an answer. */
export async function sealFields<Given extends Fields>(
  sealing: Pick<Sealing, 'seal'>,
  userId: string,
  fields: Given,
): Promise<Given> {
  const sealed = Object.entries(fields).map(async ([field, text]) => [
    field,
    text == null ? text : await sealing.seal(userId, `address/${field}`, text),
  ]);
  return Object.fromEntries(await Promise.all(sealed)) as Given;
}

/** With null for what it does not have. */
export const complete = ({ company, line2, region, phone, ...rest }: Address): SealedAddress => ({
  ...rest,
  company: company ?? null,
  line2: line2 ?? null,
  region: region ?? null,
  phone: phone ?? null,
});
