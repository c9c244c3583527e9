import { describe, expect, test } from 'vitest';
import { code, defineTable, integer, json, key, text, uuid } from '../src/index.ts';

describe('a table is checked where it is defined', () => {
  const columns = {
    id: uuid(),
    name: text(200),
    tag: key(100).nullable(),
    data: json<object>(),
    long: code(900),
  };

  test.each([
    [
      'a name that is no identifier',
      () => defineTable('a; drop', columns, { primaryKey: 'id' }),
      'no name for SQL',
    ],
    [
      'a column name that is none',
      () => defineTable('t', { 'a]': uuid() }, { primaryKey: 'a]' }),
      'no name for SQL',
    ],
    [
      'a key that may be null',
      () => defineTable('t', columns, { primaryKey: 'tag' }),
      'cannot be in a primary key',
    ],
    ['a key of JSON', () => defineTable('t', columns, { primaryKey: 'data' }), 'cannot be in a primary key'],
    [
      'a key that regards no case',
      () => defineTable('t', columns, { primaryKey: 'name' }),
      'so it is a key()',
    ],
    [
      'unique and null',
      () => defineTable('t', columns, { primaryKey: 'id', unique: [['tag']] }),
      'cannot be null',
    ],
    [
      'an index on JSON',
      () => defineTable('t', columns, { primaryKey: 'id', indexes: [['data', 'id']] }),
      'at most',
    ],
    [
      'an index too long',
      () => defineTable('t', columns, { primaryKey: 'id', indexes: [['long', 'id']] }),
      'has 1836 bytes of at most 1700',
    ],
  ])('%s', (_, define, message) => {
    expect(define).toThrow(message);
  });

  test('a misspelt column does not compile', () => {
    const columns = { id: uuid(), sku: key(9) };
    // @ts-expect-error: there is no column skuu
    expect(() => defineTable('t', columns, { primaryKey: 'id', indexes: [['skuu']] })).toThrow();
    defineTable('t', { id: uuid(), n: integer() }, { primaryKey: 'id', indexes: [['n', 'id']] });
  });
});
