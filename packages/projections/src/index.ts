export { among, between, type Filter, withDetail } from './conditions.ts';
export { BadCursorError } from './cursor.ts';
export { viewsOf } from './definition.ts';
export type { Difference } from './differences.ts';
export { BuildingError } from './generation.ts';
export type { ListQuery, Page, SortColumn } from './list.ts';
export { type OpenOptions, openReadModels } from './open.ts';
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
} from './projection.ts';
export type { ReadModelProjector } from './projector.ts';
export type { ReadModels } from './read-models.ts';
export type { RebuildOptions, RebuildProgress, Rebuilt } from './rebuild.ts';
export { lostCheckpoints } from './same-log.ts';
export { definitionIdOf } from './sqlite/database.ts';
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
} from './table.ts';
export type { Verified, VerifyOptions } from './verify.ts';
