import { ProblemError } from '@quickmart/client';
import { useEffect } from 'react';
import { ended } from './session.ts';

/** What went wrong, in the words of the API. */
export function Problem({ error, detail }: { error: unknown; detail?: string | undefined }) {
  useEffect(() => {
    if (error instanceof ProblemError && error.status === 401) ended();
  }, [error]);
  const isProblem = error instanceof ProblemError;
  const said = isProblem ? error.problem : undefined;
  const words = detail ?? said?.detail;
  return (
    <div className="problem" role="alert">
      <strong>{said?.title ?? 'The shop cannot be reached'}</strong>
      {words && <span>{words}</span>}
      {!isProblem && <span>{String(error)}</span>}
    </div>
  );
}
