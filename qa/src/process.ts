/** A process of services, or of another program that has a /readyz: started, stopped in order, killed, paused, as often as is wanted. */
import type { ChildProcess } from 'node:child_process';
import { appendFileSync, closeSync, openSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { end, hasEnded, launch, pause } from '@quickmart/streams/testing';

export const root = fileURLToPath(new URL('../..', import.meta.url));
/** The pinned Node itself: the link in node_modules/.bin may be a shell script, which swallows signals. */
export const node = join(root, 'node_modules', 'node', 'bin', 'node');

export type Env = Record<string, string>;

/** How long a start may say nothing new in its log: long enough for a database server that makes many tables at once. What takes longer hangs. */
const silentMs = 110_000;
const probeMs = 10_000;
const shownMax = 2_000;

/** `args`: of Node. `within`: words before the command, which run it somewhere else. `logFile`: what it says is added to it. `urls`: of all that has to be ready. */
export type ProcessOptions = {
  name: string;
  args: readonly string[];
  within?: readonly string[];
  urls: readonly string[];
  env: Env;
  logFile: string;
};

export class Process {
  readonly options: ProcessOptions;
  #child: ChildProcess | undefined;
  #exitCode: number | null = null;
  /** Starts, stops and kills run one after the other: each of them concerns all services of the process. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(options: ProcessOptions) {
    this.options = options;
  }

  get name(): string {
    return this.options.name;
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  get isAlive(): boolean {
    return this.#child !== undefined && !hasEnded(this.#child);
  }

  /** Resolves when all of it is ready; rejects with the end of its log when it ends or does not get ready. */
  start(): Promise<void> {
    return this.#next(async () => {
      if (!this.isAlive) this.#launch();
      await this.#ready();
    });
  }

  /** SIGTERM; its exit code, also of one that is stopped already. */
  stop(): Promise<number | null> {
    return this.#next(() => this.#end('SIGTERM'));
  }

  /** SIGKILL: as by the kernel, in the middle of whatever it does. */
  async kill(): Promise<void> {
    await this.#next(() => this.#end('SIGKILL'));
  }

  /** SIGSTOP, and on again after a while. */
  async pause(forMs: number): Promise<void> {
    if (this.#child) await pause(this.#child, forMs);
  }

  #next<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.#last.then(work);
    this.#last = result.catch(() => {});
    return result;
  }

  #launch(): void {
    const { name, args, within = [], env, logFile } = this.options;
    const { PATH, NODE_COMPILE_CACHE } = process.env;
    const log = openSync(logFile, 'a');
    const [file = node, ...words] = [...within, node, ...args];
    const child = launch(file, words, {
      cwd: root,
      // Nothing else of our environment: what a developer has set for another system is not meant for this one.
      env: { PATH, NODE_COMPILE_CACHE, HOST: '127.0.0.1', ...env },
      stdio: ['ignore', log, log],
    });
    closeSync(log);
    this.#child = child;
    child.once('exit', (code, signal) => {
      if (this.#child !== child) return;
      const msg = `${name} ended with ${signal ?? code}, and nobody had asked for it`;
      appendFileSync(logFile, `${JSON.stringify({ level: 'fatal', msg })}\n`);
    });
  }

  async #ready(): Promise<void> {
    const { name, urls, logFile } = this.options;
    let said = 0;
    let deadline = performance.now() + silentMs;
    for (const url of urls)
      while (!(await isReady(url))) {
        const { size } = statSync(logFile);
        if (size > said) deadline = performance.now() + silentMs;
        said = size;
        if (!this.isAlive || performance.now() > deadline)
          throw new Error(`${name}: no start:\n${readFileSync(logFile, 'utf8').slice(-shownMax)}`);
        await sleep(50);
      }
  }

  async #end(signal: NodeJS.Signals): Promise<number | null> {
    const child = this.#child;
    this.#child = undefined;
    if (child !== undefined) this.#exitCode = await end(child, signal);
    return this.#exitCode;
  }
}

async function isReady(url: string): Promise<boolean> {
  const answer = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(probeMs) }).catch(() => {});
  await answer?.body?.cancel();
  return answer?.ok ?? false;
}
