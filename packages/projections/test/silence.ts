/** A database stops answering for `seconds`, while events are applied and queries come. Then all must be as if nothing had been. */
import { execSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { DeadLetters, OutageError } from '@quickmart/streams';
import { until } from '@quickmart/streams/testing';
import { expect } from 'vitest';
import type { ReadModels } from '../src/index.ts';
import { withReadModels } from './harness.ts';
import { all, group, type MugLog, made, painted, shelved, soldOne } from './mug-log.ts';
import { idOf } from './mugs.ts';
import { proxyTo } from './proxy.ts';
import { mugs, shelves } from './schema.ts';
import { serverUrl } from './server-url.ts';
import { withUrl } from './sqlserver.ts';

/** `freeze` and `thaw` are commands, such as `docker pause mssql`; without, a proxy to the server falls silent. */
export type Silence = { seconds: number; options: Record<string, string>; freeze?: string; thaw?: string };

export async function staySilent(log: MugLog, { seconds, options, freeze, thaw }: Silence): Promise<void> {
  const { hostname, port } = new URL(serverUrl);
  const proxy = await proxyTo(hostname, Number(port));
  const proxied = withUrl((url) => {
    url.host = `127.0.0.1:${proxy.port}`;
    for (const [name, value] of Object.entries(options)) url.searchParams.set(name, value);
  });
  await withReadModels(proxied, all, async (db) => {
    log.project(db);
    const load = new Load(log, db);
    await until(async () => (await db.get(mugs, idOf(1))) !== undefined);
    if (freeze === undefined) proxy.fallSilent();
    else execSync(freeze);
    await sleep(seconds * 500);
    await expect(db.ping()).rejects.toBeInstanceOf(OutageError);
    await sleep(seconds * 500);
    if (thaw === undefined) proxy.speak();
    else execSync(thaw);
    await load.stop();
    expect(load.outages).toBeGreaterThan(0);
    await until(
      async () => (await db.get(shelves, 'top').catch(() => undefined))?.mugs === load.said,
      60_000,
    );
    expect(load.others).toEqual([]);
    expect(await new DeadLetters(log.store.log, 'mug', group).count()).toBe(0);
    await db.ping();
    expect((await db.verify(log.source)).differences).toEqual([]);
  });
  await proxy.cut();
}

/** Says what happens to one mug after another, and asks, all the time. */
class Load {
  said = 0;
  outages = 0;
  /** What a caller would be told as a defect: 500. */
  readonly others: unknown[] = [];
  #stopped = false;
  readonly #work: Promise<unknown>;

  constructor(log: MugLog, db: ReadModels) {
    const asking = Array.from({ length: 8 }, () => this.#ask(db));
    this.#work = Promise.all([this.#say(log), ...asking]);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#work;
  }

  async #say(log: MugLog): Promise<void> {
    while (!this.#stopped) {
      const number = this.said + 1;
      await log.say(number, made(number), painted(`Mug no. ${number}`), shelved('top'), soldOne('Köln'));
      this.said = number;
      await sleep(20);
    }
  }

  async #ask(db: ReadModels): Promise<void> {
    const query = { sort: { column: 'createdAt', direction: 'desc' }, limit: 20 } as const;
    while (!this.#stopped) {
      await Promise.all([db.list(mugs, query), db.get(mugs, idOf(1))]).catch((error: unknown) => {
        if (error instanceof OutageError) this.outages++;
        else this.others.push(error);
      });
      await sleep(20);
    }
  }
}
