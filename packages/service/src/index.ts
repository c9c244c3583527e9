/** Everything the services share around their routes. See ../README.md for one small service that uses it. */

export { createRoute } from '@hono/zod-openapi';
export { type Api, type ApiOptions, createApi } from './api.ts';
export { type Assembled, assemble } from './assemble.ts';
export { parseJson } from './body.ts';
export {
  type Config,
  ConfigError,
  type Env,
  loadConfig,
  type Role,
  wholeNumber,
} from './config.ts';
export { metaOf, type RequestContext, type ServiceContext, type ServiceEnv } from './context.ts';
export { type AnyDefinition, type Base, defineService } from './definition.ts';
export { allServices, findService, portOf, serviceNames } from './discover.ts';
export type { Tag } from './document.ts';
export { type Outcome, outcomeOf } from './errors.ts';
export type { Check, Checks } from './health.ts';
export { historyEntryOf, historyQuery, readHistory } from './history.ts';
export { keyOfRequest } from './idempotency.ts';
export { type ImportRun, importAnswer, refusedLine } from './import-answer.ts';
export {
  type CsvRow,
  type ImportLine,
  type ImportShape,
  importLines,
  queryOf,
  refuseColumns,
} from './import-lines.ts';
export { decideLine, type ImportFile, lineCommand } from './import-once.ts';
export { requestLimits } from './limits.ts';
export { anyOf, integerParam, listQuery, type Page, pageOf, period } from './list.ts';
export { createLog } from './log.ts';
export type { Gauges, Sample } from './metrics.ts';
export { errorsOf, idParam, json, jsonBody, ndjsonBody } from './openapi.ts';
export {
  kernelProblems,
  type ProblemError,
  type Problems,
  problemShape,
  Refusal,
  type Refuse,
  refuseWith,
} from './problems.ts';
export { type ItemSource, itemQuery, readItem, waitForSent } from './read.ts';
export { connectRedis, StartError } from './redis.ts';
export { type Answer, commandOf, etagOf, respond, type View } from './respond.ts';
export { serve } from './serving.ts';
export { type Started, settingsOf, start } from './start.ts';
export { streamedRoute } from './streamed.ts';
export { openTables } from './tables.ts';
export { type TextStream, textStream } from './text-stream.ts';
export { variableName, variableOf } from './variables.ts';
