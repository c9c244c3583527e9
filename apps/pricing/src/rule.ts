/** Ids of rules: they follow from what there is one rule of, so there cannot be two. */
import { namedId } from '@quickmart/contracts/named-id';

export const ruleId = (...key: readonly unknown[]): string =>
  namedId('b3d0a1e2-7c1f-4f6a-9a5e-6f0c2d9b8e41', JSON.stringify(key));
