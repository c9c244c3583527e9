/** Nobody gives or takes rights that they do not have: else whoever may change users could become an administrator. */
import { type Caller, may } from '@quickmart/service';
import { refuse } from './api.ts';
import { scopesOf } from './roles.ts';

export function demandScopes(caller: Pick<Caller, 'scopes'>, scopes: readonly string[]): void {
  const missing = scopes.filter((scope) => !may(caller, scope));
  if (missing.length > 0) refuse('rights-exceeded', `you do not have ${missing.join(', ')} yourself`);
}

/** Of the roles that are given or taken. */
export const demandRoles = (
  caller: Pick<Caller, 'scopes'>,
  before: readonly string[],
  after: readonly string[],
): void =>
  demandScopes(
    caller,
    scopesOf([...before, ...after].filter((role) => before.includes(role) !== after.includes(role))),
  );
