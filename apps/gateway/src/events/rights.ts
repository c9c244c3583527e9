/**
 * Who may see an event: staff who may read the histories of the service that writes it, whoever runs the system, and the
 * customer whose it is. What nobody is named for is seen by nobody else.
 */
import { type Caller, may } from '@quickmart/service';
import type { Document } from '../merged.ts';
import type { Followed, View } from './followed.ts';

/** By category: all scopes that the histories of its service ask for. None: only whoever runs the system sees it. */
export type Scopes = ReadonlyMap<string, readonly string[]>;

export function scopesIn(documents: ReadonlyMap<string, Document>): Scopes {
  const all = new Map<string, readonly string[]>();
  for (const document of documents.values()) {
    const scopes = Object.entries(document.paths)
      .filter(([path]) => path.endsWith('/history'))
      .flatMap(([, { get }]) => scopeOf(get?.['x-access']) ?? []);
    for (const category of categoriesOf(document)) all.set(category, [...new Set(scopes)]);
  }
  return all;
}

const categoriesOf = (document: Document): readonly string[] =>
  (document['x-categories'] as readonly string[] | undefined) ?? [];

const scopeOf = (access: unknown): string | undefined => (access as { scope?: string } | undefined)?.scope;

/** The function that says what this caller sees of an event; undefined: nothing. */
export function sightOf(caller: Caller, scopes: Scopes): (followed: Followed) => View | undefined {
  const isOperator = may(caller, 'operate');
  const seen = new Set(
    [...scopes]
      .filter(([, needed]) => isOperator || (needed.length > 0 && needed.every((one) => may(caller, one))))
      .map(([category]) => category),
  );
  const isCustomer = caller.kind === 'user' || caller.kind === 'guest';
  return ({ event, facts }) => {
    if (seen.has(event.category)) return 'staff';
    return isCustomer && facts.customerId !== undefined && caller.owns(facts.customerId) ? 'own' : undefined;
  };
}
