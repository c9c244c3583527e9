/**
 * Bodies that are sent: what a field is when it is left out is said in words. As a `default` it would make the field
 * required in the types that many generators write.
 */
import { type Document, resolved, type Schema } from './types.ts';

export function withoutDefaults(document: Document): void {
  const seen = new Set<Schema>();
  for (const item of Object.values(document.paths))
    for (const { requestBody } of Object.values(item))
      for (const { schema, 'x-item-schema': line } of Object.values(requestBody?.content ?? {}))
        for (const one of [schema, line]) if (one) visit(document, one, seen);
}

function visit(document: Document, of: Schema, seen: Set<Schema>): void {
  const schema = resolved(document, of);
  if (seen.has(schema)) return;
  seen.add(schema);
  // A named schema with a default has it itself.
  tellDefault(schema);
  const { items, properties = {}, anyOf = [], oneOf = [], allOf = [] } = schema as Schema & Branches;
  for (const property of Object.values(properties)) tellDefault(property);
  for (const inner of [...Object.values(properties), ...(items ? [items] : []), ...anyOf, ...oneOf, ...allOf])
    visit(document, inner, seen);
}
type Branches = Partial<Record<'anyOf' | 'oneOf' | 'allOf', Schema[]>>;

function tellDefault(property: Schema): void {
  if (!('default' in property)) return;
  const told = `Left out: \`${JSON.stringify(property.default)}\``;
  property.description = property.description ? `${property.description}. ${told}` : told;
  delete property.default;
}
