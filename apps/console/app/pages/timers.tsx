/** What will happen by itself, and when; and what should have happened by now. */

import { useEvery } from '../every.ts';
import { Filters } from '../filters.tsx';
import type { Place } from '../router.tsx';
import { Link } from '../router.tsx';
import { shop } from '../session.ts';
import { momentOf, spanOf } from '../show.ts';
import { Card, Down, Empty, Loading, Page, Problem, Scroll } from '../ui.tsx';
import './streams.css';

export function Timers({ place: { query } }: { place: Place }) {
  const aggregateId = query.get('search') ?? '';
  const { data, error } = useEvery(['timers', aggregateId], (service) =>
    shop().GET('/api/operations/{service}/timers', {
      params: { path: { service }, query: aggregateId === '' ? {} : { aggregateId } },
    }),
  );
  const all = data?.answers.flatMap(({ service, answer }) =>
    answer.data.map((one) => ({ ...one, service, key: `${one.category}/${one.id}` })),
  );
  all?.sort((one, other) => one.dueAt.localeCompare(other.dueAt));
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
        {error && <Problem error={error} />}
        {data === undefined && !error && <Loading />}
        {data && <Down services={data.down} />}
        {data && (
          <p className={sum('late') > 0 ? 'problem' : 'note'} role="status">
            {sum('total') === 1 ? 'One timer is set' : `${sum('total').toLocaleString()} timers are set`};{' '}
            {sum('late') === 0 ? 'none is late.' : `${sum('late')} are late: nobody fires them.`}
          </p>
        )}
        {all?.length === 0 && <Empty>No timer is set.</Empty>}
        {all && all.length > 0 && (
          <Scroll label="Timers">
            <table className="lines">
              <thead>
                <tr>
                  <th scope="col">Due</th>
                  <th scope="col">What</th>
                  <th scope="col" className="wide">
                    Category
                  </th>
                  <th scope="col">Of</th>
                </tr>
              </thead>
              <tbody>
                {all.map(({ key, dueAt, type, category, aggregateId, isLate }) => (
                  <tr key={key}>
                    <td>
                      {isLate ? <span className="status bad">late</span> : inSpan(dueAt)}
                      <small>{momentOf(dueAt)}</small>
                    </td>
                    <td>{type}</td>
                    <td className="wide">{category}</td>
                    <td className="clip">
                      <Link to={`/streams?find=${encodeURIComponent(aggregateId)}`}>{aggregateId}</Link>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroll>
        )}
      </Card>
    </Page>
  );
}

const inSpan = (at: string): string => `in ${spanOf(Math.max(0, Date.parse(at) - Date.now()))}`;
