/** What is on the shelf: levels, what is low, and changes with their reason. */
import { type components, ok } from '@quickmart/client';
import { useQuery } from '@tanstack/react-query';
import { Filters, Pick } from '../../filters.tsx';
import { History } from '../../history.tsx';
import { type Column, List, pageSize, useAfter } from '../../list.tsx';
import { useRefreshOn } from '../../live.ts';
import { Link, type Place } from '../../router.tsx';
import { may, shop } from '../../session.ts';
import { momentOf } from '../../show.ts';
import { Action, Card, Choice, Facts, Field, Page, Status, Waiting } from '../../ui.tsx';

type Stock = components['schemas']['Inventory'];

const reasons = ['received', 'correction', 'damaged', 'shrinkage', 'restock', 'count'] as const;
const levels = [
  ['low', 'low'],
  ['none', 'nothing available'],
  ['some', 'available'],
] as const;

async function page(query: URLSearchParams, cursor: string) {
  const [search, level] = [query.get('search') ?? '', query.get('level')];
  const filters = {
    limit: pageSize,
    sort: level === 'low' ? ('available' as const) : ('sku' as const),
    ...(search && { sku: [search] }),
    ...(level === 'low' && { low: 'true' as const }),
    ...(level === 'none' && { inStock: 'false' as const }),
    ...(level === 'some' && { inStock: 'true' as const }),
    ...(cursor && { cursor }),
  };
  return await ok(shop().GET('/api/inventories', { params: { query: filters } }));
}

const columns: readonly Column<Stock>[] = [
  { label: 'SKU', cell: ({ productId, sku }) => <Link to={`/stock/${productId}`}>{sku}</Link> },
  { label: 'Available', width: 7, isNumber: true, cell: ({ available }) => available },
  { label: 'Reserved', width: 7, isNumber: true, isWide: true, cell: ({ reserved }) => reserved },
  { label: 'On hand', width: 7, isNumber: true, isWide: true, cell: ({ onHand }) => onHand },
  { label: 'Changed', width: 9, isWide: true, cell: ({ updatedAt }) => momentOf(updatedAt) },
];
const changing: Column<Stock> = { label: 'Change', width: 7, cell: (stock) => <Adjust stock={stock} /> };

export function StockList({ place: { query } }: { place: Place }) {
  return (
    <Page
      title="Stock"
      aside={
        may('stock:write') && (
          <div className="links">
            <Link className="button" to="/stock/import">
              Import counts
            </Link>
          </div>
        )
      }
    >
      <Card>
        <Filters query={query} search="SKU">
          <Pick name="level" label="Level" any="any level" options={levels} query={query} />
        </Filters>
        <List
          label="Stock"
          queryKey={['stock', query.toString()]}
          load={(cursor) => page(query, cursor)}
          columns={may('stock:write') ? [...columns, changing] : columns}
          keyOf={({ productId }) => productId}
          empty={query.size > 0 ? 'No stock is like this.' : 'There is no stock yet.'}
          isAbout={({ category }) => category === 'inventory'}
        />
      </Card>
    </Page>
  );
}

/** `delta`: a difference; a count says what there was before, so that a sale in between is not lost. */
function Adjust({ stock: { productId, sku, onHand, reserved } }: { stock: Stock }) {
  const after = useAfter(['stock', productId]);
  return (
    <Action
      label="Adjust"
      title={`Stock of ${sku}`}
      text={`${onHand} on hand, ${reserved} of them reserved. Less is a negative difference.`}
      isPlain
      run={(body: components['schemas']['Adjustment']) =>
        after(
          ok(
            shop().POST('/api/inventories/{productId}/adjustments', {
              params: { path: { productId } },
              body,
            }),
          ),
        )
      }
    >
      <Field label="Difference" name="delta" kind="number" inputMode="numeric" autoFocus />
      <Choice label="Reason" name="reason" options={reasons} />
      <Field label="Reference" name="reference" hint="Such as the number of the delivery note" />
    </Action>
  );
}

export function StockPage({ id }: { id: string }) {
  const key = ['stock', id];
  useRefreshOn(key, ({ aggregateId }) => aggregateId === id);
  const params = { path: { productId: id } };
  const { data, error } = useQuery({
    queryKey: key,
    queryFn: () => ok(shop().GET('/api/inventories/{productId}', { params })),
  });
  return (
    <Page title={data ? `Stock of ${data.sku}` : 'Stock'} back={['/stock', 'Stock']}>
      <Waiting of={{ data, error }} />
      {data && (
        <Card title="Now" aside={data.available <= 0 && <Status of="none" />}>
          <Facts
            of={[
              ['Available', data.available],
              ['Reserved', data.reserved],
              ['On hand', data.onHand],
              [
                'Product',
                <Link key="product" to={`/catalog/${id}`}>
                  its page in the catalog
                </Link>,
              ],
            ]}
          />
          {may('stock:write') && (
            <div className="buttons">
              <Adjust stock={data} />
            </div>
          )}
        </Card>
      )}
      <History
        queryKey={key}
        load={() =>
          ok(
            shop().GET('/api/inventories/{productId}/history', {
              params: { ...params, query: { limit: 100 } },
            }),
          )
        }
      />
    </Page>
  );
}
