/** Shipping methods, and what they cost by zone. */
import { type components, ok } from '@quickmart/client';
import { Filters, Pick } from '../../filters.tsx';
import { type Column, List, pageSize, useAfter } from '../../list.tsx';
import type { Place } from '../../router.tsx';
import { may, shop } from '../../session.ts';
import { money } from '../../show.ts';
import { Action, Card, Field, Page, Several, Status } from '../../ui.tsx';
import { ZoneFields } from './zone-fields.tsx';

type Schemas = components['schemas'];
type Method = Schemas['ShippingMethod'];

const statuses = ['active', 'removed'] as const;

async function page(query: URLSearchParams, cursor: string) {
  const status = statuses.find((one) => one === query.get('status'));
  const filters = {
    limit: pageSize,
    sort: 'key' as const,
    ...(status && { status: [status] }),
    ...(cursor && { cursor }),
  };
  return await ok(shop().GET('/api/shipping-methods', { params: { query: filters } }));
}

const zoneOf = ({ countries = [], rate }: Schemas['ShippingZone']): string => {
  const place = countries.length === 0 ? 'everywhere' : countries.slice(0, 5).join(', ');
  return `${place}: ${rate.type === 'flat' ? money(rate.price) : `from ${money(rate.tiers[0]!.price)}`}`;
};

const columns: readonly Column<Method>[] = [
  { label: 'Method', cell: ({ name }) => name },
  { label: 'Key', width: 9, isWide: true, cell: ({ key }) => <code>{key}</code> },
  { label: 'Zones', isWide: true, cell: ({ zones }) => zones.map(zoneOf).join('; ') },
  { label: 'Status', width: 6, isWide: true, cell: ({ status }) => <Status of={status} /> },
];
const changing: Column<Method> = {
  label: 'Change',
  width: 13,
  cell: (method) => (
    <div className="buttons inline">
      <Put method={method} />
      <Remove method={method} />
    </div>
  ),
};

export const Shipping = ({ place: { query } }: { place: Place }) => (
  <Page title="Shipping methods" aside={may('pricing:write') && <Put />}>
    <Card>
      <Filters query={query}>
        <Pick name="status" label="Status" any="any status" options={statuses} query={query} />
      </Filters>
      <List
        label="Shipping methods"
        queryKey={['shipping-methods', query.toString()]}
        load={(cursor) => page(query, cursor)}
        columns={may('pricing:write') ? [...columns, changing] : columns}
        keyOf={({ id }) => id}
        empty="There are no such shipping methods."
        isAbout={({ eventType }) => eventType.startsWith('ShippingMethod')}
      />
    </Card>
  </Page>
);

function Put({ method }: { method?: Method }) {
  const after = useAfter(['shipping-methods']);
  const params = { header: { 'If-Match': '*' } };
  const change = method?.status === 'removed' ? 'Set again' : 'Edit';
  return (
    <Action
      label={method === undefined ? 'New method' : change}
      title={method === undefined ? 'New shipping method' : method.name}
      text="Of the zones the first one that has the address and the currency holds."
      isPlain={method !== undefined}
      run={(body: Schemas['NewShippingMethod']) =>
        after(ok(shop().PUT('/api/shipping-methods', { params, body })))
      }
    >
      <div className="pair">
        <Field
          label="Key"
          name="key"
          value={method?.key}
          hint="As in express; another key is another method"
        />
        <Field label="Name" name="name" value={method?.name} />
      </div>
      <Field
        label="Tax class"
        name="taxClass"
        empty="null"
        value={method?.taxClass}
        hint="Empty: as the goods"
      />
      <Several label="Zones" add="Add a zone" name="zones" items={method?.zones ?? [undefined]}>
        {(name, zone) => <ZoneFields name={name} zone={zone} />}
      </Several>
    </Action>
  );
}

function Remove({ method: { id, name, status } }: { method: Method }) {
  const after = useAfter(['shipping-methods']);
  if (status === 'removed') return null;
  const params = { path: { id }, header: { 'If-Match': '*' } };
  return (
    <Action
      label="Remove"
      title={`Remove ${name}`}
      text="It cannot be chosen any more. Orders that are placed keep what they were charged. It can be set again."
      isDangerous
      isPlain
      run={() => after(ok(shop().DELETE('/api/shipping-methods/{id}', { params })))}
    />
  );
}
