/** What the payment provider and carriers have told by themselves, and what became of it. */
import { linesOf, useEvery } from '../every.ts';
import { Filters, Pick } from '../filters.tsx';
import { Lines } from '../lines.tsx';
import { Link, type Place } from '../router.tsx';
import { shop } from '../session.ts';
import { momentOf } from '../show.ts';
import { Card, Page } from '../ui.tsx';
import './streams.css';

export function Webhooks({ place: { query } }: { place: Place }) {
  const { data, error } = useEvery(['webhooks'], (service) =>
    shop().GET('/api/operations/{service}/webhooks', { params: { path: { service } } }),
  );
  const [search, outcome] = [(query.get('search') ?? '').toLowerCase(), query.get('outcome') ?? ''];
  const all = (data && linesOf(data))
    ?.filter(
      (one) =>
        JSON.stringify(one).toLowerCase().includes(search) &&
        (outcome === '' || (outcome === 'refused') === one.status >= 400),
    )
    .sort((one, other) => other.at.localeCompare(one.at));
  return (
    <Page title="Webhooks">
      <Card>
        <p>
          What the payment provider and carriers have told by themselves. What is refused they send again.
        </p>
        <Filters query={query} search="Id, type or reason">
          <Pick
            name="outcome"
            label="Outcome"
            any="any outcome"
            options={['accepted', 'refused']}
            query={query}
          />
        </Filters>
        <Lines
          label="Webhooks"
          error={error}
          rows={all}
          down={data?.down}
          empty="There are none."
          keyOf={({ at, correlationId }) => correlationId + at}
          columns={[
            { label: 'When', cell: ({ at }) => momentOf(at) },
            {
              label: 'Outcome',
              cell: ({ status, reason }) => (
                <>
                  <span className={`status ${status < 400 ? 'good' : 'bad'}`}>
                    {status < 400 ? 'accepted' : `refused, ${status}`}
                  </span>
                  {reason && <small className="reason">{reason}</small>}
                </>
              ),
            },
            {
              label: 'What',
              isClipped: true,
              cell: ({ status, type, id, correlationId }) => (
                <>
                  {status < 400 ? (
                    <Link to={`/streams?find=${encodeURIComponent(correlationId)}`}>
                      {type ?? 'its events'}
                    </Link>
                  ) : (
                    (type ?? 'not read')
                  )}
                  {id && <small>{id}</small>}
                </>
              ),
            },
            { label: 'At', isWide: true, cell: ({ path }) => path },
          ]}
        />
      </Card>
    </Page>
  );
}
