/** Values of options that several commands take. What cannot be understood is a usage error, before anything is done. */
import { clock } from '@quickmart/streams';
import { InvalidArgumentError } from 'commander';
import { categories } from './services.ts';

export function url(text: string): string {
  if (!/^https?:\/\//.test(text) || !URL.canParse(text)) throw new InvalidArgumentError('not an http(s) URL');
  return text;
}

export function whole(min: number, max: number) {
  return (text: string): number => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= min && value <= max) return value;
    throw new InvalidArgumentError(`not a whole number from ${min} to ${max}`);
  };
}

/** With a fraction, e.g. 0.5. */
export function amount(min: number, max: number) {
  return (text: string): number => {
    const value = Number(text);
    if (/^\d+(\.\d+)?$/.test(text) && value >= min && value <= max) return value;
    throw new InvalidArgumentError(`not a number from ${min} to ${max}`);
  };
}

/** For arguments and options that can be repeated: each value is checked and added to those before. */
export const list =
  <Value>(parse: (text: string) => Value) =>
  (text: string, before: Value[] = []): Value[] => [...before, parse(text)];

export function category(text: string): string {
  if (categories.includes(text)) return text;
  throw new InvalidArgumentError(`there is no such category; there are ${categories.join(', ')}`);
}

const units: Record<string, number> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/**
 * UTC ms. First asked for once Redis is connected: a span ago is measured by its clock, as the times of events are. From then on it
 * is the same moment, however often a command asks: else a second look at a stretch would be one of another stretch.
 */
export type Moment = () => number;

/** `2026-11-21T09:11:14Z`, or `15m` (ago). */
export function moment(text: string): Moment {
  const ago = /^(\d{1,6})([smhd])$/.exec(text);
  if (ago) {
    let at: number | undefined;
    return () => {
      at ??= clock.now() - Number(ago[1]) * units[ago[2]!]!;
      return at;
    };
  }
  const at = /^\d{4}-\d\d-\d\d/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(at))
    throw new InvalidArgumentError('neither a time (2026-11-21T09:11:14Z) nor a span (15m)');
  return () => at;
}
