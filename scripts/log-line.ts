// A line that a service logs: JSON, as pino writes it; and how people read it.

import { bold, dim, red, yellow } from './terminal.mjs';

export const levelWarn = 40;
export const levelError = 50;
/** pino's numbers; our services write the names. */
const levels: ReadonlyMap<unknown, number> = new Map([
  ['trace', 10],
  ['debug', 20],
  ['info', 30],
  ['warn', levelWarn],
  ['error', levelError],
  ['fatal', 60],
]);

type Fault = { message?: string; stack?: string };
export type LogLine = {
  level: number;
  service?: string;
  /** As text, or pino's milliseconds. */
  time?: string | number;
  msg?: string;
  reason?: string;
  err?: Fault;
  [field: string]: unknown;
};

/** Undefined where it is no such line. */
export function parse(line: string): LogLine | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    const entry = JSON.parse(line);
    const level = levels.get(entry.level) ?? entry.level;
    return typeof level === 'number' ? { ...entry, level } : undefined;
  } catch {
    return undefined;
  }
}

/** What it says, in a few words. */
export function describe({ msg = '', err, reason: said }: LogLine): string {
  const reason = err?.message ?? said;
  if (!reason || msg.includes(reason)) return msg;
  return msg === '' ? reason : `${msg}: ${reason}`;
}

/** All of it, for a developer's terminal: when, who, what, and the fields beside. What is no log line stays as it is. */
export function pretty(line: string): string {
  const entry = parse(line);
  if (entry === undefined) return line;
  const { level, service = '', time = '', msg: _, reason: __, pid: ___, err, ...fields } = entry;
  const name = [...levels].find(([, value]) => value === level)?.[0] ?? level;
  const paint = level >= levelError ? red : level >= levelWarn ? yellow : dim;
  const more = Object.entries(fields).map(([key, value]) => dim(`${key}=${textOf(value)}`));
  const at = typeof time === 'number' ? new Date(time).toISOString() : time;
  const head = [dim(at.slice(11, 23)), paint(`${name}`.padEnd(5)), service.padEnd(9), bold(describe(entry))];
  const stack = err?.stack?.split('\n').slice(1) ?? [];
  return [[...head, ...more].join(' '), ...stack.map(dim)].join('\n');
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
