// .data/run.json: who runs on this data directory, and with which child processes. It is the lock that keeps a second
// start off the same data, and the list by which whoever comes next (the guardian, or the next start) clears what a
// killed start left behind.

import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf, Failure, messageOf } from './failure.mjs';
import { isAlive, type ProcessRef, refOf, terminate } from './processes.ts';
import { warn } from './terminal.mjs';

/** It does not say which process has which services: services are found by their URLs. */
export type Run = {
  owner: ProcessRef;
  children: ProcessRef[];
  redisUrl?: string;
  services?: Record<string, string>;
  databases?: Record<string, string>;
  /** Of a machine client that may do everything, for the tools. */
  credentials?: { clientId: string; clientSecret: string };
};

// A service finishes what it handles within 25 s (packages/service); Redis writes its AOF in far less.
export const SERVICE_GRACE_MS = 30_000;
export const REDIS_GRACE_MS = 15_000;

export const runFileOf = (dataDir: string): string => join(dataDir, 'run.json');

export function readRun(file: string): Run | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

// For the owner only: it has a secret, and the URL of a database may have a password.
const writeRun = (file: string, run: Run): void => writeFileSync(file, JSON.stringify(run), { mode: 0o600 });

/** Stops what a run left: first the services, then Redis, which they write to. */
export async function clearLeftovers(run: Run): Promise<void> {
  const redis = run.children.filter((child) => child.name === 'redis');
  await terminate(
    run.children.filter((child) => child.name !== 'redis'),
    SERVICE_GRACE_MS,
  );
  await terminate(redis, REDIS_GRACE_MS);
}

/** This process as the owner of a data directory. */
export class RunFile {
  readonly file: string;
  #run: Run;

  constructor(file: string, ownerName: string) {
    this.file = file;
    this.#run = { owner: refOf(ownerName, process.pid), children: [] };
  }

  /** Takes the data directory. Throws a Failure when a living process has it; clears what a dead one left. */
  async take(say: (text: string) => void): Promise<void> {
    for (let attempt = 1; attempt <= 3; attempt++) {
      if (this.#create()) return;
      const other = readRun(this.file);
      if (other && isAlive(other.owner)) throw new Failure(alreadyRuns(other, this.file));
      if (other?.children.some(isAlive)) {
        say('a start that was killed left processes behind: stopping them first');
        await clearLeftovers(other);
      }
      this.#setAside(other);
    }
    throw new Failure(
      `${this.file} keeps changing hands: is another start under way? Try again in a moment.`,
    );
  }

  add(name: string, pid: number): void {
    this.#update({ children: [...this.#run.children, refOf(name, pid)] });
  }

  remove(pid: number): void {
    this.#update({ children: this.#run.children.filter((child) => child.pid !== pid) });
  }

  /** Where the system answers, for tools like `pnpm qa`. */
  publish(facts: Partial<Run>): void {
    this.#update(facts);
  }

  /** Gives the data directory back. */
  release(): void {
    if (readRun(this.file)?.owner.pid === process.pid) rmSync(this.file, { force: true });
  }

  // A link appears whole or not at all, and fails where there is one already.
  #create(): boolean {
    const draft = `${this.file}.${process.pid}`;
    writeRun(draft, this.#run);
    try {
      linkSync(draft, this.file);
      return true;
    } catch (error) {
      if (codeOf(error) === 'EEXIST') return false;
      throw error;
    } finally {
      rmSync(draft, { force: true });
    }
  }

  // Two starts may find the same dead owner: who moved the file away looks again at what it moved.
  #setAside(dead: Run | undefined): void {
    const aside = `${this.file}.${process.pid}.dead`;
    try {
      renameSync(this.file, aside);
      if (readRun(aside)?.owner.pid !== dead?.owner.pid) linkSync(aside, this.file);
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') throw error;
    } finally {
      rmSync(aside, { force: true });
    }
  }

  // A disk that fills up later leaves the file as it was: the lock still holds, and the system runs on.
  #update(changes: Partial<Run>): void {
    this.#run = { ...this.#run, ...changes };
    const draft = `${this.file}.${process.pid}`;
    try {
      writeRun(draft, this.#run);
      renameSync(draft, this.file);
    } catch (error) {
      warn(`${this.file} cannot be written: ${messageOf(error)}`);
    }
  }
}

const alreadyRuns = (other: Run, file: string): string =>
  `QuickMart already runs on this data (${other.owner.name}, pid ${other.owner.pid}, ${file}). ` +
  `Stop it with Ctrl-C in its terminal or with \`kill ${other.owner.pid}\`, then start again.`;
