/**
 * `Event-Position`: what a caller has seen, as the header of an earlier answer said it. A position of a category that
 * this service has a copy of is waited for, whoever wrote there: reads do it themselves (read.ts), a command is decided
 * after it. Any other position could only be ignored, so it is refused.
 */
import { keys, orOutage, type Position, parsePosition, type RedisClient } from '@quickmart/streams';
import type { MiddlewareHandler } from 'hono';
import { requestLimits } from '../process/limits.ts';
import type { ServiceEnv } from './context.ts';
import { refuse } from './problems.ts';

/** The read models of a service, as far as they are waited for. */
export type Copies = {
  /** Whose events they are made of. */
  readonly categories: ReadonlySet<string>;
  /** False when it was not reached in time. */
  waitFor(position: string, timeoutMs: number): Promise<boolean>;
};

export const eventPosition =
  (copies: Copies, redis: RedisClient): MiddlewareHandler<ServiceEnv> =>
  async (c, next) => {
    const position = c.req.header('Event-Position');
    if (position === undefined || !c.req.path.startsWith('/api/')) return next();
    const { categories } = copies;
    const place = parsePosition(position);
    if (place === undefined) return refuse('malformed-request', 'Event-Position is not a position');
    const { category } = place;
    if (!categories.has(category)) {
      const known = [...categories].sort().join(', ');
      refuse(
        'malformed-request',
        `Event-Position is of ${category}, which is not read here: send one of ${known}`,
      );
    }
    const isRead = c.req.method === 'GET' || c.req.method === 'HEAD';
    if (isRead || (await copies.waitFor(position, requestLimits.waitMs))) return next();
    // What was never written would be waited for without end.
    if (!(await isWritten(redis, place)))
      refuse('malformed-request', `no event stands at ${position}: send Event-Position as an answer said it`);
    return refuse('read-model-behind', `${position} is not here yet: send the request again in a moment`);
  };

async function isWritten(
  redis: RedisClient,
  { category, partition, epoch, pos }: Position,
): Promise<boolean> {
  const id = `${epoch}-${pos}`;
  return (await orOutage(redis.xrange(keys.events(category, partition), id, id))).length > 0;
}
