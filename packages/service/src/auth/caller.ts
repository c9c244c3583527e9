/** Who asks: what a verified token says, or nobody. */

/** `user`: an account. `guest`: a customer without one. `client`: a machine. */
export type CallerKind = 'user' | 'guest' | 'client';

export type Caller = {
  /** `none`: there was no token. `off`: rights are not checked (AUTH=off). */
  readonly kind: CallerKind | 'none' | 'off';
  /** Of the user, the guest or the client: a customer's id is the `customerId` of their orders. */
  readonly id: string;
  readonly scopes: ReadonlySet<string>;
  /** The session that the token is of, where there is one. */
  readonly sessionId?: string | undefined;
  /** When the token ends, UTC ms. */
  readonly expiresAt?: number | undefined;
  /** There was a token, and nobody can say yet what it is worth: its keys cannot be fetched. Only on routes that are open. */
  readonly isUnverified?: boolean;
  /** Whether what belongs to this customer is theirs. */
  owns(customerId: string | null | undefined): boolean;
};

const owns = (own: string) => (customerId: string | null | undefined) => customerId === own;

export const callerOf = (
  kind: CallerKind,
  id: string,
  scopes: readonly string[],
  { sessionId, expiresAt }: Pick<Caller, 'sessionId' | 'expiresAt'> = {},
): Caller => ({ kind, id, scopes: new Set(scopes), sessionId, expiresAt, owns: owns(id) });

export const nobody: Caller = { kind: 'none', id: '', scopes: new Set(), owns: () => false };
export const unverified: Caller = { ...nobody, isUnverified: true };
export const everybody: Caller = { kind: 'off', id: '', scopes: new Set(['*']), owns: () => true };

/** `*` is every scope, `orders:*` every scope of orders. */
export const may = ({ scopes }: Pick<Caller, 'scopes'>, scope: string): boolean =>
  scopes.has('*') || scopes.has(scope) || scopes.has(scope.replace(/:.*$/, ':*'));

/** The caller as events name it: `user:…`, `client:…`. */
export const actorOf = ({ kind, id }: Caller): string => `${kind}:${id}`;
