/** Who did what: events that somebody asked for, rights that were given and taken, and what operators did. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { askEvery, linesOf, type OfEvery } from '../every.ts';
import { Filters } from '../filters.tsx';
import { Lines } from '../lines.tsx';
import { goQuery, Link, type Place } from '../router.tsx';
import { shop } from '../session.ts';
import { momentOf, wordsOf } from '../show.ts';
import { Card, Page } from '../ui.tsx';
import './streams.css';

type Cursors = Record<string, string>;

/** Of the services that have something before; at first of all. */
async function page(actor: string, cursors: Cursors | undefined) {
  return await askEvery(async (service) => {
    const cursor = cursors?.[service];
    if (cursors !== undefined && cursor === undefined) return { data: { data: [], nextCursor: null } };
    const query = { ...(actor && { actor }), ...(cursor && { cursor }) };
    return await shop().GET('/api/operations/{service}/audit', { params: { path: { service }, query } });
  });
}

function cursorsOf({ answers }: OfEvery<{ nextCursor: string | null }>): Cursors | undefined {
  const left = answers.flatMap(({ service, answer: { nextCursor } }) =>
    nextCursor === null ? [] : [[service, nextCursor]],
  );
  return left.length > 0 ? Object.fromEntries(left) : undefined;
}

export function Audit({ place: { query } }: { place: Place }) {
  const actor = query.get('search') ?? '';
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['operations', 'audit', actor],
    queryFn: ({ pageParam }) => page(actor, pageParam),
    initialPageParam: undefined as Cursors | undefined,
    getNextPageParam: cursorsOf,
  });
  const all = data?.pages
    .flatMap(linesOf)
    .sort((one, other) => other.at.localeCompare(one.at))
    .map((one, nth) => ({ ...one, nth }));
  return (
    <Page title="Audit">
      <Card>
        <p>
          Who asked for what, the newest first. What followed by itself is not here: an event shows its
          effects.
        </p>
        <Filters query={query} search="Only what one did: user:… or client:…" />
        <Lines
          label="Who did what"
          error={error}
          rows={all}
          down={data && [...new Set(data.pages.flatMap(({ down }) => down))]}
          empty={actor === '' ? 'Nobody has done anything.' : 'They have done nothing.'}
          keyOf={({ position, at, nth }) => position ?? `${at}/${nth}`}
          columns={[
            { label: 'When', cell: ({ at }) => momentOf(at) },
            {
              label: 'What',
              cell: ({ position, what, detail }) => (
                <>
                  {position ? <Link to={`/streams?find=${position}`}>{wordsOf(what)}</Link> : wordsOf(what)}
                  {detail && <small className="reason">{detail}</small>}
                </>
              ),
            },
            {
              label: 'Who',
              isClipped: true,
              cell: ({ actor }) => (
                <button type="button" className="as-link" onClick={() => goQuery({ search: actor })}>
                  {shortActor(actor)}
                </button>
              ),
            },
            {
              label: 'Of',
              isWide: true,
              isClipped: true,
              cell: ({ category, service, aggregateId }) => (
                <>
                  {category ?? service}
                  {aggregateId && <small>{aggregateId}</small>}
                </>
              ),
            },
          ]}
        />
        {hasNextPage && (
          <button type="button" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            Earlier
          </button>
        )}
      </Card>
    </Page>
  );
}

/** `user:01a1fe46-…-2688268bf666` → `user …268bf666` */
const shortActor = (actor: string): string => actor.replace(/^(\w+):.{20,}(.{8})$/, '$1 …$2');
