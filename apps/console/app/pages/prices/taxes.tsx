/** Tax rates: each is set as a whole, under its place, class, name and start. */
import { type components, ok } from '@quickmart/client';
import { Filters, Pick } from '../../filters.tsx';
import { type Column, List, pageSize, useAfter } from '../../list.tsx';
import type { Place } from '../../router.tsx';
import { may, shop } from '../../session.ts';
import { Action, Card, Check, Field, MomentField, Page, Status } from '../../ui.tsx';
import { whenOf } from './words.ts';

type Rate = components['schemas']['TaxRate'];

const statuses = ['active', 'removed'] as const;

async function page(query: URLSearchParams, cursor: string) {
  const status = statuses.find((one) => one === query.get('status'));
  const filters = {
    limit: pageSize,
    sort: 'country' as const,
    ...(status && { status: [status] }),
    ...(cursor && { cursor }),
  };
  return await ok(shop().GET('/api/tax-rates', { params: { query: filters } }));
}

const columns: readonly Column<Rate>[] = [
  { label: 'Place', width: 5, cell: ({ country, region }) => [country, region].filter(Boolean).join('-') },
  { label: 'Tax', cell: ({ name }) => name, isWide: true },
  { label: 'Class', width: 8, isWide: true, cell: ({ taxClass }) => taxClass },
  { label: 'Per cent', width: 5, isNumber: true, cell: ({ percent }) => percent },
  { label: 'In the price', width: 7, isWide: true, cell: ({ included }) => (included ? 'yes' : 'no') },
  { label: 'When', width: 11, isWide: true, cell: whenOf },
  { label: 'Status', width: 7, isWide: true, cell: ({ status }) => <Status of={status} /> },
];
const changing: Column<Rate> = {
  label: 'Change',
  width: 13,
  cell: (rate) => (
    <div className="buttons inline">
      <Put rate={rate} />
      <Remove rate={rate} />
    </div>
  ),
};

export const Taxes = ({ place: { query } }: { place: Place }) => (
  <Page title="Tax rates" aside={may('pricing:write') && <Put />}>
    <Card>
      <Filters query={query}>
        <Pick name="status" label="Status" any="any status" options={statuses} query={query} />
      </Filters>
      <List
        label="Tax rates"
        queryKey={['tax-rates', query.toString()]}
        load={(cursor) => page(query, cursor)}
        columns={may('pricing:write') ? [...columns, changing] : columns}
        keyOf={({ id }) => id}
        empty="There are no such tax rates."
        isAbout={({ eventType }) => eventType.startsWith('TaxRate')}
      />
    </Card>
  </Page>
);

/** A new one, or one that is there already: it goes by its place, class, name and start. */
function Put({ rate }: { rate?: Rate }) {
  const after = useAfter(['tax-rates']);
  const params = { header: { 'If-Match': '*' } };
  const change = rate?.status === 'removed' ? 'Set again' : 'Edit';
  return (
    <Action
      label={rate === undefined ? 'New tax rate' : change}
      title={rate === undefined ? 'New tax rate' : `${rate.name} of ${rate.country}`}
      text="With another place, class, name or start it is another tax rate. A new percentage is entered ahead of time, with its start."
      isPlain={rate !== undefined}
      run={(body: components['schemas']['NewTaxRate']) =>
        after(ok(shop().PUT('/api/tax-rates', { params, body })))
      }
    >
      <div className="pair">
        <Field label="Country" name="country" value={rate?.country} hint="Two letters, as in DE" />
        <Field
          label="Region"
          name="region"
          empty="null"
          value={rate?.region}
          hint="Empty: all of the country"
        />
      </div>
      <div className="pair">
        <Field label="Name" name="name" value={rate?.name ?? 'VAT'} />
        <Field label="Class" name="taxClass" value={rate?.taxClass ?? 'standard'} />
      </div>
      <Field label="Per cent" name="percent" kind="number" value={rate?.percent} />
      <Check label="Prices that are shown contain it" name="included" value={rate?.included ?? true} />
      <div className="pair">
        <MomentField label="From" name="startsAt" value={rate?.startsAt} />
        <MomentField label="Until" name="endsAt" value={rate?.endsAt} />
      </div>
    </Action>
  );
}

function Remove({ rate: { id, name, country, status } }: { rate: Rate }) {
  const after = useAfter(['tax-rates']);
  if (status === 'removed') return null;
  const params = { path: { id }, header: { 'If-Match': '*' } };
  return (
    <Action
      label="Remove"
      title={`Remove ${name} of ${country}`}
      text="It holds no more. Orders that are placed keep what they were charged. It can be set again."
      isDangerous
      isPlain
      run={() => after(ok(shop().DELETE('/api/tax-rates/{id}', { params })))}
    />
  );
}
