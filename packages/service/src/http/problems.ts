/**
 * Every way a request can be refused: a stable code, its HTTP status, and a title. The codes that every service has
 * stand here. A service adds its own, which appear in its document only:
 *
 * @example
 * // apps/review/src/problems.ts
 * export const problems = {
 *   'review-exists': [409, 'You have reviewed this product'],
 * } as const satisfies Problems;
 * export const refuse: Refuse<typeof problems> = refuseWith; // in decisions: refuse('review-exists', '…')
 * export const errors = errorsOf(problems); // in routes: responses: { 201: …, ...errors('review-exists') }
 *
 * This file imports no HTTP, so decisions stay pure.
 */
import { examples } from '@quickmart/contracts/shapes';
import { RefusalError } from '@quickmart/streams';
import { z } from 'zod';

/**
 * `isFinal`: this refusal will never change, so the same Idempotency-Key gives it again. `members`: what the problem says
 * besides the fields that every problem has.
 */
export type ProblemOptions = { isFinal?: true; members?: z.ZodRawShape };
export type ProblemKind = readonly [status: number, title: string, options?: ProblemOptions];
/** By code. */
export type Problems = Readonly<Record<string, ProblemKind>>;

export const kernelProblems = {
  'malformed-request': [400, 'Malformed request'],
  unauthenticated: [401, 'An access token is needed'],
  forbidden: [403, 'The access token does not allow this', { members: { scope: z.string().optional() } }],
  'not-found': [404, 'Not found'],
  'method-not-allowed': [405, 'Method not allowed'],
  'limit-reached': [409, 'Limit reached'],
  'request-in-progress': [409, 'A request with this Idempotency-Key is still running'],
  'version-stale': [412, 'If-Match is not the current version'],
  'body-too-large': [413, 'Request body too large'],
  'media-type-unsupported': [415, 'Unsupported content type'],
  'validation-failed': [422, 'Validation failed'],
  'idempotency-key-reused': [422, 'This Idempotency-Key was used for another request'],
  'version-required': [428, 'If-Match is required'],
  'too-many-requests': [429, 'Too many requests'],
  'headers-too-large': [431, 'URL and headers too large'],
  'internal-error': [500, 'Internal error'],
  'log-damaged': [500, 'Events are missing from the log'],
  'log-blocked': [503, 'The log accepts no events until it is repaired'],
  'log-replaced': [503, 'The log was replaced'],
  'not-replicated': [503, 'Written, but not on enough replicas yet'],
  unavailable: [503, 'A dependency is unavailable'],
  'read-model-behind': [503, 'The read model has not caught up yet'],
} as const satisfies Problems;

export type KernelCode = keyof typeof kernelProblems;
/** The codes that a service with these problems answers with. */
export type CodeOf<Own extends Problems> = KernelCode | (keyof Own & string);

/** One fault in the input: a JSON pointer to it, a code, and words. */
export const problemError = z.object({ pointer: z.string(), code: z.string(), detail: z.string() }).meta({
  id: 'ProblemError',
  example: { pointer: '/lines/0/quantity', code: 'too-small', detail: 'at least 1' },
});
export type ProblemError = z.infer<typeof problemError>;

const fields = {
  type: z.string().meta({ example: 'about:blank' }),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  instance: z.string().optional(),
  traceId: z.string(),
  errors: z.array(problemError).optional(),
};

/** All problems of a service. A code of every service keeps its meaning. */
export function withKernel(own: Problems = {}): Problems {
  const taken = Object.keys(own).filter((code) => Object.hasOwn(kernelProblems, code));
  if (taken.length > 0) throw new Error(`every service has the problem ${taken}: choose another code`);
  return { ...kernelProblems, ...own };
}

/** RFC 9457 `application/problem+json`, as a service answers it; `problems` are all that it has. */
export function problemShape(problems: Problems) {
  const codes = Object.keys(problems);
  const members = Object.values(problems).map(([, , options]) => options?.members ?? {});
  const shape = z.object({ ...fields, code: z.enum(codes) });
  return shape.extend(Object.assign({}, ...members) as Record<never, never>).meta({
    id: 'Problem',
    example: {
      type: 'about:blank',
      title: kernelProblems['not-found'][1],
      status: 404,
      code: 'not-found',
      detail: 'no item has this id',
      instance: '/api/products/…',
      traceId: examples.event,
    },
  });
}

export type RefusalMembers = {
  errors?: ProblemError[];
  retryAfterSeconds?: number;
  /** `WWW-Authenticate` */
  challenge?: string;
  [member: string]: unknown;
};

/** A decision's "no": the request was understood and is refused. Never a fault of the system. */
export class Refusal extends RefusalError {
  override readonly name = 'Refusal';
  readonly code: string;
  readonly members: RefusalMembers;

  constructor(code: string, detail: string, members: RefusalMembers = {}) {
    super(detail);
    this.code = code;
    this.members = members;
  }
}

/** Throws a {@link Refusal} with a code of every service, or one of `Own`. */
export type Refuse<Own extends Problems = Record<never, never>> = (
  code: CodeOf<Own>,
  detail: string,
  members?: RefusalMembers,
) => never;

/** Any code: a service gives it the type of its own codes. */
export const refuseWith = (code: string, detail: string, members?: RefusalMembers): never => {
  throw new Refusal(code, detail, members);
};
export const refuse: Refuse = refuseWith;
