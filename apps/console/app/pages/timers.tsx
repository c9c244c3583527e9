/** What will happen by itself, and when; and what should have happened by now. */
import { linesOf, useEvery } from '../every.ts';
import { Filters } from '../filters.tsx';
import { Lines } from '../lines.tsx';
import { Link, type Place } from '../router.tsx';
import { shop } from '../session.ts';
import { momentOf, spanOf } from '../show.ts';
import { Card, Page } from '../ui.tsx';
import './streams.css';

export function Timers({ place: { query } }: { place: Place }) {
  const aggregateId = query.get('search') ?? '';
  const { data, error } = useEvery(['timers', aggregateId], (service) =>
    shop().GET('/api/operations/{service}/timers', {
      params: { path: { service }, query: aggregateId === '' ? {} : { aggregateId } },
    }),
  );
  const all = (data && linesOf(data))?.sort((one, other) => one.dueAt.localeCompare(other.dueAt));
  const sum = (of: 'total' | 'late') =>
    data?.answers.reduce((total, { answer }) => total + answer[of], 0) ?? 0;
  return (
    <Page title="Timers">
      <Card>
        <p>
          What a service will do by itself: give a reservation back, try a payment again. A timer fires once,
          when it is due, unless its aggregate has gone on.
        </p>
        <Filters query={query} search="Id of an aggregate, such as an order" />
        <Lines
          label="Timers"
          error={error}
          rows={all}
          down={data?.down}
          empty="No timer is set."
          note={
            data && (
              <p className={sum('late') > 0 ? 'problem' : 'note'} role="status">
                {sum('total') === 1 ? 'One timer is set' : `${sum('total').toLocaleString()} timers are set`};{' '}
                {sum('late') === 0 ? 'none is late.' : `${sum('late')} are late: nobody fires them.`}
              </p>
            )
          }
          keyOf={({ category, id }) => `${category}/${id}`}
          columns={[
            {
              label: 'Due',
              cell: ({ isLate, dueAt }) => (
                <>
                  {isLate ? <span className="status bad">late</span> : inSpan(dueAt)}
                  <small>{momentOf(dueAt)}</small>
                </>
              ),
            },
            { label: 'What', cell: ({ type }) => type },
            { label: 'Category', isWide: true, cell: ({ category }) => category },
            {
              label: 'Of',
              isClipped: true,
              cell: ({ aggregateId }) => (
                <Link to={`/streams?find=${encodeURIComponent(aggregateId)}`}>{aggregateId}</Link>
              ),
            },
          ]}
        />
      </Card>
    </Page>
  );
}

const inSpan = (at: string): string => `in ${spanOf(Math.max(0, Date.parse(at) - Date.now()))}`;
