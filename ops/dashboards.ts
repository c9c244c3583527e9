/**
 * The dashboards of Grafana: `node ops/dashboards.ts` writes them. A panel is a title, a unit and its queries; where it stands
 * follows from the order.
 */
import { writeFileSync } from 'node:fs';

type Unit = 'reqps' | 's' | 'short' | 'bytes' | 'percentunit' | 'ops';
/** `of`: legend → query in PromQL. */
export type Panel = { title: string; unit: Unit; of: Readonly<Record<string, string>> };
export type Dashboard = { uid: string; title: string; panels: readonly Panel[] };

const rate = (metric: string, by: string, where = ''): string =>
  `sum by (${by}) (rate(${metric}{${where}}[$__rate_interval]))`;
const quantile = (q: number, metric: string, by: string, where = ''): string =>
  `histogram_quantile(${q}, sum by (le, ${by}) (rate(${metric}_bucket{${where}}[$__rate_interval])))`;
const requests = 'http_request_duration_seconds';
/** What buyers and tools ask for: who watches asks, too. */
const atGateway = 'service="gateway",route!~"/livez|/readyz|/metrics"';

export const dashboards: readonly Dashboard[] = [
  {
    uid: 'quickmart-shop',
    title: 'QuickMart: the shop',
    panels: [
      {
        title: 'Requests by status',
        unit: 'reqps',
        of: { '{{status}}': rate(`${requests}_count`, 'status', atGateway) },
      },
      {
        title: 'Requests that fail',
        unit: 'percentunit',
        of: {
          // Before the first failure there is no series of one.
          'of all': `(sum(rate(${requests}_count{${atGateway},status=~"5.."}[$__rate_interval])) or vector(0)) / sum(rate(${requests}_count{${atGateway}}[$__rate_interval]))`,
        },
      },
      {
        title: 'Slowest hundredth by route',
        unit: 's',
        of: { '{{route}}': quantile(0.99, requests, 'route', atGateway) },
      },
      {
        title: 'Orders that have not ended',
        unit: 'short',
        of: { '{{status}}': 'max by (status) (quickmart_orders)' },
      },
      {
        title: 'Age of the oldest order',
        unit: 's',
        of: { '{{status}}': 'max by (status) (quickmart_orders_oldest_seconds)' },
      },
      {
        title: 'Calls to the payment provider',
        unit: 'ops',
        of: { '{{step}} {{outcome}}': rate('quickmart_payment_calls_total', 'step, outcome') },
      },
      {
        title: 'Readers of live updates',
        unit: 'short',
        of: { readers: 'sum(quickmart_gateway_event_streams)' },
      },
    ],
  },
  {
    uid: 'quickmart-events',
    title: 'QuickMart: events',
    panels: [
      {
        title: 'Events appended',
        unit: 'ops',
        of: { '{{category}}': rate('quickmart_appended_events_total', 'category') },
      },
      {
        title: 'Appends by outcome',
        unit: 'ops',
        of: { '{{outcome}}': rate('quickmart_append_duration_seconds_count', 'outcome') },
      },
      {
        title: 'Slowest hundredth of appends',
        unit: 's',
        of: { '{{category}}': quantile(0.99, 'quickmart_append_duration_seconds', 'category') },
      },
      {
        title: 'Commands that share an append',
        unit: 'short',
        of: {
          '{{category}}': `${rate('quickmart_append_batch_commands_sum', 'category')} / ${rate('quickmart_append_batch_commands_count', 'category')}`,
        },
      },
      {
        title: 'How far groups are behind',
        unit: 's',
        of: { '{{group}} of {{category}}': 'max by (category, group) (quickmart_consumer_lag_seconds)' },
      },
      {
        title: 'Events not acknowledged',
        unit: 'short',
        of: { '{{group}} of {{category}}': 'max by (category, group) (quickmart_consumer_lag)' },
      },
      {
        title: 'Events read and not acknowledged',
        unit: 'short',
        of: { '{{group}} of {{category}}': 'max by (category, group) (quickmart_consumer_pending)' },
      },
      {
        title: 'Events that fail, dead letters, parked aggregates',
        unit: 'short',
        of: {
          'failing: {{group}} of {{category}}': 'max by (category, group) (quickmart_consumer_retrying)',
          'dead: {{group}} of {{category}}': 'max by (category, group) (quickmart_dead_letters)',
          'parked: {{group}} of {{category}}': 'max by (category, group) (quickmart_consumer_parked)',
        },
      },
      {
        title: 'Partitions that nobody reads',
        unit: 'short',
        of: {
          '{{group}} of {{category}}': 'max by (category, group) (quickmart_consumer_unowned_partitions)',
        },
      },
      {
        title: 'Slowest hundredth of handlers',
        unit: 's',
        of: { '{{group}} {{type}}': quantile(0.99, 'quickmart_handler_duration_seconds', 'group, type') },
      },
      {
        title: 'Timers that are due',
        unit: 'short',
        of: { '{{category}}': 'max by (category) (quickmart_timers_due)' },
      },
    ],
  },
  {
    uid: 'quickmart-machines',
    title: 'QuickMart: processes and Redis',
    panels: [
      {
        title: 'Parts that are not ready',
        unit: 'short',
        of: { '{{service}}: {{check}}': '1 - min by (service, check) (quickmart_ready)' },
      },
      {
        title: 'Services that the gateway does not reach',
        unit: 'short',
        of: { '{{of}}': 'max by (of) (quickmart_gateway_circuit_open)' },
      },
      {
        title: 'Memory of Redis',
        unit: 'bytes',
        of: {
          'used by {{node}}': 'max by (node) (quickmart_redis_memory_bytes)',
          'limit of {{node}}': 'max by (node) (quickmart_redis_memory_limit_bytes) > 0',
        },
      },
      {
        title: 'CPU of processes, cores',
        unit: 'short',
        of: { '{{process}}': rate('process_cpu_seconds_total', 'process') },
      },
      {
        title: 'Memory of processes',
        unit: 'bytes',
        of: { '{{process}}': 'max by (process) (process_resident_memory_bytes)' },
      },
      {
        title: 'Event loop, slowest hundredth',
        unit: 's',
        of: { '{{process}}': 'max by (process) (nodejs_eventloop_lag_p99_seconds)' },
      },
      {
        title: 'Clock against that of Redis',
        unit: 's',
        of: { '{{service}}': 'max by (service) (abs(quickmart_clock_skew_seconds))' },
      },
    ],
  },
];

