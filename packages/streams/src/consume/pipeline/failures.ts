/** What becomes of an event whose handler has failed. Each piece gets what the one before it has thrown. */
import { limits } from '../../limits.ts';
import { LogBlockedError, OutageError, PermanentError } from '../../log/errors.ts';
import { describe } from '../delivery.ts';
import { backoffMs } from '../retry.ts';
import type { ModeContext } from '../subscription.ts';
import { type Attempt, elsewhere, type Outcome, type Step } from './attempt.ts';

type Context = Pick<ModeContext, 'acknowledger' | 'logger' | 'group'>;
type Recovery = (attempt: Attempt, error: unknown) => Promise<Outcome>;

export const fieldsOf = ({ delivery }: Attempt, { group }: Pick<ModeContext, 'group'>) => ({
  ...describe(delivery),
  group,
  attempts: delivery.attempts,
});

/** The first recovery gets what the next step throws; what that one throws is for the second, and so on. */
export const recover =
  (next: Step, ...recoveries: readonly Recovery[]): Step =>
  async (attempt) => {
    try {
      return await next(attempt);
    } catch (error) {
      return await recovered(attempt, error, recoveries);
    }
  };

async function recovered(
  attempt: Attempt,
  error: unknown,
  [first, ...others]: readonly Recovery[],
): Promise<Outcome> {
  if (first === undefined) throw error;
  try {
    return await first(attempt, error);
  } catch (rest) {
    return await recovered(attempt, rest, others);
  }
}

/** What was cut short, or was lost from the log by a failover: that says nothing about the event. */
export const giveUp =
  ({ acknowledger }: Context): Recovery =>
  async ({ delivery, signal }, error) => {
    if (!signal.aborted && acknowledger.holds(delivery)) throw error;
    acknowledger.release(delivery);
    return elsewhere;
  };

/** Counts the attempt where a crash does not reset it. Passes on what is not to be tried again in a while. */
export const retry =
  (context: Context): Recovery =>
  async (attempt, error) => {
    const { delivery } = attempt;
    if (error instanceof OutageError) throw error;
    delivery.attempts++;
    if (error instanceof PermanentError || delivery.attempts >= limits.attemptsMax) throw error;
    await context.acknowledger.countAttempt(delivery);
    context.logger.warn({ ...fieldsOf(attempt, context), err: error }, 'event failed, trying again');
    const againInMs = backoffMs(delivery.attempts, limits.backoffBaseMs, limits.backoffCapMs);
    return { kind: 'failed', againInMs };
  };

/** For what will never work, and what has failed as often as it may. The aggregate is parked from then on. */
export const deadLetter =
  (context: Context, parked: Set<string>): Recovery =>
  async (attempt, error) => {
    const { delivery } = attempt;
    const isOver = error instanceof PermanentError || delivery.attempts >= limits.attemptsMax;
    if (error instanceof OutageError || !isOver) throw error;
    const aggregateId = delivery.raw?.aggregateId;
    // Before: where the answer is lost, the next try finds out whether it is parked.
    if (aggregateId !== undefined) parked.add(aggregateId);
    await context.acknowledger.deadLetter(delivery, aggregateId, error);
    context.logger.error({ ...fieldsOf(attempt, context), err: error }, 'event moved to the dead letters');
    return { kind: 'dead-lettered' };
  };

/** A partition of the log takes nothing until a person has repaired it: only what wants to write there waits. */
export function blocked(context: Context): Recovery {
  /** Each partition is said once. */
  const said = new Set<string>();
  return async (attempt, error) => {
    if (!(error instanceof LogBlockedError)) throw error;
    const level = said.has(error.message) ? 'debug' : 'warn';
    said.add(error.message);
    context.logger[level]({ ...fieldsOf(attempt, context), err: error }, 'events wait for a partition');
    return { kind: 'blocked', againInMs: limits.repairPollMs };
  };
}

/** Everything else: something that the handler stands on is down, or Redis itself. Nothing is counted. */
export const outage: Recovery = async (_, error) => ({ kind: 'outage', error });
