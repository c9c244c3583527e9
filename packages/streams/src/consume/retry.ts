/** When to try again. */
import { setTimeout as sleepFor } from 'node:timers/promises';

/**
 * Full jitter: anything between 0 and base × 2^(attempt-1), at most the cap, in ms.
 * Source: M. Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog, 2015.
 */
export const backoffMs = (
  attempt: number,
  baseMs: number,
  capMs: number,
  random: () => number = Math.random,
): number => Math.floor(random() * Math.min(capMs, baseMs * 2 ** Math.min(attempt - 1, 30)));

/** Waits; an aborted signal ends the wait early, without an error. */
export async function sleep(ms: number, signal: AbortSignal): Promise<void> {
  await sleepFor(ms, undefined, { signal }).catch(() => {});
}