const datasource = { type: 'prometheus', uid: 'prometheus' };

/** Two panels beside each other. */
const panelOf = ({ title, unit, of }: Panel, index: number): object => ({
  id: index + 1,
  type: 'timeseries',
  title,
  datasource,
  gridPos: { x: (index % 2) * 12, y: Math.floor(index / 2) * 8, w: 12, h: 8 },
  fieldConfig: { defaults: { unit, min: 0 }, overrides: [] },
  options: { legend: { displayMode: 'list', placement: 'bottom' } },
  targets: Object.entries(of).map(([legendFormat, expr], target) => ({
    refId: String.fromCharCode(65 + target),
    datasource,
    expr,
    legendFormat,
  })),
});

/** As Grafana reads it. */
export const jsonOf = ({ uid, title, panels }: Dashboard): string =>
  `${JSON.stringify(
    {
      uid,
      title,
      tags: ['quickmart'],
      schemaVersion: 39,
      refresh: '30s',
      time: { from: 'now-1h', to: 'now' },
      panels: panels.map(panelOf),
    },
    null,
    2,
  )}\n`;

export const fileOf = ({ uid }: Dashboard): URL => new URL(`grafana/dashboards/${uid}.json`, import.meta.url);

if (import.meta.main) for (const one of dashboards) writeFileSync(fileOf(one), jsonOf(one));
