/** Coupons: the codes of a promotion, given out one by one or in batches, found by their code, and taken back. */
import { type components, ok, ProblemError } from '@quickmart/client';
import { useState } from 'react';
import { Filters, Pick } from '../../filters.tsx';
import { type Column, List, pageSize, useAfter } from '../../list.tsx';
import { Link, type Place } from '../../router.tsx';
import { may, shop } from '../../session.ts';
import { Action, Area, Card, Choice, Field, MomentField, Page, Status } from '../../ui.tsx';
import { whenOf } from './words.ts';

type Schemas = components['schemas'];
type Coupon = Schemas['Coupon'];

const statuses = ['active', 'disabled'] as const;

/** The one with a code, where there is one. */
async function withCode(code: string) {
  const params = { path: { code } };
  try {
    return { data: [await ok(shop().GET('/api/coupons/{code}', { params }))], nextCursor: null };
  } catch (error) {
    if (error instanceof ProblemError && error.status === 404) return { data: [], nextCursor: null };
    throw error;
  }
}

async function page(promotionId: string | undefined, query: URLSearchParams, cursor: string) {
  const search = query.get('search') ?? '';
  if (search !== '') return await withCode(search);
  const status = statuses.find((one) => one === query.get('status'));
  const filters = {
    limit: pageSize,
    ...(promotionId && { promotionId: [promotionId] }),
    ...(status && { status: [status] }),
    ...(cursor && { cursor }),
  };
  return await ok(shop().GET('/api/coupons', { params: { query: filters } }));
}

const usesOf = ({ usesMax, usesPerCustomerMax }: Coupon) =>
  [usesMax === null ? 'any number' : `${usesMax} in all`, usesPerCustomerMax && `${usesPerCustomerMax} each`]
    .filter(Boolean)
    .join(', ');

const columns: readonly Column<Coupon>[] = [
  { label: 'Code', cell: ({ code }) => <code>{code}</code> },
  { label: 'Uses', width: 10, isWide: true, cell: usesOf },
  { label: 'When', width: 11, isWide: true, cell: whenOf },
  { label: 'Status', width: 7, cell: ({ status }) => <Status of={status} /> },
];
const promotion: Column<Coupon> = {
  label: 'Promotion',
  width: 9,
  isWide: true,
  cell: ({ promotionId }) => <Link to={`/promotions/${promotionId}`}>its promotion</Link>,
};
const changing: Column<Coupon> = {
  label: 'Change',
  width: 8,
  cell: (coupon) => <TakeBack coupon={coupon} />,
};

const CouponList = ({ promotionId, query }: { promotionId?: string; query: URLSearchParams }) => (
  <List
    label="Coupons"
    queryKey={['coupons', promotionId, query.toString()]}
    load={(cursor) => page(promotionId, query, cursor)}
    columns={[
      ...columns,
      ...(promotionId === undefined ? [promotion] : []),
      ...(may('pricing:write') ? [changing] : []),
    ]}
    keyOf={({ code }) => code}
    empty="There are no such coupons."
    isAbout={({ eventType }) => eventType.startsWith('Coupon')}
  />
);

function TakeBack({ coupon: { code, status } }: { coupon: Coupon }) {
  const after = useAfter(['coupons']);
  if (status === 'disabled') return null;
  const params = { path: { code }, header: { 'If-Match': '*' } };
  return (
    <Action
      label="Take back"
      title={`Take ${code} back`}
      text="It is not accepted any more. Orders that are placed keep their discount."
      isDangerous
      isPlain
      run={() => after(ok(shop().DELETE('/api/coupons/{code}', { params })))}
    />
  );
}

export const Coupons = ({ place: { query } }: { place: Place }) => (
  <Page title="Coupons">
    <Card>
      <p>New codes are given out on the page of their promotion.</p>
      <Filters query={query} search="The whole code">
        <Pick name="status" label="Status" any="any status" options={statuses} query={query} />
      </Filters>
      <CouponList query={query} />
    </Card>
  </Page>
);

const all = new URLSearchParams();

export const CouponsOf = ({ promotion: { id, status } }: { promotion: Schemas['Promotion'] }) => (
  <Card title="Coupons" aside={may('pricing:write') && status !== 'archived' && <Issue id={id} />}>
    <CouponList promotionId={id} query={all} />
  </Card>
);

/** One code that is chosen, or many that are made up; then they stand there to be copied. */
function Issue({ id }: { id: string }) {
  const after = useAfter(['coupons']);
  const [way, setWay] = useState('one');
  const [codes, setCodes] = useState<readonly string[]>([]);
  const params = { path: { id } };
  return (
    <>
      {codes.length > 1 && (
        <details>
          <summary>The {codes.length} new codes</summary>
          <Area label="Codes" name="codes" rows={8} value={codes.join('\n')} />
        </details>
      )}
      <Action
        label="Give out codes"
        title="Give out codes"
        isPlain
        run={async (body: Schemas['NewCoupons']) => {
          const issued = await after(ok(shop().POST('/api/promotions/{id}/coupons', { params, body })));
          setCodes(issued.codes);
        }}
      >
        <Choice
          label="Which"
          name=""
          options={[
            ['one', 'one code that is chosen'],
            ['batch', 'a batch of codes that are made up'],
          ]}
          value={way}
          onChange={setWay}
        />
        {way === 'one' ? (
          <Field label="Code" name="code" />
        ) : (
          <div className="pair">
            <Field label="How many" name="count" kind="number" />
            <Field label="They begin with" name="prefix" />
          </div>
        )}
        <div className="pair">
          <Field
            label="Uses in all"
            name="usesMax"
            kind="number"
            empty={way === 'one' ? 'null' : 'left-out'}
            hint={way === 'one' ? 'Empty: any number' : 'Of each code; empty: one'}
          />
          <Field
            label="Uses per customer"
            name="usesPerCustomerMax"
            kind="number"
            empty="null"
            hint="Empty: any number"
          />
        </div>
        <div className="pair">
          <MomentField label="From" name="startsAt" />
          <MomentField label="Until" name="endsAt" />
        </div>
      </Action>
    </>
  );
}
