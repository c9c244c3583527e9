/**
 * The opaque cursor of a list: the sort value and the key of the last row shown, and a fingerprint of the list it
 * was made for. A cursor of another list, another sort or another filter is refused, not misread.
 */
import { createHash } from 'node:crypto';
import { isValueOf } from '../table/row.ts';
import type { Column } from '../table/table.ts';

/** The cursor is not one of this list with this sort and filter. */
export class BadCursorError extends Error {
  override readonly name = 'BadCursorError';
  constructor() {
    super('the cursor is not one of this list with this sort and filter');
  }
}

const cursorLengthMax = 8192;

export const fingerprint = (list: unknown): string =>
  createHash('sha256').update(JSON.stringify(list)).digest('base64url').slice(0, 12);

export const encodeCursor = (list: string, values: readonly unknown[]): string =>
  Buffer.from(JSON.stringify([list, ...values])).toString('base64url');

/** One value per column. Throws {@link BadCursorError}. */
export function decodeCursor(cursor: string, list: string, columns: readonly Column[]): unknown[] {
  const [made, ...values] = parse(cursor);
  const fits = columns.every((column, index) => isValueOf(column, values[index]));
  if (made !== list || values.length !== columns.length || !fits) throw new BadCursorError();
  return values;
}

function parse(cursor: string): unknown[] {
  try {
    if (cursor.length > cursorLengthMax) throw new BadCursorError();
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(parsed)) return parsed;
  } catch {
    // Not base64url or not JSON: told below.
  }
  throw new BadCursorError();
}
