/** Costly work of this process: some at a time, some wait, the rest is refused. So it does not starve everything else. */
import pLimit from 'p-limit';
import { refuse } from './api.ts';

type Limits = { atOnce: number; waitingMax: number; refusal: string; retryAfterSeconds: number };

export type Turns = {
  inTurn<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Refuses where there is no turn for more. */
  demandTurn(): void;
};

export function turns({ atOnce, waitingMax, refusal, retryAfterSeconds }: Limits): Turns {
  const limit = pLimit(atOnce);
  const demandTurn = () => {
    if (limit.pendingCount >= waitingMax) refuse('too-many-requests', refusal, { retryAfterSeconds });
  };
  return {
    demandTurn,
    inTurn: async (work) => {
      demandTurn();
      return await limit(work);
    },
  };
}
