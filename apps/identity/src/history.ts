/** What happened to an account or to a client: every right that was given or taken, and by whom. */
import type { historyEntry } from '@quickmart/contracts/shapes';
import type { z } from 'zod';

type Entry = z.infer<typeof historyEntry>;

const secrets = ['hash', 'secretDigest', 'emailIndex'];

/** Nobody needs to see the hash of a password, not even the one whose it is. */
export function withoutSecrets(entry: Entry): Entry {
  const data = Object.entries(entry.data as object).filter(([field]) => !secrets.includes(field));
  return { ...entry, data: Object.fromEntries(data) };
}
