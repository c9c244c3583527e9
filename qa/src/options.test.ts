/** What options are understood as, and that what cannot be understood is a usage error. */
import { InvalidArgumentError } from 'commander';
import { expect, onTestFinished, test, vi } from 'vitest';
import { amount, moment, url, whole } from './options.ts';

test('a span ago is one moment, however often it is asked for', () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const hourAgo = moment('1h');
  vi.advanceTimersByTime(5_000);
  const first = hourAgo();
  vi.advanceTimersByTime(5_000);
  expect(hourAgo()).toBe(first);
  expect(moment('1h')()).toBe(first + 5_000);
  expect(moment('2026-11-21T09:11:14Z')()).toBe(Date.UTC(2026, 10, 21, 9, 11, 14));
});

test('numbers are of their range, and written as numbers', () => {
  expect([whole(1, 9)('9'), amount(0.05, 9)('0.5')]).toEqual([9, 0.5]);
  for (const wrong of ['0', '10', '1.5', '1e0', '-1', 'x', ''])
    expect(() => whole(1, 9)(wrong)).toThrow(InvalidArgumentError);
  for (const wrong of ['0.01', '10', '1e0', '-1', 'x', ''])
    expect(() => amount(0.05, 9)(wrong)).toThrow(InvalidArgumentError);
});

test('an address is one of HTTP', () => {
  expect(url('http://localhost:3000')).toBe('http://localhost:3000');
  for (const wrong of ['localhost:3000', 'ftp://localhost', 'http://']) {
    expect(() => url(wrong)).toThrow(InvalidArgumentError);
  }
});
