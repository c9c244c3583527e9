/** Values as people read them. */
export type Money = { amount: number; currency: string };

const ofCurrency = new Map<string, Intl.NumberFormat>();

export function money({ amount, currency }: Money): string {
  let format = ofCurrency.get(currency);
  if (format === undefined) {
    format = new Intl.NumberFormat(undefined, { style: 'currency', currency });
    ofCurrency.set(currency, format);
  }
  return format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}

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
