/**
 * What a list can be filtered by: each parameter of its query with the condition that it is. A schema alone is a filter of the
 * column with the same name: the value, or with {@link anyOf} one of several.
 *
 * @example
 * filters: {
 *   status: anyOf(reviewStatus),
 *   minRating: atLeast('rating', integerParam(1, 5).meta({ description: 'At least so many stars' })),
 *   ...period('created'), // createdFrom and createdTo
 *   inStock: filter(z.enum(['false', 'true']), (value) => ({ column: 'available', op: value === 'true' ? 'gt' : 'lte', value: 0 })),
 * }
 */
import { among, type ColumnOf, type Condition, type Table } from '@quickmart/projections';
import { z } from 'zod';

type Conditions = Condition | undefined | readonly (Condition | undefined)[];
type Query = Readonly<Record<string, unknown>>;

export type ListFilter<Column extends string = string> = {
  readonly shape: z.ZodType;
  /** The column that it is about, where it is one. */
  readonly column?: Column;
  /** `query`: all parameters, where one changes what another means. */
  readonly where: (value: never, query: Query) => Conditions | Promise<Conditions>;
};
export type ListFilters = Readonly<Record<string, z.ZodType | ListFilter>>;

/** A filter that is about no column of this table does not compile. */
export type FiltersOf<T extends Table, Given extends ListFilters> = {
  readonly [Name in keyof Given]: Given[Name] extends ListFilter<infer Column>
    ? ListFilter<Column & ColumnOf<T>>
    : Name extends ColumnOf<T>
      ? Given[Name]
      : never;
};

/** A filter that is what `where` says. */
export const filter = <Shape extends z.ZodType>(
  shape: Shape,
  where: (value: z.output<Shape>, query: Query) => Conditions | Promise<Conditions>,
): ListFilter<never> => ({ shape, where });

const compared =
  (op: 'gte' | 'lte') =>
  <Column extends string>(column: Column, shape: z.ZodType): ListFilter<Column> => ({
    shape,
    column,
    where: (value) => ({ column, op, value }),
  });

export const atLeast = compared('gte');
export const atMost = compared('lte');

/** `true` or `false`, of a column that is either. */
export const flag = () => z.enum(['false', 'true']).transform((value) => value === 'true');

const oneDayMs = 86_400_000;
/** The years that both databases can keep. */
const [earliest, latest] = [Date.UTC(2000) - 1999 * 365 * oneDayMs, Date.UTC(9999, 11, 31)];
const within = (at: number) => Math.min(Math.max(at, earliest), latest);

const moment = (ofDay: (start: number) => number, description: string) =>
  z
    .union([z.iso.date(), z.iso.datetime({ offset: true })])
    .transform((text) => {
      const at = Date.parse(text);
      return within(text.includes('T') ? at : ofDay(at));
    })
    .meta({ description });

/** `createdFrom` and `createdTo` of `createdAt`, for instance: both inclusive. */
export const period = <Name extends string>(name: Name) => {
  const column = `${name}At` as const;
  const from = moment((start) => start, `\`${column}\` is then or later: a day (UTC) or a time`);
  const to = moment(
    (start) => start + oneDayMs - 1,
    `\`${column}\` is then or earlier: a day (UTC, all of it) or a time`,
  );
  const filters = { [`${name}From`]: atLeast(column, from), [`${name}To`]: atMost(column, to) };
  return filters as Record<`${Name}From` | `${Name}To`, ListFilter<`${Name}At`>>;
};

const isSchema = (one: z.ZodType | ListFilter): one is z.ZodType => one instanceof z.ZodType;

/** The parameters of the query. What has no default may be left out. */
export function shapesOf(filters: ListFilters): z.ZodRawShape {
  const optional = (shape: z.ZodType) => (shape.safeParse(undefined).success ? shape : shape.optional());
  return Object.fromEntries(
    Object.entries(filters).map(([name, one]) => [name, optional(isSchema(one) ? one : one.shape)]),
  );
}

/** The conditions of a query; there are none for what was not sent. */
export async function conditionsOf(filters: ListFilters, query: Query): Promise<(Condition | undefined)[]> {
  const all = Object.entries(filters).map(([name, one]) => {
    const value = query[name];
    if (value === undefined) return undefined;
    return isSchema(one) ? among(name, [value].flat()) : one.where(value as never, query);
  });
  return (await Promise.all(all)).flat();
}
