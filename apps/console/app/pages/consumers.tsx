/** Who reads what, and how far; and the events that could not be handled, by cause. */
import { type components, ok } from '@quickmart/client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { askEvery } from '../every.ts';
import { goQuery, Link, type Place } from '../router.tsx';
import { services } from '../services.ts';
import { shop } from '../session.ts';
import { momentOf, spanOf } from '../show.ts';
import { Action, Card, Empty, Field, Page, Problem, Scroll, Waiting } from '../ui.tsx';

type Consumer = components['schemas']['Consumer'] & { service: string };
type Cause = components['schemas']['DeadLetterCause'] & { service: string };
type Letter = components['schemas']['DeadLetter'] & { service: string };

const every = { refetchInterval: 5_000 };

export const useConsumers = (enabled = true) =>
  useQuery({ queryKey: ['operations', 'consumers'], queryFn: () => consumers(), enabled, ...every });

async function consumers(): Promise<{ all: Consumer[]; down: string[] }> {
  const { answers, down } = await askEvery((service) =>
    shop().GET('/api/operations/{service}/consumers', { params: { path: { service } } }),
  );
  return {
    all: answers.flatMap(({ service, answer }) => answer.data.map((one) => ({ ...one, service }))),
    down,
  };
}

async function deadLetters(search: string): Promise<{ causes: Cause[]; letters: Letter[]; total: number }> {
  const query = search === '' ? {} : { search };
  const lists = await Promise.all(
    services.map(async (service) => {
      const params = { path: { service }, query };
      const found = await ok(shop().GET('/api/operations/{service}/dead-letters', { params }));
      return { service, ...found };
    }),
  );
  return {
    causes: lists.flatMap(({ service, causes }) => causes.map((one) => ({ ...one, service }))),
    letters: lists.flatMap(({ service, data }) => data.map((one) => ({ ...one, service }))),
    total: lists.reduce((sum, { total }) => sum + total, 0),
  };
}

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
      {found.data && <Faults {...found.data} />}
      <DeadLetters search={place.query.get('search') ?? ''} />
      {found.data && (
        <Card title="All groups">
          <Groups groups={found.data.all} />
        </Card>
      )}
    </Page>
  );
}

/** What needs a look, before everything else. */
function Faults({ all, down }: { all: readonly Consumer[]; down: readonly string[] }) {
  const bad = all.filter((one) => faultOf(one) !== undefined);
  return (
    <Card
      title={
        bad.length === 0
          ? `All ${all.length} groups are up to date`
          : `${bad.length} of ${all.length} groups need a look`
      }
    >
      {down.length > 0 && <p className="problem">Not reached: {down.join(', ')}</p>}
      {[...Map.groupBy(bad.filter(isUnread), ({ service }) => service)].map(([service, groups]) => (
        <Unread key={service} service={service} groups={groups} />
      ))}
      {bad.length > 0 && <Groups groups={bad} />}
    </Card>
  );
}

