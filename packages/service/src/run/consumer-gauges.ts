/** The state of a service's groups as gauges, read when they are scraped. */
import { type ConsumerGroup, type EventStore, type GroupStatus, groupStatus } from '@quickmart/streams';
import type { Gauges, Sample } from '../process/watched.ts';

/** @example createApi({ …, gauges: consumerGauges(consumers, store) }) */
export function consumerGauges(consumers: Pick<ConsumerGroup, 'status'>, store: EventStore): Gauges {
  let asked: Promise<GroupStatus[]> | undefined;
  // One look at Redis per scrape, whatever the number of gauges.
  const all = () => {
    asked ??= Promise.all(
      consumers.status().map(({ category, group, kind }) => groupStatus(store.log, category, group, kind)),
    ).finally(() => {
      asked = undefined;
    });
    return asked;
  };
  const gauge = (help: string, value: (status: GroupStatus) => number) => ({
    help,
    labels: ['category', 'group'],
    read: async (): Promise<Sample[]> =>
      (await all()).map((status) => ({
        labels: { category: status.category, group: status.group },
        value: value(status),
      })),
  });
  const sum = (status: GroupStatus, of: (row: GroupStatus['partitions'][number]) => number) =>
    status.partitions.reduce((total, row) => total + of(row), 0);
  return {
    quickmart_consumer_lag: gauge(
      'Events that a group has not acknowledged, read or not. Of a group of timers: overdue ones',
      ({ lag }) => lag,
    ),
    quickmart_consumer_pending: gauge('Events that were read and are not acknowledged', (s) =>
      sum(s, (row) => row.pending),
    ),
    quickmart_consumer_retrying: gauge('Pending events that have failed', (s) =>
      sum(s, (row) => row.retrying),
    ),
    quickmart_consumer_parked: gauge('Aggregates behind a dead letter', ({ parked }) => parked),
    quickmart_consumer_oldest_pending_seconds: gauge('Age of the oldest pending event', (s) =>
      Math.max(0, ...s.partitions.map(({ oldestPendingMs = 0 }) => oldestPendingMs / 1000)),
    ),
    quickmart_dead_letters: gauge('Dead letters of a group', ({ dead }) => dead),
  };
}
