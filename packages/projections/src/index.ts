export { BadCursorError } from './cursor.ts';
export type { Filter, ListQuery, Page, SortColumn } from './list.ts';
export { type EvolveRow, type Projection, ProjectionError, projection } from './projection.ts';
export type { ReadModelProjector } from './projector.ts';
export { type OpenOptions, openReadModels, type ReadModels } from './read-models.ts';
export {
  bigint,
  boolean,
  type ColumnOf,
  char,
  defineTable,
  instant,
  integer,
  json,
  key,
  type RowOf,
  type Table,
  text,
  uuid,
} from './table.ts';
