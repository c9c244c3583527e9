/** Costly work of this process: some at a time, some wait, the rest is refused. So it does not starve everything else. */
import pLimit from 'p-limit';
import { refuse } from './api.ts';

export function turns({
  atOnce,
  waitingMax,
  refusal,
  retryAfterSeconds,
}: {
  atOnce: number;
  waitingMax: number;
  refusal: string;
  retryAfterSeconds: number;
}): <Result>(work: () => Promise<Result>) => Promise<Result> {
  const limit = pLimit(atOnce);
  return async (work) => {
    if (limit.pendingCount >= waitingMax) refuse('too-many-requests', refusal, { retryAfterSeconds });
    return await limit(work);
  };
}
