/**
 * A whole event-sourced counter: append, react, project, and look at the group.
 * Run it with a Redis: `REDIS_URL=redis://127.0.0.1:6379 node packages/streams/examples/counter.ts`
 */
import {
  aggregate,
  type Checkpoint,
  commandOf,
  consumerGroup,
  EventStore,
  groupStatus,
  type Projector,
  redisClient,
} from '../src/index.ts';

type Events = { AddedEvent: { by: number }; MilestoneReachedEvent: { total: number } };

// The aggregate: how its events fold into a state.
type Counter = { total: number; milestone: boolean };
const counter = aggregate<Counter, Events>({
  category: 'counter',
  initial: { total: 0, milestone: false },
  evolve: {
    AddedEvent: (state, { by }) => ({ ...state, total: state.total + by }),
    MilestoneReachedEvent: (state) => ({ ...state, milestone: true }),
  },
});

// Decisions: pure, from a state to new events; they may refuse by throwing, or find nothing to do.
const add = ({ total }: Counter, by: number) => {
  if (total + by > 100) throw new Error('a counter ends at 100');
  return [{ eventType: 'AddedEvent' as const, schema: 1, data: { by } }];
};
const celebrate = ({ total, milestone }: Counter) =>
  total >= 10 && !milestone
    ? [{ eventType: 'MilestoneReachedEvent' as const, schema: 1, data: { total } }]
    : [];

const redis = redisClient(process.env.REDIS_URL ?? 'redis://127.0.0.1:6379');
const codec = { decode: (_type: string, _schema: number, data: unknown) => data };
const store = new EventStore({ redis, codec });
const logger = { debug() {}, info() {}, warn: console.warn, error: console.error };

// A read model, here in memory. A real one keeps its checkpoint in the transaction of its rows.
const totals = new Map<string, number>();
const checkpoints = new Map<number, Checkpoint>();
const projector: Projector = {
  checkpoint: async (_category, partition) => checkpoints.get(partition),
  apply: async (_category, events) => {
    for (const event of events) {
      const { partition, epoch, pos, eventId } = event;
      checkpoints.set(partition, { epoch, pos, eventId });
      if (event.eventType !== 'AddedEvent') continue;
      const { by } = event.data as Events['AddedEvent'];
      totals.set(event.aggregateId, (totals.get(event.aggregateId) ?? 0) + by);
    }
  },
  park: async ({ partition, epoch, pos, eventId }) =>
    void checkpoints.set(partition, { epoch, pos, eventId }),
};

// Reactions are called at least once; `commandOf(event)` makes their effect happen once.
const consumers = consumerGroup('milestones', { store, logger })
  .react<Events>('counter', {
    AddedEvent: async (event) => {
      await store.decide(counter, event.aggregateId, celebrate, commandOf(event));
    },
  })
  .project('counter', projector);
consumers.start();

const command = { at: Date.now(), meta: { correlationId: 'example' } };
for (const by of [4, 5, 6]) {
  const { state, version, position } = await store.decide(counter, 'mugs', (s) => add(s, by), command);
  console.log(`added ${by}: total ${state.total}, version ${version}, at ${position}`);
}
await store
  .decide(counter, 'mugs', (state) => add(state, 1000), command)
  .catch((error: Error) => {
    console.log(`refused: ${error.message}`);
  });

// Wait until both groups have acknowledged everything.
const lag = async () => {
  const groups = await Promise.all(
    ['milestones', 'milestones-read-models'].map((group) => groupStatus(store.log, 'counter', group)),
  );
  return groups.reduce((sum, status) => sum + status.lag, 0);
};
while ((await lag()) > 0) await new Promise((resolve) => setTimeout(resolve, 20));

const history = await store.history('counter', 'mugs', { afterVersion: 0, limit: 100 });
console.log(history.map(({ version, eventType }) => `${version} ${eventType}`).join(', '));
console.log(`read model: ${totals.get('mugs')}`);
await consumers.stop();
await redis.quit();
