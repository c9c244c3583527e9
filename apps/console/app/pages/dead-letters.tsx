/** The events that a group could not handle, by cause; handled again, or given up. */
import { type components, ok } from '@quickmart/client';
import { useQueryClient } from '@tanstack/react-query';
import { useEvery } from '../every.ts';
import { Filters } from '../filters.tsx';
import { Said } from '../lines.tsx';
import { Link, type Place } from '../router.tsx';
import { shop } from '../session.ts';
import { momentOf } from '../show.ts';
import { Action, Card, Field } from '../ui.tsx';

type Cause = components['schemas']['DeadLetterCause'] & { service: string };
type Letter = components['schemas']['DeadLetter'];

export function DeadLetters({ place: { query } }: { place: Place }) {
  const search = query.get('search') ?? '';
  const { data, error } = useEvery(['dead-letters', search], (service) =>
    shop().GET('/api/operations/{service}/dead-letters', {
      params: { path: { service }, query: search === '' ? {} : { search } },
    }),
  );
  const total = data?.answers.reduce((sum, { answer }) => sum + answer.total, 0);
  const causes = data?.answers.flatMap(({ service, answer }) =>
    answer.causes.map((one) => ({ cause: { ...one, service }, letters: answer.data.filter(isOf(one)) })),
  );
  return (
    <Card title={`Dead letters${total === undefined ? '' : `: ${total}`}`}>
      <p>
        An event that a group could not handle. Its aggregate waits behind it, the others go on. Mend the
        cause, then have it handled again.
      </p>
      <Filters query={query} search="Type, id, position or message" />
      <Said
        error={error}
        rows={causes}
        down={data?.down}
        empty={search === '' ? 'There are none.' : 'None is like this.'}
      >
        {(all) =>
          all.map((one) => (
            <CauseOf key={`${one.cause.category}/${one.cause.group}/${one.cause.error}`} {...one} />
          ))
        }
      </Said>
    </Card>
  );
}

const isOf = (cause: Omit<Cause, 'service'>) => (letter: Letter) =>
  letter.category === cause.category && letter.group === cause.group && letter.error === cause.error;

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
        <ul className="details">
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
        {/-read-models(-\d+)?$/.test(group) ? (
          <Link to="/read-models">Mend the cause, then rebuild the read model</Link>
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
