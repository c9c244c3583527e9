/** The state of a service's groups as gauges, read when they are scraped. */
import {
  type ConsumerGroup,
  clock,
  type EventStore,
  type GroupKind,
  type GroupStatus,
  groupStatus,
} from '@quickmart/streams';
import { type Gauges, type Sample, shared } from '../process/watched.ts';

type Status = GroupStatus & { kind: GroupKind };

/** @example createApi({ …, gauges: consumerGauges(consumers, store) }) */
export function consumerGauges(consumers: Pick<ConsumerGroup, 'status'>, store: EventStore): Gauges {
  // One look at Redis per scrape, whatever the number of gauges.
  const all = shared(
    async (): Promise<Status[]> =>
      await Promise.all(
        consumers.status().map(async ({ category, group, kind }) => ({
          ...(await groupStatus(store.log, category, group, kind)),
          kind,
        })),
      ),
  );
  const gauge = (help: string, value: (status: Status) => number, of?: GroupKind) => ({
    help,
    labels: ['category', 'group'],
    read: async (): Promise<Sample[]> =>
      (await all())
        .filter(({ kind }) => of === undefined || kind === of)
        .map((status) => ({
          labels: { category: status.category, group: status.group },
          value: value(status),
        })),
  });
  const sum = (status: GroupStatus, of: (row: GroupStatus['partitions'][number]) => number) =>
    status.partitions.reduce((total, row) => total + of(row), 0);
  const oldest = (ages: readonly number[]) => Math.max(0, ...ages) / 1000;
  return {
    quickmart_consumer_lag: gauge(
      'Events that a group has not acknowledged, read or not. Of a group of timers: overdue ones',
      ({ lag }) => lag,
    ),
    quickmart_consumer_lag_seconds: gauge(
      'Age of the oldest event that a group has not acknowledged, read or not. Of a group of timers: how late the next one is',
      (status) =>
        oldest(status.kind === 'timers' ? lateMs(status) : status.partitions.map(({ lagMs = 0 }) => lagMs)),
    ),
    quickmart_consumer_unowned_partitions: gauge(
      'Partitions of a group that no process reads',
      ({ partitions }) => partitions.filter(({ owner }) => owner === undefined).length,
    ),
    quickmart_consumer_pending: gauge('Events that were read and are not acknowledged', (s) =>
      sum(s, (row) => row.pending),
    ),
    quickmart_consumer_retrying: gauge('Pending events that have failed', (s) =>
      sum(s, (row) => row.retrying),
    ),
    quickmart_consumer_parked: gauge('Aggregates behind a dead letter', ({ parked }) => parked),
    quickmart_consumer_oldest_pending_seconds: gauge('Age of the oldest pending event', (s) =>
      oldest(s.partitions.map(({ oldestPendingMs = 0 }) => oldestPendingMs)),
    ),
    quickmart_dead_letters: gauge('Dead letters of a group', ({ dead }) => dead),
    quickmart_timers_due: gauge('Timers that should have fired by now', ({ lag }) => lag, 'timers'),
  };
}

const lateMs = ({ nextTimerAt }: GroupStatus): number[] =>
  nextTimerAt === undefined ? [] : [clock.now() - nextTimerAt];
