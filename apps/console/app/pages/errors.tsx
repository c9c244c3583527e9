/** What went wrong in any service, each cause once. */
import type { components } from '@quickmart/client';
import { linesOf, useEvery } from '../every.ts';
import { Filters } from '../filters.tsx';
import { Said } from '../lines.tsx';
import { Link, type Place } from '../router.tsx';
import { shop } from '../session.ts';
import { momentOf } from '../show.ts';
import { Card, Page } from '../ui.tsx';
import './streams.css';

export function Errors({ place: { query } }: { place: Place }) {
  const { data, error } = useEvery(['errors'], (service) =>
    shop().GET('/api/operations/{service}/errors', { params: { path: { service } } }),
  );
  const search = (query.get('search') ?? '').toLowerCase();
  const groups = (data && linesOf(data))
    ?.filter((one) => JSON.stringify(one).toLowerCase().includes(search))
    .sort((one, other) => other.lastAt.localeCompare(one.lastAt));
  return (
    <Page title="Errors">
      <Card>
        <p>
          What services have logged as an error, by cause: the same words without ids and numbers. A cause
          whose last time is long ago is over.
        </p>
        <Filters query={query} search="Anything in an error" />
        <Said
          error={error}
          rows={groups}
          down={data?.down}
          empty={search === '' ? 'Nothing has gone wrong.' : 'No error is like this.'}
        >
          {(causes) => causes.map((one) => <Cause key={`${one.service}/${one.id}`} of={one} />)}
        </Said>
      </Card>
    </Page>
  );
}

type CauseProps = { of: components['schemas']['ErrorGroup'] & { service: string } };

function Cause({
  of: { service, where, error, message, count, firstAt, lastAt, release, correlationId, position },
}: CauseProps) {
  return (
    <section className="cause" aria-label={`${service}: ${error}`}>
      <h3>{error}</h3>
      <p>
        {service}: {where} · {count.toLocaleString()} {count === 1 ? 'time' : 'times'} · first{' '}
        {momentOf(firstAt)}, last {momentOf(lastAt)} · release {release}
      </p>
      <p className="message">{message}</p>
      <p>
        {position && <Link to={`/streams?find=${position}`}>The event {position}</Link>}
        {position && correlationId && ' · '}
        {correlationId && (
          <Link to={`/streams?find=${encodeURIComponent(correlationId)}`}>What the request has led to</Link>
        )}
      </p>
    </section>
  );
}
