/** Values as people read them. */
export type Money = { amount: number; currency: string };

const ofCurrency = new Map<string, Intl.NumberFormat>();

function formatOf(currency: string): Intl.NumberFormat {
  let format = ofCurrency.get(currency);
  if (format === undefined) {
    format = new Intl.NumberFormat(undefined, { style: 'currency', currency });
    ofCurrency.set(currency, format);
  }
  return format;
}

/** How many digits the minor units are; of what is no currency, as of most. */
function digitsOf(currency: string): number {
  if (!/^[A-Za-z]{3}$/.test(currency)) return 2;
  return formatOf(currency).resolvedOptions().maximumFractionDigits ?? 2;
}

export const money = ({ amount, currency }: Money): string =>
  formatOf(currency).format(amount / 10 ** digitsOf(currency));

export const isNumber = (text: string): boolean => /^-?\d+([.,]\d+)?$/.test(text);

/** `12.99` EUR → 1299. What is no number stays as it is. */
export const minorUnits = (text: string, currency: string): number | string =>
  isNumber(text) ? Number(`${text.replace(',', '.')}e${digitsOf(currency)}`) : text;

/** As it is typed: 1299 EUR → `12.99`. */
export const amountOf = ({ amount, currency }: Money): string => {
  const digits = digitsOf(currency);
  return (amount / 10 ** digits).toFixed(digits);
};

const hours = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
const clock = new Intl.DateTimeFormat(undefined, { ...hours, second: '2-digit' });
const minute = new Intl.DateTimeFormat(undefined, hours);
const date = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', ...hours });

export const timeOf = (at: string | number): string => clock.format(new Date(at));
export const minuteOf = (at: number): string => minute.format(new Date(at));
export const momentOf = (at: string | number): string => date.format(new Date(at));

/** `OrderPaymentRequestedEvent` → `Order payment requested` */
export const wordsOf = (eventType: string): string => {
  const words = eventType.replace(/Event$/, '').replaceAll(/(?<=[a-z])([A-Z])/g, ' $1');
  return words.charAt(0) + words.slice(1).toLowerCase();
};

/** 1_500 → `1.5 s` */
export function spanOf(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`;
  if (ms < 3_600_000) return `${Math.round(ms / 60_000)} min`;
  return ms < 86_400_000 ? `${Math.round(ms / 3_600_000)} h` : `${Math.round(ms / 86_400_000)} days`;
}

export const shortId = (id: string): string => `…${id.slice(-8)}`;

export const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

/** As a field of a form takes it: the time here, to the minute. */
export function localMoment(at: string | null | undefined): string {
  if (!at) return '';
  const date = new Date(at);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** `{ size: ['S', 'M'] }` → `size: S, M`, one a line. */
export const linesOf = (record: Readonly<Record<string, unknown>> = {}): string =>
  Object.entries(record)
    .map(([name, value]) => `${name}: ${Array.isArray(value) ? value.join(', ') : String(value)}`)
    .join('\n');
