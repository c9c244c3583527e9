/**
 * What is wrong with an input, in plain words: what it must be, so that one knows what to do. A schema that says something of
 * its own (`error`) goes before. Zod has one such place for a whole process, and it is set here, by whoever imports this.
 */
import { z } from 'zod';

type Issue = z.core.$ZodRawIssue;
const shownMax = 20;

const types: Readonly<Record<string, string>> = {
  string: 'must be a text',
  number: 'must be a number',
  int: 'must be a whole number',
  boolean: 'must be true or false',
  array: 'must be a list',
  object: 'must be an object',
  record: 'must be an object',
  null: 'must be null',
};
const formats: Readonly<Record<string, string>> = {
  uuid: 'must be a UUID, such as 019a0000-0000-7000-8000-000000000001',
  email: 'must be an e-mail address, such as ann@example.com',
  datetime: 'must be a time in UTC, such as 2026-01-31T12:00:00Z',
  date: 'must be a date, such as 2026-01-31',
  url: 'must be an address, such as https://example.com',
};

const counted = (count: number | bigint, one: string): string =>
  `${count} ${count === 1 ? one : one === 'entry' ? 'entries' : `${one}s`}`;

const typeOf = ({ expected, input }: Extract<Issue, { code: 'invalid_type' }>): string => {
  if (input === undefined) return 'is missing';
  const words = types[expected] ?? 'is not valid';
  const isQuoted = typeof input === 'string' && ['number', 'int', 'boolean'].includes(expected);
  return isQuoted ? `${words}, without quotes` : words;
};

/** `limit`: at least, at most. */
function sizeOf(
  {
    origin,
    exact = false,
    inclusive = true,
  }: Pick<Extract<Issue, { code: 'too_big' }>, 'origin' | 'exact' | 'inclusive'>,
  limit: number | bigint,
  side: 'least' | 'most',
): string {
  const unit = { string: 'character', array: 'entry', set: 'entry', map: 'entry' }[origin as string];
  if (unit !== undefined && side === 'least' && limit === 1 && !exact) return 'must not be empty';
  if (unit !== undefined) return `must have ${exact ? 'exactly' : `at ${side}`} ${counted(limit, unit)}`;
  if (inclusive) return `must be at ${side} ${limit}`;
  return `must be ${side === 'least' ? 'more' : 'less'} than ${limit}`;
}

function formatOf({ format, prefix, suffix, pattern }: Extract<Issue, { code: 'invalid_format' }>): string {
  if (prefix !== undefined) return `must begin with ${prefix}`;
  if (suffix !== undefined) return `must end with ${suffix}`;
  return formats[format] ?? (pattern === undefined ? 'is not valid' : `must match ${pattern}`);
}

const oneOf = (values: readonly unknown[]): string => {
  const all = values.map(String);
  const more = all.length > shownMax ? `, or one of ${all.length - shownMax} more` : '';
  return all.length === 1
    ? `must be ${all[0]}`
    : `must be one of ${all.slice(0, shownMax).join(', ')}${more}`;
};

function wordsOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return typeOf(issue);
    case 'too_small':
      return sizeOf(issue, issue.minimum, 'least');
    case 'too_big':
      return sizeOf(issue, issue.maximum, 'most');
    case 'invalid_value':
      return oneOf(issue.values);
    case 'invalid_format':
      return formatOf(issue);
    case 'not_multiple_of':
      return `must be a multiple of ${issue.divisor}`;
    case 'unrecognized_keys':
      return `has fields that are unknown here: ${issue.keys.join(', ')}`;
    case 'invalid_key':
      return `has a name that is not allowed: it ${issue.issues[0]?.message ?? 'is not valid'}`;
    case 'invalid_union':
      return Array.isArray(issue.options) ? oneOf(issue.options) : 'has none of the forms that are allowed';
    default:
      return 'is not valid';
  }
}

z.config({ localeError: (issue) => wordsOf(issue) });
