/** What zod finds wrong → which problem it is: body 422 with JSON pointers, path 404, query and headers 400. */
import type { z } from 'zod';
import '../process/words.ts';
import { type KernelCode, type ProblemError, Refusal } from './problems.ts';

const errorsMax = 100;
type Result = { target: string } & ({ success: true } | { success: false; error: z.ZodError });

/** OpenAPIHono's hook: throws, so that a validation failure takes the same way out as every other refusal. */
export function onValidated(result: Result): void {
  if (result.success) return;
  const errors = result.error.issues.flatMap((issue) => errorsOf(issue)).slice(0, errorsMax);
  switch (result.target) {
    case 'json':
    case 'form':
      throw refusal('validation-failed', errors);
    case 'param':
      throw new Refusal('not-found', 'no id has that form');
    default:
      throw refusal('malformed-request', errors);
  }
}

function refusal(code: KernelCode, errors: ProblemError[]): Refusal {
  const first = errors[0];
  const rest = errors.length > 1 ? ` (and ${errors.length - 1} more)` : '';
  return new Refusal(code, first ? `${first.pointer || '/'}: ${first.detail}${rest}` : '', { errors });
}

/** One issue is several errors where it is about several keys, or about a union, of which the nearest branch is told. */
function errorsOf(issue: z.core.$ZodIssue, parent: readonly PropertyKey[] = []): ProblemError[] {
  const path = [...parent, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => problemError([...path, key], 'unknown-field', 'there is no such field'));
  }
  const nearest = issue.code === 'invalid_union' ? nearestBranch(issue.errors) : undefined;
  if (nearest) return nearest.flatMap((inner) => errorsOf(inner, path));
  return [problemError(path, issue.code.replaceAll('_', '-'), issue.message)];
}

const nearestBranch = (branches: z.core.$ZodIssue[][]): z.core.$ZodIssue[] | undefined =>
  branches.filter((issues) => issues.length > 0).toSorted((a, b) => weight(a) - weight(b))[0];

/** A wrong value in the right field is nearer than missing and unknown fields. */
const weight = (issues: z.core.$ZodIssue[]): number =>
  issues.reduce((sum, issue) => sum + (issue.code === 'unrecognized_keys' ? 2 * issue.keys.length : 1), 0);

const problemError = (path: readonly PropertyKey[], code: string, detail: string): ProblemError => ({
  pointer: path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''),
  code,
  detail,
});
