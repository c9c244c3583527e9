/** Who has an account: customers, and those who run the shop. */
import { type components, ok } from '@quickmart/client';
import { Filters } from '../../filters.tsx';
import { type Column, List, pageSize } from '../../list.tsx';
import { Link, type Place } from '../../router.tsx';
import { shop } from '../../session.ts';
import { momentOf, shortId } from '../../show.ts';
import { Card, Page, Status } from '../../ui.tsx';

type User = components['schemas']['User'];

async function page(email: string, cursor: string) {
  const query = { limit: pageSize, ...(email && { email }), ...(cursor && { cursor }) };
  return await ok(shop().GET('/api/users', { params: { query } }));
}

const columns: readonly Column<User>[] = [
  {
    label: 'E-mail address',
    cell: ({ id, email }) => <Link to={`/customers/${id}`}>{email ?? shortId(id)}</Link>,
  },
  { label: 'Name', width: 12, isWide: true, cell: ({ name }) => name },
  { label: 'Roles', width: 10, cell: ({ roles }) => roles.join(', ') || 'customer' },
  { label: 'State', width: 7, isWide: true, cell: (user) => <Status of={stateOf(user)} /> },
  { label: 'Since', width: 9, isWide: true, cell: ({ createdAt }) => createdAt && momentOf(createdAt) },
];

export const stateOf = ({ locked, emailVerified }: User): string =>
  locked ? 'locked' : emailVerified ? 'active' : 'not verified';

export function Customers({ place: { query } }: { place: Place }) {
  const email = query.get('search') ?? '';
  return (
    <Page title="Customers">
      <Card>
        <Filters query={query} search="The whole e-mail address" />
        <List
          label="Customers"
          queryKey={['users', email]}
          load={(cursor) => page(email, cursor)}
          columns={columns}
          keyOf={({ id }) => id}
          empty={email ? 'Nobody has this address.' : 'Nobody has an account yet.'}
          isAbout={({ category }) => category === 'user'}
        />
      </Card>
    </Page>
  );
}
