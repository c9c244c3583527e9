/** Asks again, with growing pauses, until there is something to give back or the time is over. */
import { setTimeout as sleep } from 'node:timers/promises';

const PAUSE_FIRST_MS = 20;
const PAUSE_MAX_MS = 1000;

/** What `ask` found, or undefined when it found nothing for `timeoutMs`. It is asked at least once. */
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
