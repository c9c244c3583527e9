/** The headers that were sent, and those that the document has for that answer: the same, both ways. */
import type { Operation } from './document.ts';

/** Of HTTP itself, and what keeps browsers from doing harm; the same on every answer. */
const transport = new Set([
  ...['connection', 'keep-alive', 'date', 'content-type', 'content-length', 'transfer-encoding'],
  ...[
    'cache-control',
    'content-security-policy',
    'cross-origin-opener-policy',
    'cross-origin-resource-policy',
    'vary',
  ],
  ...['referrer-policy', 'x-content-type-options', 'x-frame-options'],
]);

/** What is wrong, header by header; nothing where the document does not know the status. */
export function headerFaults(operation: Operation, status: number, sent: Iterable<string>): string[] {
  const response = operation.responses[status];
  if (response === undefined) return [];
  const declared = Object.entries(response.headers ?? {}).map(
    ([name, header]) => [name.toLowerCase(), header] as const,
  );
  const names = new Set([...sent].map((name) => name.toLowerCase()));
  const known = new Set(declared.map(([name]) => name));
  return [
    ...[...names]
      .filter((name) => !transport.has(name) && !known.has(name))
      .map((name) => `${name} is sent, not declared`),
    ...declared
      .filter(([name, { required }]) => required && !names.has(name))
      .map(([name]) => `${name} is declared, not sent`),
  ];
}
