/** Who reads what, and how far. */
import { type components, ok } from '@quickmart/client';
import { useQueryClient } from '@tanstack/react-query';
import { linesOf, useEvery } from '../every.ts';
import { Table } from '../lines.tsx';
import type { Place } from '../router.tsx';
import { shop } from '../session.ts';
import { spanOf } from '../show.ts';
import { Action, Card, Down, Page, Waiting } from '../ui.tsx';
import { DeadLetters } from './dead-letters.tsx';

type Consumer = components['schemas']['Consumer'] & { service: string };

export const useConsumers = (enabled = true) =>
  useEvery(
    ['consumers'],
    (service) => shop().GET('/api/operations/{service}/consumers', { params: { path: { service } } }),
    { enabled },
  );

const isUnread = ({ owners }: Consumer): boolean => owners === 0;

/** What is wrong with it; undefined: nothing. */
export function faultOf(consumer: Consumer): string | undefined {
  const { dead, retrying, lag, kind } = consumer;
  if (isUnread(consumer)) return 'nobody reads';
  if (dead > 0) return 'dead letters';
  if (retrying > 0) return 'fails';
  if (lag > 0) return kind === 'timers' ? 'late' : 'behind';
  return undefined;
}

export function Consumers({ place }: { place: Place }) {
  const found = useConsumers();
  return (
    <Page title="Consumers">
      <Waiting of={found} />
      {found.data && <Faults groups={linesOf(found.data)} down={found.data.down} />}
      <DeadLetters place={place} />
      {found.data && (
        <Card title="All groups">
          <Groups groups={linesOf(found.data)} />
        </Card>
      )}
    </Page>
  );
}

/** What needs a look, before everything else. */
function Faults({ groups, down }: { groups: readonly Consumer[]; down: readonly string[] }) {
  const bad = groups.filter((one) => faultOf(one) !== undefined);
  return (
    <Card
      title={
        bad.length === 0
          ? `All ${groups.length} groups${down.length > 0 ? ' of the others' : ''} are up to date`
          : `${bad.length} of ${groups.length} groups need a look`
      }
    >
      <Down services={down} />
      {[...Map.groupBy(bad.filter(isUnread), ({ service }) => service)].map(([service, unread]) => (
        <Unread key={service} service={service} groups={unread} />
      ))}
      {bad.length > 0 && <Groups groups={bad} />}
    </Card>
  );
}

const Groups = ({ groups }: { groups: readonly Consumer[] }) => (
  <Table
    label="Groups"
    rows={groups}
    keyOf={({ category, group }) => `${category}/${group}`}
    columns={[
      { label: 'Group', cell: ({ group }) => group },
      { label: 'Reads', cell: ({ category }) => category },
      { label: 'State', cell: (one) => <State fault={faultOf(one)} /> },
      { label: 'Behind', isNumber: true, cell: ({ lag }) => lag },
      {
        label: 'Pending',
        isNumber: true,
        isWide: true,
        cell: ({ pending, oldestPendingMs }) => (
          <>
            {pending}
            {oldestPendingMs !== null && <small>for {spanOf(oldestPendingMs)}</small>}
          </>
        ),
      },
      { label: 'Parked', isNumber: true, isWide: true, cell: ({ parked }) => parked },
      { label: 'Dead', isNumber: true, isWide: true, cell: ({ dead }) => dead },
      { label: 'Owners', isNumber: true, isWide: true, cell: ({ owners }) => owners },
    ]}
  />
);

const State = ({ fault }: { fault: string | undefined }) => (
  <span className={`status ${fault === undefined ? 'good' : fault === 'behind' ? 'wait' : 'bad'}`}>
    {fault ?? 'up to date'}
  </span>
);

/** Its worker is gone: what to do, and what helps until then. */
function Unread({ service, groups }: { service: string; groups: readonly Consumer[] }) {
  const queries = useQueryClient();
  const params = { path: { service } };
  const waiting = groups.reduce((sum, { lag }) => sum + lag, 0);
  return (
    <section className="cause" aria-label={`Nobody reads for ${service}`}>
      <h3>Nobody reads for {service}: its worker has died, or was stopped</h3>
      <p>
        {waiting} {waiting === 1 ? 'event waits' : 'events wait'}. Nothing is lost: what waits is handled as
        soon as somebody reads. Start the worker again where it ran, with the settings that it had:
      </p>
      <code>ROLE=worker node packages/service/src/serve.ts {service}</code>
      <div className="buttons">
        <Action
          label="Read here"
          title={`Let ${service} read here`}
          text={`The process that answers for ${service} reads, too, until it stops. A worker that comes back shares the work with it.`}
          run={async () => {
            await ok(shop().POST('/api/operations/{service}/consumers/start', { params }));
            await queries.invalidateQueries({ queryKey: ['operations'] });
          }}
        />
      </div>
    </section>
  );
}
