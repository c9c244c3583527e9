/**
 * A form as the body of a request. The name of a field is where its value stands in the body, as in `price/amount`: so what the API
 * says about a place is said at its field. Nothing is checked here, the API has the rules: what cannot be read is sent as it was typed.
 */
import { isNumber, minorUnits } from './show.ts';

/** How the text of a field becomes a value. */
export type Kind = keyof typeof readers;
/** What a field without text is: nothing that is sent, null, or an empty text. */
export type WhenEmpty = 'left-out' | 'null' | 'text';

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
type Reader = (text: string, control: Control) => unknown;

const numberOf = (text: string): number | string => (isNumber(text) ? Number(text.replace(',', '.')) : text);

const split = (text: string, by: string | RegExp): string[] =>
  text
    .split(by)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** `colour: blue`, one a line. */
const pairs = (text: string, read: (text: string) => unknown): Record<string, unknown> =>
  Object.fromEntries(
    split(text, '\n').map((line) => {
      const [, name = line, value = ''] = /^([^:]*):(.*)$/.exec(line) ?? [];
      return [name.trim(), read(value.trim())];
    }),
  );

const simple = (text: string): unknown =>
  text === 'true' || text === 'false' ? text === 'true' : numberOf(text);

/** A moment that cannot be read stays as it was typed. */
const momentOf = (text: string): string => {
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? text : at.toISOString();
};

const readers = {
  text: (text) => text,
  number: numberOf,
  flag: (_, control) => control instanceof HTMLInputElement && control.checked,
  moment: momentOf,
  /** `a, b` */
  words: (text) => split(text, /[,\n]/),
  numbers: (text) => split(text, /[,\n]/).map(numberOf),
  pairs: (text) => pairs(text, simple),
  choices: (text) => pairs(text, (value) => value),
  /** `size: S, M, L`, one a line. */
  options: (text) => pairs(text, (value) => split(value, ',')),
  /** `https://… what is to be seen`, one a line. */
  media: (text) =>
    split(text, '\n').map((line) => {
      const [url = '', ...words] = line.split(/\s+/);
      return { url, alt: words.join(' ') };
    }),
  /** The field of the currency is the next one. */
  money: (text, control) => {
    const currency = control.dataset.currency ?? '';
    return { amount: minorUnits(text, currency), currency };
  },
} as const satisfies Record<string, Reader>;

/** They hold something also where nothing is typed. */
const never = new Set<string>(['flag', 'words', 'numbers', 'pairs', 'choices', 'options', 'media']);

function readOf(control: Control): unknown {
  const { kind = 'text', empty } = control.dataset;
  const text = control.value.trim();
  if (text === '' && !never.has(kind)) return empty === 'null' ? null : empty === 'text' ? '' : undefined;
  const read: Reader = readers[kind as Kind];
  return read(text, control);
}

type Branch = { [name: string]: unknown };
const isBranch = (value: unknown): value is Branch => typeof value === 'object' && value !== null;

function put(body: Branch, path: readonly string[], value: unknown): void {
  const [first = '', ...rest] = path;
  if (rest.length === 0) {
    body[first] = value;
    return;
  }
  const there = body[first];
  const branch: Branch = isBranch(there) ? there : /^\d+$/.test(rest[0]!) ? ([] as unknown as Branch) : {};
  body[first] = branch;
  put(branch, rest, value);
}

export const controlsOf = (form: HTMLFormElement): Control[] =>
  [...form.querySelectorAll<Control>('input[name], select[name], textarea[name]')].filter(
    ({ name, disabled }) => name !== '' && !disabled,
  );

export function bodyOf(form: HTMLFormElement): Branch {
  const body: Branch = {};
  for (const control of controlsOf(form)) {
    const value = readOf(control);
    if (value !== undefined) put(body, control.name.split('/'), value);
  }
  return body;
}

/** Whether a place in the body is that of a field, or in it. */
export const isAt = (pointer: string, name: string): boolean =>
  pointer === `/${name}` || pointer.startsWith(`/${name}/`);
