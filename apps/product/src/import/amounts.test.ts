import { expect, test } from 'vitest';
import { minorUnits } from './amounts.ts';
import { nameOf, skuOf, withoutHtml } from './texts.ts';

test.each([
  ['189.00', 'EUR', 18900],
  ['179.5', 'EUR', 17950],
  ['12', 'EUR', 1200],
  ['0.00', 'EUR', 0],
  ['.5', 'EUR', 50],
  ['12.', 'EUR', 1200],
  ['1,299.00', 'EUR', 129900],
  ['1.299,00', 'EUR', 129900],
  ['1,299', 'EUR', 129900],
  ['12,99', 'EUR', 1299],
  ['1 299.50', 'EUR', 129950],
  ["1'299.50", 'CHF', 129950],
  ['12.9900', 'EUR', 1299],
  ['1200', 'JPY', 1200],
  ['1200.00', 'JPY', 1200],
  ['1.234', 'KWD', 1234],
])('%s %s is %i', (text, currency, amount) => {
  expect(minorUnits(text, currency)).toEqual({ amount });
});

test.each([
  ['1.005', 'EUR', /more decimals than EUR, which has 2/],
  ['0.5', 'JPY', /more decimals/],
  ['1,29,9.00', 'EUR', /cannot be read/],
  ['-1', 'EUR', /cannot be read/],
  ['EUR 5', 'EUR', /cannot be read/],
  ['1e3', 'EUR', /cannot be read/],
  ['', 'EUR', /cannot be read/],
  ['99999999999999999', 'EUR', /too large/],
])('%s %s is refused', (text, currency, fault) => {
  expect(minorUnits(text, currency)).toEqual({ fault: expect.stringMatching(fault) });
});

test.each([
  ['<p>One</p><p>Two &amp; <b>three</b></p>', 'One\n\nTwo & three'],
  ['a<br>b<br/>c', 'a\nb\nc'],
  ['<style>p{}</style><script>x < 1</script>text', 'text'],
  ['5 < 6 & 7 > 2', '5 < 6 & 7 > 2'],
  ['<img src=x onerror=alert(1)>&nbsp;&lt;b&gt;', '<b>'],
  ['plain\n\n\n\ntext', 'plain\n\n\n\ntext'],
  ['<p>open <i>ends', 'open ends'],
])('%s without markup', (html, text) => {
  expect(withoutHtml(html)).toBe(text);
});

test('names and SKUs as ours are made', () => {
  expect(nameOf('Größe (EU)', 'x')).toBe('Grosse-EU');
  expect(nameOf('色', 'option1')).toBe('option1');
  expect(nameOf('2nd colour', 'x')).toBe('nd-colour');
  expect(skuOf('crème/brûlée #1')).toBe('creme-brulee-1');
  expect(skuOf('hat', 'M', 'grün')).toBe('hat-M-grun');
  expect(skuOf('--')).toBe('');
});
