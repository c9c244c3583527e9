/** An address as events have it: see `personalAddress` of the contracts. */
import type { PersonalAddress } from '@quickmart/contracts/personal';
import type { Address } from '@quickmart/contracts/shapes';

/** With null for what it does not have; it is to be sealed then, field by field. */
export const completeAddress = ({ company, line2, region, phone, ...rest }: Address): PersonalAddress => ({
  ...rest,
  company: company ?? null,
  line2: line2 ?? null,
  region: region ?? null,
  phone: phone ?? null,
});
