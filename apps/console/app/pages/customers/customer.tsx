/** One account: who it is, what they may do, their orders, and what happened to it. */
import { type components, ok } from '@quickmart/client';
import { useQuery } from '@tanstack/react-query';
import { History } from '../../history.tsx';
import { useAfter } from '../../list.tsx';
import { useRefreshOn } from '../../live.ts';
import { Link } from '../../router.tsx';
import { may, shop } from '../../session.ts';
import { momentOf, money } from '../../show.ts';
import { Action, Card, Check, Empty, Facts, MomentField, Page, Problem, Status, Waiting } from '../../ui.tsx';
import { stateOf } from './customers.tsx';
import { type Role, roles } from './roles.ts';

type Schemas = components['schemas'];
type User = Schemas['User'];

export function CustomerPage({ id }: { id: string }) {
  const key = ['user', id];
  useRefreshOn(key, ({ aggregateId }) => aggregateId === id);
  const params = { path: { id } };
  const { data, error } = useQuery({
    queryKey: key,
    queryFn: () => ok(shop().GET('/api/users/{id}', { params })),
  });
  return (
    <Page
      title={data ? (data.name ?? data.email ?? 'Customer') : 'Customer'}
      aside={data && <Status of={stateOf(data)} />}
      back={['/customers', 'Customers']}
    >
      <Waiting of={{ data, error }} />
      {data && (
        <div className="columns">
          <Card title="Account">
            <Facts
              of={[
                ['E-mail address', data.email],
                ['Name', data.name],
                ['Verified', data.emailVerified ? 'yes' : 'no'],
                ['Roles', data.roles.join(', ') || 'customer'],
                ['Locked until', data.lockedUntil && momentOf(data.lockedUntil)],
                ['Since', data.createdAt && momentOf(data.createdAt)],
              ]}
            />
            {may('users:write') && <Doings user={data} />}
          </Card>
          {may('orders:read') && <TheirOrders id={id} />}
        </div>
      )}
      <History
        queryKey={key}
        load={() =>
          ok(shop().GET('/api/users/{id}/history', { params: { ...params, query: { limit: 100 } } }))
        }
      />
    </Page>
  );
}

function Doings({ user: { id, roles: theirs, locked } }: { user: User }) {
  const after = useAfter(['user', id]);
  const path = { id };
  const params = { path, header: { 'If-Match': '*' } };
  return (
    <div className="buttons">
      <Action
        label="Roles"
        title="What they may do"
        text="It counts in ten minutes at most. Nobody gives or takes rights that they do not have."
        isPlain
        run={(given: Partial<Record<Role, boolean>>) => {
          const body = { roles: roles.filter((role) => given[role]) };
          return after(ok(shop().PUT('/api/users/{id}/roles', { params, body })));
        }}
      >
        {roles.map((role) => (
          <Check key={role} label={role} name={role} value={theirs.includes(role)} />
        ))}
      </Action>
      <Action
        label="End sessions"
        title="Log them out everywhere"
        text="Within ten minutes they have to log in again, on every device."
        isPlain
        run={() => after(ok(shop().DELETE('/api/users/{id}/sessions', { params })))}
      />
      {locked ? (
        <Action
          label="Unlock"
          title="Let them in again"
          text="Wrong passwords are forgotten, too."
          run={() => after(ok(shop().POST('/api/users/{id}/unlock', { params: { path } })))}
        />
      ) : (
        <Action
          label="Lock"
          title="Lock them out"
          text="No login works any more, and within ten minutes nothing else."
          isDangerous
          run={(body: Schemas['LockRequest']) =>
            after(ok(shop().POST('/api/users/{id}/lock', { params: { path }, body })))
          }
        >
          <MomentField label="Until" name="until" hint="Empty: until somebody unlocks them" />
        </Action>
      )}
    </div>
  );
}

/** The newest ones. */
function TheirOrders({ id }: { id: string }) {
  const key = ['user', id, 'orders'];
  useRefreshOn(key, ({ category }) => category === 'order');
  const query = { customerId: id, limit: 20 };
  const { data, error } = useQuery({
    queryKey: key,
    queryFn: () => ok(shop().GET('/api/orders', { params: { query } })),
  });
  return (
    <Card title="Their newest orders">
      {error && <Problem error={error} />}
      {data?.data.length === 0 && <Empty>They have placed none.</Empty>}
      <ul className="rows">
        {data?.data.map(({ id, number, status, total, placedAt }) => (
          <li key={id}>
            <Link to={`/orders/${id}`}>{number ?? id}</Link>
            <Status of={status} />
            <span className="number">{money(total)}</span>
            <time dateTime={placedAt}>{momentOf(placedAt)}</time>
          </li>
        ))}
      </ul>
    </Card>
  );
}
