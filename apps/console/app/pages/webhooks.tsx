/** What the payment provider and carriers have told by themselves, and what became of it. */

import { useEvery } from '../every.ts';
import { Filters, Pick } from '../filters.tsx';
import { Link, type Place } from '../router.tsx';
import { shop } from '../session.ts';
import { momentOf } from '../show.ts';
import { Card, Down, Empty, Loading, Page, Problem, Scroll } from '../ui.tsx';
import './streams.css';

export function Webhooks({ place: { query } }: { place: Place }) {
  const { data, error } = useEvery(['webhooks'], (service) =>
    shop().GET('/api/operations/{service}/webhooks', { params: { path: { service } } }),
  );
  const [search, outcome] = [(query.get('search') ?? '').toLowerCase(), query.get('outcome') ?? ''];
  const all = data?.answers
    .flatMap(({ service, answer }) => answer.data.map((one) => ({ ...one, service })))
    .filter(
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
        {error && <Problem error={error} />}
        {data === undefined && !error && <Loading />}
        {data && <Down services={data.down} />}
        {all?.length === 0 && <Empty>There are none.</Empty>}
        {all && all.length > 0 && (
          <Scroll label="Webhooks">
            <table className="lines">
              <thead>
                <tr>
                  <th scope="col">When</th>
                  <th scope="col">Outcome</th>
                  <th scope="col">What</th>
                  <th scope="col" className="wide">
                    At
                  </th>
                </tr>
              </thead>
              <tbody>
                {all.map(({ at, path, status, reason, id, type, correlationId }) => (
                  <tr key={correlationId + at}>
                    <td>{momentOf(at)}</td>
                    <td>
                      <span className={`status ${status < 400 ? 'good' : 'bad'}`}>
                        {status < 400 ? 'accepted' : `refused, ${status}`}
                      </span>
                      {reason && <small className="reason">{reason}</small>}
                    </td>
                    <td className="clip">
                      {status < 400 ? (
                        <Link to={`/streams?find=${encodeURIComponent(correlationId)}`}>
                          {type ?? 'its events'}
                        </Link>
                      ) : (
                        (type ?? 'not read')
                      )}
                      {id && <small>{id}</small>}
                    </td>
                    <td className="wide">{path}</td>
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
