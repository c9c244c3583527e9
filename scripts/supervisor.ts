// Keeps one child process running: waits until it is ready, reports its death with its last output, and starts it again
// with a growing delay. A child that dies several times before it was ever ready is a Failure. One that was ready is started
// again for as long as the system runs: a kill -9 of any process heals by itself.

import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from './failure.mjs';
import type { ServiceOutput } from './service-output.ts';
import type { Readiness } from './services.ts';
import { say, warn } from './terminal.mjs';

const firstDelayMs = 300;
const delayMaxMs = 15_000;
const deathsAtStartMax = 3;
const settledMs = 30_000;
const pollMs = 100;
const lastOutputMs = 1_000;

export type Spec = {
  name: string;
  file: string;
  args: readonly string[];
  cwd: string;
  env: NodeJS.ProcessEnv;
  graceMs: number;
  readyMs: number;
  output: ServiceOutput;
  /** Whether it is ready, and if not, why. */
  probe: () => Promise<Readiness>;
  onSpawn: (pid: number) => void;
  onExit: (pid: number) => void;
};

export class Supervised {
  readonly spec: Spec;
  /** What has to be mended; it runs as far as it can. */
  findings: readonly string[] = [];
  #child: ChildProcess | undefined;
  #stopping = new AbortController();
  #deaths = 0;
  #wasReady = false;
  #why = 'it has not answered yet';
  #running: Promise<void> = Promise.resolve();

  constructor(spec: Spec) {
    this.spec = spec;
  }

  /** Starts it; resolves when it is ready, rejects with a Failure when it cannot get there. */
  async start(): Promise<void> {
    const { name, readyMs, output } = this.spec;
    this.#running = this.#keepRunning();
    let deadline = Date.now() + readyMs;
    while (!this.#stopping.signal.aborted) {
      if (await this.#isReady()) return;
      // However long the log of events is: /readyz says how far it has come.
      if (this.#why.includes('is being built from the log')) deadline = Date.now() + readyMs;
      if (this.#deaths >= deathsAtStartMax)
        throw new Failure(`${name}: ended at every start. Last: ${output.lastWords()}`);
      if (Date.now() > deadline) {
        throw new Failure(
          `${name}: not ready after ${readyMs / 1000} s: ${this.#why}. Last: ${output.lastWords()}`,
        );
      }
      await sleep(pollMs);
    }
  }

  /** Asks it to stop and waits; kills it when it takes longer than its grace. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#child?.kill('SIGTERM');
    const overdue = setTimeout(() => this.kill(), this.spec.graceMs);
    await this.#running;
    clearTimeout(overdue);
  }

  kill(): void {
    this.#child?.kill('SIGKILL');
  }

  async #isReady(): Promise<boolean> {
    if (!this.#child) return false;
    const answer = await this.spec.probe();
    if (typeof answer === 'string') this.#why = answer;
    this.findings = typeof answer === 'object' ? answer.findings : [];
    const runs = typeof answer !== 'string';
    this.#wasReady ||= runs;
    return runs && this.#child !== undefined;
  }

  async #keepRunning(): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      const startedAt = Date.now();
      const end = await this.#runOnce();
      if (signal.aborted) return;
      this.#deaths = Date.now() - startedAt > settledMs ? 1 : this.#deaths + 1;
      if (!this.#wasReady && this.#deaths >= deathsAtStartMax) return;
      const delayMs = Math.min(delayMaxMs, firstDelayMs * 2 ** (this.#deaths - 1));
      this.#report(end, delayMs);
      await sleep(delayMs, undefined, { signal }).catch(() => {});
      if (this.#wasReady && !signal.aborted) void this.#announceReturn();
    }
  }

  /** One life of the process; resolves with how it ended. */
  async #runOnce(): Promise<string> {
    const { file, args, cwd, env, output, onSpawn, onExit } = this.spec;
    // Its own process group: Ctrl-C in the terminal reaches the start script alone, which stops things in order.
    const detached = process.platform !== 'win32';
    const child = spawn(file, args, {
      cwd,
      env,
      detached,
      windowsHide: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    output.attach([child.stdout, child.stderr]);
    if (child.pid) onSpawn(child.pid);
    const end = await endOf(child);
    this.#child = undefined;
    if (child.pid) onExit(child.pid);
    return end;
  }

  #report(end: string, delayMs: number): void {
    const { name, output } = this.spec;
    const what = `${name} died (${end}): a new start in ${delayMs / 1000} s`;
    // While it has never run, its last words come once, with the verdict.
    warn(this.#wasReady ? `${what}. Last: ${output.lastWords()}` : what);
  }

  async #announceReturn(): Promise<void> {
    const { name, readyMs } = this.spec;
    const deadline = Date.now() + readyMs;
    await sleep(pollMs);
    while (!this.#stopping.signal.aborted && Date.now() < deadline) {
      if (await this.#isReady()) return say(`${name}: up again`);
      await sleep(pollMs);
    }
  }
}

/** Resolves when the process is gone and its output read; a grandchild that holds the pipes does not hold this up. */
const endOf = (child: ChildProcess): Promise<string> =>
  new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => {
      const end = signal ? `killed by ${signal}` : `exit code ${code}`;
      child.once('close', () => resolve(end));
      setTimeout(resolve, lastOutputMs, end).unref();
    });
  });
