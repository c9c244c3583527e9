/** Why an order does not go on: what stands in its way in any service, and what will happen by itself. */
import { useEvery } from '../every.ts';
import { Link } from '../router.tsx';
import { shop } from '../session.ts';
import { momentOf } from '../show.ts';
import { Card, Down } from '../ui.tsx';

export function Waits({ id }: { id: string }) {
  const letters = useEvery(['dead-letters of', id], (service) =>
    shop().GET('/api/operations/{service}/dead-letters', {
      params: { path: { service }, query: { search: id } },
    }),
  );
  const timers = useEvery(['timers', id], (service) =>
    shop().GET('/api/operations/{service}/timers', {
      params: { path: { service }, query: { aggregateId: id } },
    }),
  );
  const causes = letters.data?.answers.flatMap(({ service, answer }) =>
    answer.causes.map((one) => ({ ...one, service })),
  );
  const due = timers.data?.answers.flatMap(({ answer }) => answer.data);
  const down = [...new Set([letters, timers].flatMap(({ data }) => data?.down ?? []))];
  if ((causes?.length ?? 0) === 0 && (due?.length ?? 0) === 0 && down.length === 0) return null;
  return (
    <Card title="Why it waits">
      <Down services={down} />
      {causes?.map(({ service, category, group, error, firstAt }) => (
        <p key={`${category}/${group}/${error}`} className="problem">
          <strong>
            {service} could not handle an event of it, and waits for somebody since {momentOf(firstAt)}
          </strong>
          <span>{error}</span>
          <Link to={`/consumers?search=${encodeURIComponent(id)}`}>
            Mend the cause, then have it handled again
          </Link>
        </p>
      ))}
      {due?.map(({ id: timer, type, category, dueAt, isLate }) => (
        <p key={`${category}/${timer}`} className={isLate ? 'problem' : undefined}>
          {isLate ? 'Late: ' : 'By itself: '}“{type}” of {category}, due {momentOf(dueAt)}.
        </p>
      ))}
    </Card>
  );
}
