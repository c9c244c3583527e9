import { expect, test } from 'vitest';
import { minorUnits } from '../app/show.ts';

test.each([
  ['12.99', 'EUR', 1299],
  ['12,9', 'EUR', 1290],
  ['19.99', 'USD', 1999],
  ['0.07', 'EUR', 7],
  ['1200', 'JPY', 1200],
  ['1.234', 'KWD', 1234],
  ['-5', 'EUR', -500],
  // The API says what is wrong with them.
  ['12.999', 'EUR', 1299.9],
  ['many', 'EUR', 'many'],
  ['1', '?', 100],
])('%s %s is %s in minor units', (text, currency, amount) => {
  expect(minorUnits(text, currency)).toBe(amount);
});
