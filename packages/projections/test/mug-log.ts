/** A log of mugs in a Redis of its own, and its consumers. Call it within `describe`: each test begins with an empty log. */
import { aggregate, type ConsumerGroup, consumerGroup, EventStore } from '@quickmart/streams';
import { startRedis, type TestRedis } from '@quickmart/streams/testing';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { connect } from '../src/connect.ts';
import type { ReadModels } from '../src/index.ts';
import type { Row, Table } from '../src/table/table.ts';
import { storedTable } from './harness.ts';
import { idOf, type MugEvents, mugLabels, mugList, saleOf, shelfCount, shopSales } from './mugs.ts';
import { silent } from './open.ts';

type Say = {
  [Type in keyof MugEvents]: { eventType: Type; schema: 1; data: MugEvents[Type] };
}[keyof MugEvents];
const nothing = aggregate<null, MugEvents>({ category: 'mug', initial: null, evolve: {} as never });
const room = aggregate<null, { MugsCountedEvent: { counted: number } }>({
  category: 'room',
  initial: null,
  evolve: { MugsCountedEvent: () => null },
});
const command = () => ({ at: Date.UTC(2026, 0, 1), meta: { correlationId: 'test' } });

/** Mugs are painted with anything but this: such an event is in the log, and nobody can read it. */
export const unreadable = 'unreadable';
export const codec = {
  decode(_: string, __: number, data: unknown) {
    if ((data as { name?: string }).name === unreadable) throw new Error('nobody can read this');
    return data;
  },
};

export const all = [mugList, shelfCount, shopSales, mugLabels];
export const group = 'mugs-read-models';

export const made = (number: number): Say => ({
  eventType: 'MugMadeEvent',
  schema: 1,
  data: { sku: `MUG-${number}`, attributes: { colour: 'blue' }, version: 1 },
});
export const painted = (name: string): Say => ({ eventType: 'MugPaintedEvent', schema: 1, data: { name } });
export const shelved = (shelf: string): Say => ({ eventType: 'MugShelvedEvent', schema: 1, data: { shelf } });
export const soldOne = (shop: string): Say => ({
  eventType: 'MugSoldEvent',
  schema: 1,
  data: { sales: [saleOf(shop, 1)] },
});

/** Behind the back of everybody, in the rows that serve. */
export async function spoil(url: string, table: Table, rows: Row[], columns: string[]) {
  const database = await connect(url, silent);
  const stored = await storedTable(database, all, table);
  await database.transaction('spoil', (tx) => tx.update(stored, rows, columns));
  await database.close();
}

export class MugLog {
  store!: EventStore;
  readonly running: ConsumerGroup[] = [];
  #server!: TestRedis;

  constructor() {
    beforeAll(async () => {
      this.#server = await startRedis();
    });
    afterAll(() => this.#server.stop());
    beforeEach(() => this.lose());
    afterEach(async () => {
      await Promise.all(this.running.splice(0).map((one) => one.stop(100)));
    });
  }

  get port(): number {
    return this.#server.port;
  }

  /** All of it. */
  async lose(): Promise<void> {
    this.store = new EventStore({ redis: this.#server.connect(), codec });
    await this.store.log.redis.flushall();
  }

  /** What is rebuilt and checked from. */
  get source() {
    return { log: this.store.log, group };
  }

  say(number: number, ...events: Say[]) {
    return this.store.decide(nothing, idOf(number), () => events as never, command());
  }

  count(number: number, counted: number) {
    const event = { eventType: 'MugsCountedEvent', schema: 1, data: { counted } } as const;
    return this.store.decide(room, idOf(number), () => [event], command());
  }

  /** Four events for each of so many mugs, and one of the store room. */
  async fill(mugs: number): Promise<void> {
    for (let number = 1; number <= mugs; number++)
      await this.say(number, made(number), shelved('top'), soldOne('Köln'), painted(`Mug no. ${number}`));
    await this.count(1, 9);
  }

  /** The log as another process sees it, with a gate: it may ask how long the log is, and waits when it begins to replay it. */
  gated(): { store: EventStore; open: () => void } {
    const store = new EventStore({ redis: this.#server.connect(), codec });
    const gate = Promise.withResolvers<void>();
    const { redis } = store.log;
    const read = redis.hmget.bind(redis) as (...args: unknown[]) => Promise<(string | null)[]>;
    let times = 0;
    redis.hmget = (async (...args: unknown[]) => {
      if (++times > 1) await gate.promise;
      return await read(...args);
    }) as typeof redis.hmget;
    return { store, open: gate.resolve };
  }

  project(db: ReadModels, store = this.store): ConsumerGroup {
    const consumers = consumerGroup('mugs', { store, logger: silent })
      .project('mug', db.projector)
      .project('room', db.projector);
    consumers.start();
    this.running.push(consumers);
    return consumers;
  }
}
