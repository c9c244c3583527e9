/** Waiting for what comes by itself. */
import { setTimeout as sleep } from 'node:timers/promises';

type Nothing = false | undefined | null | 0 | '';
type Look<Found> = () => Found | Promise<Found>;

/** It has not come. `cause`: why the last look failed, where it has thrown. */
export class NotInTime extends Error {
  override readonly name = 'NotInTime';
}

const [withinDefaultMs, pauseFirstMs, pauseMaxMs] = [50_000, 10, 50];

/**
 * Looks until there is something, and gives it back. A look that throws, e.g. in an outage, has found nothing yet;
 * one that was aborted never will. A look that takes long is taken less often: it needs the machine that the rest works on. What is waited for is said by its name, or else by the code that looks.
 * @throws NotInTime
 */
export function until<Found>(look: Look<Found>, withinMs?: number): Promise<Exclude<Found, Nothing>>;
export function until<Found>(
  what: string,
  look: Look<Found>,
  withinMs?: number,
): Promise<Exclude<Found, Nothing>>;
export async function until<Found>(...args: unknown[]): Promise<Exclude<Found, Nothing>> {
  const [what, look, withinMs = withinDefaultMs] = (
    typeof args[0] === 'string' ? args : [String(args[0]), ...args]
  ) as [string, Look<Found>, number?];
  const deadline = performance.now() + withinMs;
  for (let cause: unknown, pauseMs = pauseFirstMs; ; pauseMs = Math.min(pauseMaxMs, 1.5 * pauseMs)) {
    const began = performance.now();
    try {
      const found = await look();
      if (found) return found as Exclude<Found, Nothing>;
      cause = undefined;
    } catch (error) {
      if (error instanceof Error && error.name === 'AbortError') throw error;
      cause = error;
    }
    if (performance.now() > deadline) {
      const why = cause instanceof Error ? ` (${cause.message})` : '';
      throw new NotInTime(`not within ${withinMs} ms: ${what}${why}`, { cause });
    }
    await sleep(Math.max(pauseMs, performance.now() - began));
  }
}
