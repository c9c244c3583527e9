/** The address book of an account: decisions on it. */
import { addressAdded, addressChanged, addressRemoved } from '@quickmart/contracts/identity/events';
import { refuse } from './api.ts';
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
