/** The tables that are read from: how far they are, whether their rows are what the log says, and built anew. */
import { type components, ok } from '@quickmart/client';
import { useQueryClient } from '@tanstack/react-query';
import { linesOf, useEvery } from '../every.ts';
import { Said } from '../lines.tsx';
import { shop } from '../session.ts';
import { momentOf, spanOf } from '../show.ts';
import { Action, Card, Page, Scroll } from '../ui.tsx';

type ReadModel = components['schemas']['ReadModel'] & { service: string };
type Job = components['schemas']['ReadModelJob'];

const isRunning = (all: readonly ReadModel[]) => all.some(({ job }) => job?.state === 'running');

export function ReadModels() {
  const { data, error } = useEvery(
    ['read-models'],
    (service) => shop().GET('/api/operations/{service}/read-models', { params: { path: { service } } }),
    { again: (known) => (known && isRunning(linesOf(known)) ? 1_000 : 5_000) },
  );
  const all = data && linesOf(data);
  return (
    <Page title="Read models">
      <Card>
        <p>
          Rows that services read, made of the events of the log. To verify compares every row with the log
          and changes nothing. To rebuild makes them anew, while the old ones serve, and removes the dead
          letters whose events can be applied. Both run in the service, one at a time.
        </p>
        <Said error={error} rows={all} down={data?.down} empty="There are none.">
          {(rows) => (
            <Scroll label="Read models">
              <table className="lines">
                <thead>
                  <tr>
                    <th scope="col">Read model</th>
                    <th scope="col" className="wide">
                      Made of
                    </th>
                    <th scope="col" className="number wide">
                      Behind
                    </th>
                    <th scope="col">Last check</th>
                    <th scope="col">
                      <span className="hidden">Actions</span>
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map((one) => (
                    <Row key={`${one.service}/${one.name}`} of={one} isBusy={isRunning(rows)} />
                  ))}
                </tbody>
              </table>
            </Scroll>
          )}
        </Said>
      </Card>
    </Page>
  );
}

function Row({ of, isBusy }: { of: ReadModel; isBusy: boolean }) {
  const queries = useQueryClient();
  const { service, name, categories, lag, job } = of;
  const params = { path: { service, readModel: name } };
  const after = async (work: Promise<unknown>) => {
    await work;
    await queries.invalidateQueries({ queryKey: ['operations', 'read-models'] });
  };
  return (
    <tr aria-label={name}>
      <td>
        {name}
        <small>{service}</small>
      </td>
      <td className="wide">{categories.join(', ')}</td>
      <td className="number wide">{lag}</td>
      <td>{job ? <Outcome of={job} /> : <span className="status off">none yet</span>}</td>
      <td>
        <div className="buttons inline">
          <button
            type="button"
            disabled={isBusy}
            onClick={() =>
              void after(shop().POST('/api/operations/{service}/read-models/{readModel}/verify', { params }))
            }
          >
            Verify
          </button>
          {!isBusy && (
            <Action
              label="Rebuild"
              isPlain
              title={`Rebuild ${name}`}
              text="From the first event of the log on. The old rows serve until the new ones are complete."
              run={() =>
                after(
                  ok(shop().POST('/api/operations/{service}/read-models/{readModel}/rebuild', { params })),
                )
              }
            />
          )}
        </div>
      </td>
    </tr>
  );
}

function Outcome({ of: { kind, state, events, findings, details, startedAt, endedAt } }: { of: Job }) {
  if (state === 'running')
    return (
      <span className="status wait" role="status">
        {kind === 'verify' ? 'verifying' : 'rebuilding'}: {events} events
      </span>
    );
  const isGood = state === 'done' && findings === 0;
  const good = kind === 'verify' ? 'every row is right' : 'rebuilt';
  const count = `${findings} ${kind === 'verify' ? 'row' : 'aggregate'}${findings === 1 ? '' : 's'}`;
  const bad =
    kind === 'verify'
      ? `${count} ${findings === 1 ? 'is' : 'are'} wrong`
      : `rebuilt, but ${count} cannot be applied`;
  return (
    <>
      <span className={`status ${isGood ? 'good' : 'bad'}`}>
        {state === 'failed' ? `${kind} failed` : isGood ? good : bad}
      </span>
      <small>
        {momentOf(startedAt)}
        {endedAt && `, took ${spanOf(Date.parse(endedAt) - Date.parse(startedAt))}`}
      </small>
      {details.length > 0 && (
        <details>
          <summary>{state === 'failed' ? 'Why' : 'Which'}</summary>
          <ul className="details">
            {details.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
