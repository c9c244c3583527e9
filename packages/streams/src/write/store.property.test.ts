/** Random histories of appends, conflicts, duplicates, claims and reads, against a plain model in memory. */
import { env } from 'node:process';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startRedis, type TestRedis } from '../../test/servers/index.ts';
import { keys } from '../log/keys.ts';
import { aggregate } from './aggregate.ts';
import { EventStore, ref } from './store.ts';

type Ledger = { entries: number[] };
const ledger = aggregate<Ledger, { NotedEvent: { n: number } }>({
  category: 'ledger',
  initial: { entries: [] },
  evolve: { NotedEvent: ({ entries }, { n }) => ({ entries: [...entries, n] }) },
});
const noted = (n: number) => ({ eventType: 'NotedEvent' as const, schema: 1, data: { n } });
const codec = { decode: (_: string, __: number, data: unknown) => data };

let server: TestRedis;
beforeAll(async () => {
  server = await startRedis();
});
afterAll(() => server.stop());

const id = fc.constantFrom('a', 'b', 'c', 'd');
/** `process`: which of two stores (two processes, each with its own cache) gives the command. */
const process = fc.nat(1);
const numbers = fc.array(fc.nat(99), { maxLength: 4 });
const command = fc.oneof(
  fc.record({
    kind: fc.constant('append' as const),
    process,
    id,
    numbers,
    idempotencyKey: fc.option(fc.nat(9)),
  }),
  fc.record({ kind: fc.constant('expect' as const), process, id, numbers, version: fc.nat(12) }),
  fc.record({ kind: fc.constant('refuse' as const), process, id, least: fc.nat(12) }),
  fc.record({
    kind: fc.constant('several' as const),
    process,
    ids: fc.uniqueArray(id, { minLength: 1 }),
    numbers,
  }),
  fc.record({ kind: fc.constant('claim' as const), process, id, value: fc.constantFrom('x', 'y') }),
);
type Command = typeof command extends fc.Arbitrary<infer C> ? C : never;

/** What has to be in the log, and what every command has to answer. */
class Model {
  readonly entries = new Map<string, number[]>();
  readonly done = new Set<number>();
  readonly owners = new Map<string, string>();
  of(key: string): number[] {
    return this.entries.get(key) ?? [];
  }
  add(key: string, more: readonly number[]): void {
    this.entries.set(key, [...this.of(key), ...more]);
  }

  /** Runs a command; the answer is `refused`, or the version of its (first) aggregate after it. */
  run(c: Command): number | 'refused' {
    if (c.kind === 'several') {
      for (const key of c.ids) this.add(key, c.numbers);
      return this.of(c.ids[0]!).length;
    }
    if (c.kind === 'append' && c.idempotencyKey !== null && this.done.has(c.idempotencyKey)) return -1;
    if (c.kind === 'expect' && this.of(c.id).length !== c.version) return 'refused';
    if (c.kind === 'refuse' && this.of(c.id).length < c.least) return 'refused';
    if (c.kind === 'claim' && (this.owners.get(c.value) ?? c.id) !== c.id) return 'refused';
    if (c.kind === 'append' && c.idempotencyKey !== null) this.done.add(c.idempotencyKey);
    if (c.kind === 'claim') this.owners.set(c.value, c.id);
    this.add(c.id, 'numbers' in c ? c.numbers : [7]);
    return this.of(c.id).length;
  }
}

const envelope = { at: 1, meta: { correlationId: 'property' } };

async function run(store: EventStore, c: Command): Promise<number | 'refused'> {
  try {
    const decided = await decide(store, c);
    return decided.duplicate ? -1 : decided.version;
  } catch (error) {
    if (['StaleVersionError', 'ClaimTakenError', 'Refused'].includes((error as Error).name)) return 'refused';
    throw error;
  }
}

function decide(store: EventStore, c: Command) {
  switch (c.kind) {
    case 'append': {
      const once = c.idempotencyKey === null ? {} : { idempotencyKey: `append-${c.idempotencyKey}` };
      return store.decide(ledger, c.id, () => c.numbers.map(noted), { ...envelope, ...once });
    }
    case 'expect':
      return store.decide(ledger, c.id, () => c.numbers.map(noted), {
        ...envelope,
        expectedVersion: c.version,
      });
    case 'refuse': {
      const refusal = Object.assign(new Error('too few'), { name: 'Refused' });
      const decision = ({ entries }: Ledger) => {
        if (entries.length < c.least) throw refusal;
        return [noted(7)];
      };
      return store.decide(ledger, c.id, decision, envelope);
    }
    case 'several': {
      const [first, ...rest] = c.ids.map((key) => ref(ledger, key));
      return store.decideAll(
        'ledger',
        [first!, ...rest],
        (tx) => {
          for (const key of c.ids) tx.of(ledger, key).append(c.numbers.map(noted));
        },
        envelope,
      );
    }
    case 'claim': {
      const claims = [{ name: 'v', value: c.value }];
      return store.decide(ledger, c.id, () => [noted(7)], { ...envelope, claims });
    }
  }
}

const newStores = async () => {
  const stores = [0, 1].map(() => new EventStore({ redis: server.connect(), codec }));
  await stores[0]!.log.redis.flushall();
  return stores as [EventStore, EventStore];
};

/** The invariants of the log itself. */
async function checkLog(store: EventStore, model: Model): Promise<void> {
  const positions: number[] = [];
  for (const [key, entries] of model.entries) {
    const history = await store.history('ledger', key, { afterVersion: 0, limit: 1000 });
    expect(history.map(({ data }) => (data as { n: number }).n)).toEqual(entries);
    expect(history.map(({ version }) => version)).toEqual(entries.map((_, i) => i + 1));
    expect((await store.read(ledger, key)).state.entries).toEqual(entries);
    positions.push(...history.map(({ pos }) => pos));
  }
  const dense = Array.from({ length: positions.length }, (_, i) => i + 1);
  expect(positions.sort((a, b) => a - b)).toEqual(dense);
  expect(Number(await store.log.redis.hget(keys.head('ledger'), 'pos'))).toBe(positions.length);
}

test('one after the other: every answer and the log are those of the model', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(command, { maxLength: 25 }), async (commands) => {
      const [stores, model] = [await newStores(), new Model()];
      for (const c of commands) expect(await run(stores[c.process]!, c)).toEqual(model.run(c));
      await checkLog(stores[1], model);
      for (const store of stores) store.log.redis.disconnect();
    }),
    { numRuns: 60, seed: Number(env.SEED) },
  );
});

test('all at once from two processes: the log is that of some order, nothing lost, nothing twice', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(process, id), { minLength: 1, maxLength: 40 }), async (commands) => {
      const stores = await newStores();
      const versions = await Promise.all(
        commands.map(([p, key], n) => stores[p]!.decide(ledger, key, () => [noted(n)], envelope)),
      );
      for (const key of new Set(commands.map(([, key]) => key))) {
        const mine = commands.flatMap(([, other], n) => (other === key ? [n] : []));
        const { state } = await stores[0].read(ledger, key);
        expect([...state.entries].sort((a, b) => a - b)).toEqual(mine);
        // Each command was told the version at which it stands in the log.
        for (const n of mine) expect(state.entries[versions[n]!.version - 1]).toBe(n);
      }
      for (const store of stores) store.log.redis.disconnect();
    }),
    { numRuns: 40, seed: Number(env.SEED) },
  );
});