function Groups({ groups }: { groups: readonly Consumer[] }) {
  return (
    <Scroll label="Groups">
      <table className="lines">
        <thead>
          <tr>
            <th scope="col">Group</th>
            <th scope="col">Reads</th>
            <th scope="col">State</th>
            <th scope="col" className="number">
              Behind
            </th>
            <th scope="col" className="number wide">
              Pending
            </th>
            <th scope="col" className="number wide">
              Parked
            </th>
            <th scope="col" className="number wide">
              Dead
            </th>
            <th scope="col" className="number wide">
              Owners
            </th>
          </tr>
        </thead>
        <tbody>
          {groups.map((one) => (
            <Group key={`${one.category}/${one.group}`} of={one} />
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function Group({ of }: { of: Consumer }) {
  const { category, group, lag, pending, parked, dead, owners, oldestPendingMs } = of;
  const fault = faultOf(of);
  return (
    <tr>
      <td>{group}</td>
      <td>{category}</td>
      <td>
        <span className={`status ${fault === undefined ? 'good' : fault === 'behind' ? 'wait' : 'bad'}`}>
          {fault ?? 'up to date'}
        </span>
      </td>
      <td className="number">{lag}</td>
      <td className="number wide">
        {pending}
        {oldestPendingMs !== null && <small>for {spanOf(oldestPendingMs)}</small>}
      </td>
      <td className="number wide">{parked}</td>
      <td className="number wide">{dead}</td>
      <td className="number wide">{owners}</td>
    </tr>
  );
}

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

function DeadLetters({ search }: { search: string }) {
  const found = useQuery({
    queryKey: ['operations', 'dead-letters', search],
    queryFn: () => deadLetters(search),
    ...every,
  });
  const { data, error } = found;
  return (
    <Card title={`Dead letters${data ? `: ${data.total}` : ''}`}>
      <p>
        An event that a group could not handle. Its aggregate waits behind it, the others go on. Mend the
        cause, then have it handled again.
      </p>
      <div className="search">
        <input
          type="search"
          aria-label="Type, id, position or message"
          placeholder="Type, id, position or message"
          value={search}
          onChange={({ target }) => goQuery({ search: target.value })}
        />
      </div>
      {error && <Problem error={error} />}
      {data?.total === 0 && <Empty>{search === '' ? 'There are none.' : 'None is like this.'}</Empty>}
      {data?.causes.map((cause) => (
        <CauseOf
          key={`${cause.category}/${cause.group}/${cause.error}`}
          cause={cause}
          letters={data.letters.filter(
            ({ category, group, error }) =>
              category === cause.category && group === cause.group && error === cause.error,
          )}
        />
      ))}
    </Card>
  );
}

function CauseOf({ cause, letters }: { cause: Cause; letters: readonly Letter[] }) {
  const queries = useQueryClient();
  const { service, category, group, error, count, firstAt, lastAt, eventTypes } = cause;
  const params = { path: { service } };
  const chosen = { category, group, error };
  const after = async (work: Promise<unknown>) => {
    await work;
    await queries.invalidateQueries({ queryKey: ['operations'] });
  };
  return (
    <section className="cause" aria-label={`${group}: ${error}`}>
      <h3>{error}</h3>
      <p>
        {count} {count === 1 ? 'event' : 'events'} of {category} for {group}:{' '}
        {eventTypes.join(', ') || 'no event'} · first {momentOf(firstAt)}, last {momentOf(lastAt)}
      </p>
      <details>
        <summary>Show them</summary>
        <ul className="letters">
          {letters.map(({ id, position, aggregateId, attempts, message }) => (
            <li key={id}>
              <code>{position}</code> {aggregateId} ·{' '}
              {attempts === 0
                ? 'waits behind another one'
                : `${attempts} ${attempts === 1 ? 'attempt' : 'attempts'}`}
              <small>{message}</small>
            </li>
          ))}
        </ul>
      </details>
      <div className="buttons">
        {group.endsWith('-read-models') ? (
          <Link to="/read-models">They go when the read model is rebuilt</Link>
        ) : (
          <Action
            label="Redrive"
            title={`Handle ${count} dead letters again`}
            text="Per aggregate in order. What fails again is a dead letter again."
            run={({ rate = '' }) =>
              after(
                ok(
                  shop().POST('/api/operations/{service}/dead-letters/redrive', {
                    params,
                    body: { ...chosen, ratePerSecond: Number(rate), dryRun: false },
                  }),
                ),
              )
            }
          >
            <Field label="Aggregates per second" name="rate" type="number" value="100" required />
          </Action>
        )}
        <Action
          label="Discard"
          title={`Give up ${count} dead letters`}
          text="They are kept apart, with the reason. Events of their aggregates that wait behind them can be redriven then."
          isDangerous
          run={({ reason = '' }) =>
            after(
              ok(
                shop().POST('/api/operations/{service}/dead-letters/discard', {
                  params,
                  body: { ...chosen, reason, dryRun: false },
                }),
              ),
            )
          }
        >
          <Field label="Reason" name="reason" required />
        </Action>
      </div>
    </section>
  );
}
