// A foreground command: it starts a system, stays until it is told to stop, and then stops the system in order.

import { say, step } from './terminal.mjs';

// Under npm one Ctrl-C arrives twice: from the terminal, and passed on by npm. Only a later one is a second Ctrl-C.
const sameKeyMs = 1_000;
const parentPollMs = 500;

type Stoppable = { stop: () => Promise<void>; hurry: () => void };

export async function untilStopped(
  system: Stoppable,
  start: (signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const stopping = new AbortController();
  const stopped = new Promise((resolve) =>
    stopping.signal.addEventListener('abort', resolve, { once: true }),
  );
  listen(stopping, system);
  try {
    await Promise.race([start(stopping.signal), stopped]);
    await stopped;
    step('stopping (finishing what is in flight; Ctrl-C again to hurry)');
  } catch (error) {
    if (!stopping.signal.aborted) throw error;
  } finally {
    stopping.abort();
    await system.stop();
  }
  say('stopped');
}

function listen(stopping: AbortController, system: Stoppable): void {
  let firstAt = 0;
  const stop = () => {
    firstAt ||= Date.now();
    if (Date.now() - firstAt > sameKeyMs) system.hurry();
    stopping.abort();
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, stop);
  onOrphaned(stop);
}

/** A package manager that is killed -9 tells nobody: its child just has another parent from then on. */
function onOrphaned(callback: () => void): void {
  if (!process.env.npm_lifecycle_event) return; // started by hand: may well outlive the shell
  const parent = process.ppid;
  const poll = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(poll);
    callback();
  }, parentPollMs);
  poll.unref();
}
