/** Everything the services share around their routes. See ../README.md for one small service that uses it. */

export { type Api, type ApiOptions, createApi } from './api/api.ts';
export type { Commands } from './api/commands.ts';
export { readRoutes } from './api/reads.ts';
export { resource } from './api/resource.ts';
export { type Access, needs, open, ownerOr, signedIn } from './auth/access.ts';
export { type Caller, may } from './auth/caller.ts';
export { KeySet } from './auth/key-set.ts';
export { TokenVerifier, tokenRules } from './auth/verifier.ts';
export type { Tag } from './document/document.ts';
export { errorsOf, idParam, importBody, importResults, json, jsonBody } from './document/openapi.ts';
export { createRoute } from './document/route.ts';
export { share } from './document/shared.ts';
export { mountSwagger } from './document/swagger.ts';
export type { Response } from './document/types.ts';
export type { Rights } from './http/authorize.ts';
export {
  metaOf,
  noteAnswer,
  routePattern,
  type ServiceContext,
} from './http/context.ts';
export { type Outcome, outcomeOf } from './http/errors.ts';
export { atLeast, atMost, filter, flag, period } from './http/filters.ts';
export { historyEntryOf, historyQuery, readHistory } from './http/history.ts';
export { keepNoAnswer, keyOfRequest } from './http/idempotency.ts';
export { anyOf, integerParam, listQuery, type Page, pageOf } from './http/list.ts';
export { onlyOf, owned, ownerFor } from './http/ownership.ts';
export {
  kernelProblems,
  type ProblemError,
  type Problems,
  problemShape,
  Refusal,
  type Refuse,
  refuseWith,
  withKernel,
} from './http/problems.ts';
export { type ItemSource, itemQuery, readItem, readList, waitForSent } from './http/read.ts';
export { type Answer, commandOf, etagOf, expectedVersionIn, respond, type View } from './http/respond.ts';
export { type Shown, shown, shownState } from './http/shown.ts';
export { isWebhookSigned, signWebhook } from './http/signature.ts';
export { streamedRoute } from './http/streamed.ts';
export { textStream } from './http/text-stream.ts';
export { importAnswer, refusedLine } from './import/answer.ts';
export {
  type CsvRow,
  type ImportLine,
  type ImportShape,
  importLines,
  queryOf,
  refuseColumns,
} from './import/lines.ts';
export { decideLine, type ImportFile, lineCommand } from './import/once.ts';
export { type AnyAggregate, type Change, changesOf, type Step, stepsOf } from './operations/steps.ts';
export { addressesIn, clientAddress, limitedAs } from './process/addresses.ts';
export {
  type Config,
  ConfigError,
  type Env,
  httpUrl,
  listOf,
  type Role,
  secret,
  settingIn,
  wholeNumber,
} from './process/config.ts';
export { connectionLimits, requestLimits } from './process/limits.ts';
export { createLog } from './process/log.ts';
export { isLoopback } from './process/loopback.ts';
export { partitionsIn } from './process/partitions.ts';
export { StartError } from './process/start-error.ts';
export { variableName, variableOf } from './process/variables.ts';
export type { Check, Checks, Sample } from './process/watched.ts';
export { connectRedis } from './redis/connect.ts';
export { type Assembled, assemble } from './run/assemble.ts';
export {
  type AnyDefinition,
  type Base,
  defineService,
  type Fetch,
  type Neighbours,
} from './run/definition.ts';
export {
  allCategories,
  allServices,
  findService,
  gatewayName,
  namesBehind,
  portOf,
  serviceNames,
} from './run/discover.ts';
export { masterOf, openKeys } from './run/keys.ts';
export { Neighbour, type NeighbourAnswer, type On, onOf } from './run/neighbour.ts';
export { rightsOf } from './run/rights.ts';
export { problemAnswer } from './run/served.ts';
export { serve } from './run/serving.ts';
export { type Started, settingsOf, start } from './run/start.ts';
export { openTables } from './run/tables.ts';
export { Metrics } from './telemetry/metrics.ts';
export { inClientSpan, noRoute } from './telemetry/server-span.ts';
