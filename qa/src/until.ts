/** Asking again until there is something to give back, or the time is over. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from './failure.ts';

const PAUSE_FIRST_MS = 20;
const PAUSE_MAX_MS = 1000;

/** For services, with growing pauses: what `ask` found, or undefined when it found nothing for `timeoutMs`. It is asked at least once. */
export async function until<T>(
  timeoutMs: number,
  ask: () => Promise<T | undefined>,
  signal?: AbortSignal,
): Promise<T | undefined> {
  const deadline = performance.now() + timeoutMs;
  for (let pauseMs = PAUSE_FIRST_MS; ; pauseMs = Math.min(pauseMs * 2, PAUSE_MAX_MS)) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (performance.now() + pauseMs > deadline) return undefined;
    await sleep(pauseMs, undefined, signal ? { signal } : {});
  }
}

const POLL_MS = 10;

/** For what comes soon, where it comes at all: what is neither false nor undefined; throws, and says what never came. */
export async function eventually<T>(
  what: string,
  check: () => Promise<T | false | undefined> | T | false | undefined,
  withinMs = 30_000,
): Promise<T> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    const value = await check();
    if (value !== false && value !== undefined) return value;
    if (performance.now() > deadline) throw new Failure(`not within ${withinMs} ms: ${what}`);
    await sleep(POLL_MS);
  }
}
