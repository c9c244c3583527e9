/** Roles are sets of scopes. A customer needs no scope: what is theirs they reach because it is theirs. */
export const roles = {
  customer: [],
  support: [
    'orders:read',
    'payments:read',
    'deliveries:read',
    'stock:read',
    'users:read',
    'reviews:moderate',
  ],
  catalog: ['products:write', 'reviews:moderate', 'stock:read'],
  stock: ['stock:read', 'stock:write'],
  pricing: ['pricing:read', 'pricing:write'],
  orders: ['orders:read', 'orders:write', 'payments:read', 'payments:write', 'deliveries:read', 'stock:read'],
  warehouse: ['deliveries:read', 'deliveries:write', 'orders:read', 'orders:write', 'stock:read'],
  operator: ['operate', 'orders:read', 'payments:read', 'deliveries:read', 'stock:read', 'users:read'],
  admin: ['*'],
} as const satisfies Record<string, readonly string[]>;

export type Role = keyof typeof roles;
export const roleNames = Object.keys(roles) as [Role, ...Role[]];

/** What somebody with these roles may do. A role that there is no more gives nothing. */
export const scopesOf = (given: readonly string[]): string[] => [
  ...new Set(given.flatMap((role) => (Object.hasOwn(roles, role) ? roles[role as Role] : []))),
];
