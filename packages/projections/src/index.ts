export type { ReadModelProjector } from './apply/projector.ts';
export { lostCheckpoints } from './apply/same-log.ts';
export { connect } from './connect.ts';
export { type OpenOptions, openReadModels } from './open.ts';
export { viewsOf } from './projection/definition.ts';
export { BuildingError } from './projection/generation.ts';
export {
  type Details,
  type EvolveRow,
  from,
  joined,
  type Projection,
  ProjectionError,
  projection,
  sums,
  type Totals,
  tablesOf,
} from './projection/projection.ts';
export { type StateTable, tableOf } from './projection/table-of.ts';
export { among, between, type Condition, type Filter, type Filters, withDetail } from './query/conditions.ts';
export { BadCursorError } from './query/cursor.ts';
export type { ListQuery, Page, SortColumn } from './query/list.ts';
export type { ReadModels } from './read-models.ts';
export type { RebuildProgress } from './rebuild/build.ts';
export type { RebuildOptions, Rebuilt } from './rebuild/rebuild.ts';
export { definitionIdOf } from './sqlite/database.ts';
export { type Database, retrying, type Transaction } from './table/database.ts';
export {
  bigint,
  boolean,
  type ColumnOf,
  char,
  code,
  defineTable,
  instant,
  integer,
  json,
  key,
  type RowOf,
  type Table,
  text,
  uuid,
} from './table/table.ts';
export type { Difference } from './verify/differences.ts';
export type { Verified, VerifyOptions } from './verify/verify.ts';
