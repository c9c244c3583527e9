/** What a service refuses, as an error: RFC 9457 `application/problem+json`. */
import type { components } from './openapi.ts';

export type Problem = components['schemas']['Problem'];
/** Stable: what a program decides by. */
export type ProblemCode = Problem['code'];

export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly status: number;
  /** `http-502` where the answer was no problem of ours, such as that of a proxy. */
  readonly code: ProblemCode | `http-${number}`;
  /** With its members: `errors`, `shortages` … */
  readonly problem: Partial<Problem>;

  constructor(status: number, body: unknown) {
    const problem: Partial<Problem> = isProblem(body) ? body : {};
    super(
      [problem.title ?? `HTTP ${status}`, problem.detail ?? oauthDetailOf(body)].filter(Boolean).join(': '),
    );
    this.status = status;
    this.code = problem.code ?? `http-${status}`;
    this.problem = problem;
  }
}

/** `/oauth/token` answers in the form of RFC 6749. */
const oauthDetailOf = (body: unknown): string | undefined =>
  typeof body === 'object' && body !== null && 'error_description' in body
    ? String(body.error_description)
    : undefined;

const isProblem = (body: unknown): body is Problem =>
  typeof body === 'object' && body !== null && typeof (body as Problem).code === 'string';

type Result<Data> = { data?: Data; error?: unknown; response: Response };

/**
 * The data of an answer, or a {@link ProblemError}.
 *
 * @example
 * const order = await ok(shop.POST('/api/orders', { body }));
 */
export async function ok<Data>(asked: Promise<Result<Data>>): Promise<Data> {
  const { data, error, response } = await asked;
  if (!response.ok) throw new ProblemError(response.status, error);
  return data as Data;
}
