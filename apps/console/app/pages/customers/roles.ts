/** What an account may do: sets of rights. */
import type { components } from '@quickmart/client';

export type Role = components['schemas']['RoleSet']['roles'][number];

export const roles = [
  'customer',
  'support',
  'catalog',
  'stock',
  'pricing',
  'orders',
  'warehouse',
  'operator',
  'admin',
] as const satisfies readonly Role[];
