/** What is given off: promotions, and their coupons. */
import { type components, ok } from '@quickmart/client';
import { Filters, Pick } from '../../filters.tsx';
import { type Column, List, pageSize } from '../../list.tsx';
import { Link, type Place } from '../../router.tsx';
import { may, shop } from '../../session.ts';
import { Card, Page, Status } from '../../ui.tsx';
import { effectOf, whenOf } from './words.ts';

type Promotion = components['schemas']['Promotion'];

const statuses = ['active', 'paused', 'archived'] as const;
const ways = [
  ['true', 'by itself'],
  ['false', 'with a code'],
] as const;

async function page(query: URLSearchParams, cursor: string) {
  const status = statuses.find((one) => one === query.get('status'));
  const [automatic] = ways.find(([value]) => value === query.get('given')) ?? [];
  const search = query.get('search');
  const filters = {
    limit: pageSize,
    ...(search && { search }),
    ...(status && { status: [status] }),
    ...(automatic && { automatic }),
    ...(cursor && { cursor }),
  };
  return await ok(shop().GET('/api/promotions', { params: { query: filters } }));
}

const columns: readonly Column<Promotion>[] = [
  { label: 'Promotion', cell: ({ id, name }) => <Link to={`/promotions/${id}`}>{name}</Link> },
  { label: 'Gives', width: 14, isWide: true, cell: ({ effect }) => effectOf(effect) },
  {
    label: 'Given',
    width: 8,
    isWide: true,
    cell: ({ automatic }) => (automatic ? 'by itself' : 'with a code'),
  },
  { label: 'When', width: 11, isWide: true, cell: whenOf },
  { label: 'Status', width: 7, cell: ({ status }) => <Status of={status} /> },
];

export const Promotions = ({ place: { query } }: { place: Place }) => (
  <Page
    title="Promotions"
    aside={
      may('pricing:write') && (
        <div className="links">
          <Link className="button primary" to="/promotions/new">
            New promotion
          </Link>
        </div>
      )
    }
  >
    <Card>
      <Filters query={query} search="Part of the name">
        <Pick name="status" label="Status" any="any status" options={statuses} query={query} />
        <Pick name="given" label="Given" any="given in any way" options={ways} query={query} />
      </Filters>
      <List
        label="Promotions"
        queryKey={['promotions', query.toString()]}
        load={(cursor) => page(query, cursor)}
        columns={columns}
        keyOf={({ id }) => id}
        empty={query.size > 0 ? 'No promotion is like this.' : 'There are no promotions yet.'}
        isAbout={({ eventType }) => eventType.startsWith('Promotion')}
      />
    </Card>
  </Page>
);
