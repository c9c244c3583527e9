import { expect, test } from 'vitest';
import { partitions } from './partitions.ts';

const of = (text: string) => ['order', 'product'].map(partitions.parse(text));

test.each([
  ['8', [8, 8]],
  ['order=32', [32, 8]],
  ['16, order=32', [32, 16]],
  ['order=1,4,product=64', [1, 64]],
])('%s', (text, expected) => expect(of(text)).toEqual(expected));

test.each(['', '0', '65', 'order', 'order=', 'order=0', '8;order=2', '8,', '-1', '1e1'])(
  '%j is refused',
  (text) => expect(() => of(text)).toThrow('must be like 8 or 8,order=32, each from 1 to 64'),
);
