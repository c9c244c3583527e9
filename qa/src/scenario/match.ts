/**
 * The actual value must have at least what is expected: an object may have more fields, a list not more items. A text that
 * begins with ~ is a matcher: ~any ~uuid ~time ~text ~number ~/pattern/ ~>=3 ~<=3
 */

/** Where it differs, and how; nothing where it matches. */
export function differences(expected: unknown, actual: unknown, path = ''): string[] {
  if (typeof expected === 'string' && expected.startsWith('~'))
    return matches(expected.slice(1), actual) ? [] : [said(path, expected, actual)];
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual) || actual.length !== expected.length) return [said(path, expected, actual)];
    return expected.flatMap((item, i) => differences(item, actual[i], `${path}[${i}]`));
  }
  if (typeof expected === 'object' && expected !== null) {
    if (typeof actual !== 'object' || actual === null) return [said(path, expected, actual)];
    const fields = actual as Record<string, unknown>;
    return Object.entries(expected).flatMap(([name, value]) =>
      differences(value, fields[name], `${path}.${name}`),
    );
  }
  return Object.is(expected, actual) ? [] : [said(path, expected, actual)];
}

const said = (path: string, expected: unknown, actual: unknown): string =>
  `${path || 'it'} is ${JSON.stringify(actual)}, not ${JSON.stringify(expected)}`;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function matches(matcher: string, actual: unknown): boolean {
  if (matcher === 'any') return actual !== undefined && actual !== null;
  if (matcher === 'uuid') return typeof actual === 'string' && uuid.test(actual);
  if (matcher === 'time') return typeof actual === 'string' && !Number.isNaN(Date.parse(actual));
  if (matcher === 'text' || matcher === 'number')
    return typeof actual === (matcher === 'text' ? 'string' : 'number');
  const pattern = /^\/(.*)\/$/.exec(matcher)?.[1];
  if (pattern !== undefined) return typeof actual === 'string' && new RegExp(pattern).test(actual);
  const [, sign, number] = /^([<>]=)(-?\d+)$/.exec(matcher) ?? [];
  if (sign === undefined) throw new Error(`~${matcher} is no matcher`);
  return typeof actual === 'number' && (sign === '>=' ? actual >= Number(number) : actual <= Number(number));
}
