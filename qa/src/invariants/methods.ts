/** What happens to the payment methods of one order or payment, one after the other. */

/** `number`: of the one that was given last, from 1. */
export type Methods = { number: number; isDeclined: boolean; faults: string[] };
export const firstMethod = (): Methods => ({ number: 1, isDeclined: false, faults: [] });

export function declined(methods: Methods, number: number): void {
  if (number !== methods.number || methods.isDeclined)
    methods.faults.push(`number ${number} is declined, number ${methods.number} was given`);
  methods.isDeclined = true;
}

export function given(methods: Methods, number: number): void {
  if (number !== methods.number + 1) methods.faults.push(`number ${number} follows number ${methods.number}`);
  if (!methods.isDeclined) methods.faults.push(`number ${number} is given, the one before was not declined`);
  Object.assign(methods, { number, isDeclined: false });
}
