/** The query of a list, the same in every service: limit, cursor, sort, includeTotal, and the list's own filters (filters.ts). */
import { z } from 'zod';
import { requestLimits } from '../process/limits.ts';

/** A whole number in a query, in digits: `''`, `0x10` and `1e2` are numbers to JavaScript only. */
export const integerParam = (min: number, max: number = Number.MAX_SAFE_INTEGER) =>
  z
    .string()
    .regex(/^\d{1,16}$/, { error: 'must be a whole number' })
    .transform(Number)
    .pipe(z.int().min(min).max(max))
    .meta({ type: 'integer', minimum: min, maximum: max });

const valuesOf = (value: unknown): unknown[] =>
  [value].flat().flatMap((one) => (typeof one === 'string' ? one.split(',') : [one]));

/**
 * A filter that takes several values, of which any may fit: `?status=active,archived`, or the parameter again and
 * again. Not for values that may hold a comma.
 */
export const anyOf = <Value extends z.ZodType<string>>(value: Value) =>
  z
    .preprocess(valuesOf, z.array(value).min(1).max(requestLimits.filterValuesMax))
    .meta({ param: { style: 'form', explode: false } });

type Sort<Column extends string> = Column | `-${Column}`;

/**
 * `columns`: what can be sorted by; the first one, descending, is the default. An unknown parameter is refused:
 * a misspelt filter must not answer with everything.
 *
 * @example
 * request: { query: listQuery(['createdAt', 'name'], { status: productStatus.optional() }) }
 * const { status, ...rest } = c.req.valid('query');
 * const page = pageOf(rest); // { limit: 20, cursor: undefined, sort: { column: 'createdAt', direction: 'desc' }, includeTotal: false }
 */
export function listQuery<Column extends string, Filters extends z.ZodRawShape = Record<never, never>>(
  columns: readonly [Column, ...Column[]],
  filters?: Filters,
) {
  const sorts = columns.flatMap((column): Sort<Column>[] => [column, `-${column}`]);
  const common = {
    limit: integerParam(1, requestLimits.pageSizeMax)
      .default(requestLimits.pageSizeDefault)
      .meta({ description: 'Items per page' }),
    cursor: z.string().min(1).max(2000).optional().meta({ description: '`nextCursor` of the page before' }),
    sort: z
      .enum(sorts as [Sort<Column>, ...Sort<Column>[]])
      .default(`-${columns[0]}` as never)
      .meta({ description: 'Column to sort by; `-` in front: descending' }),
    includeTotal: z.enum(['true', 'false']).default('false').meta({ description: 'Count all items, too' }),
  };
  return z.strictObject({ ...common, ...(filters as Filters) });
}

export type Page<Column extends string = string> = {
  limit: number;
  cursor: string | undefined;
  sort: { column: Column; direction: 'asc' | 'desc' };
  includeTotal: boolean;
};

/** The validated query as a plain object. */
export function pageOf<Column extends string>(query: {
  limit: number;
  cursor?: string | undefined;
  sort: Sort<Column>;
  includeTotal: 'true' | 'false';
}): Page<Column> {
  const descending = query.sort.startsWith('-');
  const column = (descending ? query.sort.slice(1) : query.sort) as Column;
  return {
    limit: query.limit,
    cursor: query.cursor,
    sort: { column, direction: descending ? 'desc' : 'asc' },
    includeTotal: query.includeTotal === 'true',
  };
}
