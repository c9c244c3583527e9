/**
 * JSON values that are planned before the request is sent. A plan is pure data of fast-check, so that it can be shrunk
 * and replayed; what is known only when it runs, an id that an earlier answer gave, is a {@link Ref} in it.
 */
import { toStringMethod } from 'fast-check';

/** A collection (`products`: the ids of what is in it), or `sku`, `position`, `cursor`. */
export type Kind = string;

/** The nth known value of a kind, counted from the newest; `twist` makes it nearly right. */
export class Ref {
  readonly kind: Kind;
  readonly nth: number;
  readonly twist: ((text: string) => string) | undefined;

  constructor(kind: Kind, nth: number, twist?: (text: string) => string) {
    this.kind = kind;
    this.nth = nth;
    this.twist = twist;
  }
  [toStringMethod](): string {
    return `<${this.twist ? 'twisted ' : ''}${this.kind} #${this.nth}>`;
  }
}

/** JSON text that JSON.stringify would not write, such as `1e400`. */
export class Literal {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  [toStringMethod](): string {
    return `<literal ${this.text.slice(0, 40)}>`;
  }
}

/** Members instead of an object: names can repeat, and `__proto__` is one like any other. */
export class Members {
  readonly list: readonly (readonly [string, unknown])[];
  constructor(list: readonly (readonly [string, unknown])[]) {
    this.list = list;
  }
  [toStringMethod](): string {
    return `<members ${this.list.map(([name]) => name).join(', ')}>`;
  }
}

export type Resolve = (ref: Ref) => string;

/** The value as JSON. */
export function write(value: unknown, resolve: Resolve): string {
  if (value instanceof Ref) return JSON.stringify(resolve(value));
  if (value instanceof Literal) return value.text;
  if (Array.isArray(value)) return `[${value.map((item) => write(item, resolve)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  return `{${membersOf(value)
    .map(([name, inner]) => `${JSON.stringify(name)}:${write(inner, resolve)}`)
    .join(',')}}`;
}

export const membersOf = (value: object): readonly (readonly [string, unknown])[] =>
  value instanceof Members ? value.list : Object.entries(value);

/** What holds other values: the places where a mutation can happen. */
export const isTree = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !(value instanceof Ref) && !(value instanceof Literal);
