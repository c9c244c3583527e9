/** Who has an account: customers, and those who run the shop. */
import { type components, ok } from '@quickmart/client';
import { Filters, Pick } from '../../filters.tsx';
import { type Column, List, pageSize } from '../../list.tsx';
import { Link, type Place } from '../../router.tsx';
import { shop } from '../../session.ts';
import { momentOf, shortId } from '../../show.ts';
import { Card, Page, Status } from '../../ui.tsx';
import { type Role, roles } from './roles.ts';

type User = components['schemas']['User'];

async function page(email: string, role: Role | undefined, cursor: string) {
  const query = {
    limit: pageSize,
    ...(email && { email }),
    ...(role && { role: [role] }),
    ...(cursor && { cursor }),
  };
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
  const role = roles.find((one) => one === query.get('role'));
  return (
    <Page title="Customers">
      <Card>
        <Filters query={query} search="The whole e-mail address">
          <Pick name="role" label="Role" any="any role" options={roles} query={query} />
        </Filters>
        <List
          label="Customers"
          queryKey={['users', email, role]}
          load={(cursor) => page(email, role, cursor)}
          columns={columns}
          keyOf={({ id }) => id}
          empty={email || role ? 'Nobody is like this.' : 'Nobody has an account yet.'}
          isAbout={({ category }) => category === 'user'}
        />
      </Card>
    </Page>
  );
}
