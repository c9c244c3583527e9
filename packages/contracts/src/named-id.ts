/** Ids that follow from a name: of what there is one of, there cannot be two aggregates. */
import { createHash } from 'node:crypto';

/** A UUID of version 5. `namespace`: a UUID of the kind of name, so that the same name of another kind is another id. */
export function namedId(namespace: string, name: string): string {
  const bytes = Buffer.from(namespace.replaceAll('-', ''), 'hex');
  const hash = createHash('sha1').update(bytes).update(name).digest();
  hash[6] = (hash[6]! & 0x0f) | 0x50;
  hash[8] = (hash[8]! & 0x3f) | 0x80;
  return hash.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
