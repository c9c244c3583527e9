/** One promotion: what it gives, its coupons, and what happened to it. */
import { type components, ok } from '@quickmart/client';
import { useQuery } from '@tanstack/react-query';
import { History } from '../../history.tsx';
import { useAfter } from '../../list.tsx';
import { useRefreshOn } from '../../live.ts';
import { go } from '../../router.tsx';
import { may, shop } from '../../session.ts';
import { Action, Card, Edit, Facts, Form, Page, Status, Waiting } from '../../ui.tsx';
import { CouponsOf } from './coupons.tsx';
import { PromotionFields } from './promotion-fields.tsx';
import { conditionOf, effectOf, whenOf } from './words.ts';

type Promotion = components['schemas']['Promotion'];

export function NewPromotion() {
  const after = useAfter(['promotions']);
  return (
    <Page title="New promotion" back={['/promotions', 'Promotions']}>
      <Card>
        <Form
          label="Create"
          send={async (body: components['schemas']['NewPromotion']) => {
            const { id } = await after(ok(shop().POST('/api/promotions', { body })));
            go(`/promotions/${id}`);
          }}
        >
          <PromotionFields />
        </Form>
      </Card>
    </Page>
  );
}

export function PromotionPage({ id }: { id: string }) {
  const key = ['promotion', id];
  useRefreshOn(key, ({ aggregateId }) => aggregateId === id);
  const params = { path: { id } };
  const { data, error } = useQuery({
    queryKey: key,
    queryFn: () => ok(shop().GET('/api/promotions/{id}', { params })),
  });
  const mayChange = may('pricing:write') && data?.status !== 'archived';
  return (
    <Page
      title={data?.name ?? 'Promotion'}
      aside={data && <Status of={data.status} />}
      back={['/promotions', 'Promotions']}
    >
      <Waiting of={{ data, error }} />
      {data && (
        <div className="columns">
          <Card title="What it gives">
            <Facts
              of={[
                ['Gives', effectOf(data.effect)],
                ['Where', data.conditions.map(conditionOf).join(', and ')],
                ['Given', data.automatic ? 'by itself' : 'to who has a code'],
                ['With others', data.stackable ? 'yes' : 'no'],
                ['When', whenOf(data)],
                ['Priority', data.priority],
              ]}
            />
            {mayChange && <Doings promotion={data} />}
          </Card>
          {mayChange && (
            <Card title="Change it">
              <Change promotion={data} />
            </Card>
          )}
        </div>
      )}
      {data && !data.automatic && <CouponsOf promotion={data} />}
      <History
        queryKey={key}
        load={() =>
          ok(shop().GET('/api/promotions/{id}/history', { params: { ...params, query: { limit: 100 } } }))
        }
      />
    </Page>
  );
}

function Doings({ promotion: { id, status } }: { promotion: Promotion }) {
  const after = useAfter(['promotion', id]);
  const params = { path: { id }, header: { 'If-Match': '*' } };
  const isActive = status === 'active';
  const wanted = isActive ? ('paused' as const) : ('active' as const);
  return (
    <div className="buttons">
      <Action
        label={isActive ? 'Pause' : 'Make active'}
        title={isActive ? 'Pause this promotion' : 'Make this promotion active'}
        text={isActive ? 'It is given to nobody until it is made active again.' : 'It is given again.'}
        run={() => after(ok(shop().PATCH('/api/promotions/{id}', { params, body: { status: wanted } })))}
      />
      <Action
        label="Archive"
        title="Archive this promotion for good"
        text="It is not given any more, and its codes are not accepted."
        isDangerous
        run={() => after(ok(shop().DELETE('/api/promotions/{id}', { params })))}
      />
    </div>
  );
}

function Change({ promotion }: { promotion: Promotion }) {
  const { id } = promotion;
  const after = useAfter(['promotion', id]);
  return (
    <Edit
      item={promotion}
      save={(body: components['schemas']['PromotionUpdate'], version) => {
        const params = { path: { id }, header: { 'If-Match': version } };
        return after(ok(shop().PATCH('/api/promotions/{id}', { params, body })));
      }}
    >
      {(shown) => <PromotionFields promotion={shown} />}
    </Edit>
  );
}
