/** What becomes of an attempt that has failed. Each piece gets what the one before it has thrown. */
import { limits } from '../../limits.ts';
import { LogBlockedError, OutageError, PermanentError } from '../../log/errors.ts';
import type { Logger } from '../../log/event.ts';
import { describe, originOf } from '../delivery.ts';
import type { ModeContext } from '../mode.ts';
import { backoffMs } from '../retry.ts';
import { type Attempt, elsewhere, type Numbered, type Outcome } from './attempt.ts';

export type Recovery<Tried> = (attempt: Tried, error: unknown) => Promise<Outcome>;
type Step<Tried> = (attempt: Tried) => Promise<Outcome>;

/** Of an attempt at an event, for the log. */
export const fieldsOf = ({ delivery }: Attempt, { group }: Pick<ModeContext, 'group'>) => ({
  ...describe(delivery),
  ...originOf(delivery),
  group,
  attempts: delivery.attempts,
});

/** The first recovery gets what the next step throws. What that one throws is for the second, and so on. */
export const recover =
  <Tried>(next: Step<Tried>, ...recoveries: readonly Recovery<Tried>[]): Step<Tried> =>
  async (attempt) => {
    try {
      return await next(attempt);
    } catch (error) {
      return await recovered(attempt, error, recoveries);
    }
  };

async function recovered<Tried>(
  attempt: Tried,
  error: unknown,
  [first, ...others]: readonly Recovery<Tried>[],
): Promise<Outcome> {
  if (first === undefined) throw error;
  try {
    return await first(attempt, error);
  } catch (rest) {
    return await recovered(attempt, rest, others);
  }
}

/** For an attempt that was cut short, or whose event a failover has lost: this says nothing about the event. */
export const giveUp =
  ({ held }: Pick<ModeContext, 'held'>): Recovery<Attempt> =>
  async ({ delivery, signal }, error) => {
    if (!signal.aborted && held.has(delivery)) throw error;
    held.release(delivery);
    return elsewhere;
  };

/** Whether another attempt is of no use. */
type IsHopeless<Tried> = (attempt: Tried, error: unknown) => boolean;

export const afterAttempts =
  (attemptsMax: number): IsHopeless<Numbered> =>
  ({ number }, error) =>
    error instanceof PermanentError || number >= attemptsMax;

/** Says when the next attempt is. `count` keeps the number of failed attempts, and logs. Outages are not counted. */
export const retry =
  <Tried extends Numbered>(
    isHopeless: IsHopeless<Tried>,
    count: (attempt: Tried, error: unknown) => Promise<void> | void,
  ): Recovery<Tried> =>
  async (attempt, error) => {
    if (error instanceof OutageError || isHopeless(attempt, error)) throw error;
    await count(attempt, error);
    return {
      kind: 'failed',
      againInMs: backoffMs(attempt.number, limits.backoffBaseMs, limits.backoffCapMs),
    };
  };

/** For an event that will never work, or has failed as often as it may. Its aggregate is parked from then on. */
export const deadLetter =
  (
    context: Pick<ModeContext, 'acknowledger' | 'logger' | 'group'>,
    parked: Set<string>,
    isHopeless: IsHopeless<Attempt>,
  ): Recovery<Attempt> =>
  async (attempt, error) => {
    const { delivery, number } = attempt;
    if (error instanceof OutageError || !isHopeless(attempt, error)) throw error;
    delivery.attempts = number;
    const aggregateId = delivery.raw?.aggregateId;
    // Before: where the answer is lost, the next try finds out whether it is parked.
    if (aggregateId !== undefined) parked.add(aggregateId);
    if (!(await context.acknowledger.deadLetter(delivery, aggregateId, error))) return elsewhere;
    context.logger.error({ ...fieldsOf(attempt, context), err: error }, 'event moved to the dead letters');
    return { kind: 'dead-lettered' };
  };

/** A partition of the log takes no events until a person has repaired it: only what wants to write there waits. */
export function blocked<Tried>(logger: Logger, fields: (attempt: Tried) => object): Recovery<Tried> {
  /** Each partition is logged once. */
  const logged = new Set<string>();
  return async (attempt, error) => {
    if (!(error instanceof LogBlockedError)) throw error;
    const level = logged.has(error.message) ? 'debug' : 'warn';
    logged.add(error.message);
    logger[level]({ ...fields(attempt), err: error }, 'events wait for a partition');
    return { kind: 'blocked', againInMs: limits.repairPollMs };
  };
}

/** Everything else: Redis is down, or something that the handler needs. Nothing is counted. */
export const outage: Recovery<unknown> = async (_, error) => ({ kind: 'outage', error });
