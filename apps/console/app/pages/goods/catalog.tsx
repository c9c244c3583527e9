/** The products: searched and filtered. */
import { type components, ok } from '@quickmart/client';
import { useQuery } from '@tanstack/react-query';
import { Filters, Pick } from '../../filters.tsx';
import { type Column, List, pageSize } from '../../list.tsx';
import { Link, type Place } from '../../router.tsx';
import { may, shop } from '../../session.ts';
import { momentOf, money } from '../../show.ts';
import { Card, Page, Status } from '../../ui.tsx';

type Product = components['schemas']['Product'];

export const useCategories = () =>
  useQuery({
    queryKey: ['categories'],
    queryFn: () => ok(shop().GET('/api/categories', { params: { query: { limit: 100 } } })),
  });

async function page(query: URLSearchParams, cursor: string) {
  const [search, category, status, stock] = ['search', 'category', 'status', 'stock'].map(
    (name) => query.get(name) ?? '',
  );
  const filters = {
    limit: pageSize,
    // A variant is found by what is searched for; else it is with its product.
    ...(search ? { search } : { variantOf: ['null'] }),
    ...(category && { category, subcategories: 'true' as const }),
    ...(status === 'archived' && { status: ['archived' as const] }),
    ...((stock === 'true' || stock === 'false') && { inStock: stock as 'true' | 'false' }),
    ...(cursor && { cursor }),
  };
  return await ok(shop().GET('/api/products', { params: { query: filters } }));
}

const columns: readonly Column<Product>[] = [
  { label: 'Product', cell: ({ id, name }) => <Link to={`/catalog/${id}`}>{name}</Link> },
  { label: 'SKU', width: 11, cell: ({ sku }) => sku },
  { label: 'Category', width: 9, isWide: true, cell: ({ category }) => category },
  {
    label: 'Variants',
    width: 6,
    isNumber: true,
    isWide: true,
    cell: ({ variants }) => variants.length || '',
  },
  { label: 'Price', width: 9, isNumber: true, cell: ({ price }) => money(price) },
  { label: 'Status', width: 7, isWide: true, cell: ({ status }) => <Status of={status} /> },
  { label: 'Changed', width: 9, isWide: true, cell: ({ updatedAt }) => momentOf(updatedAt) },
];

export function Catalog({ place: { query } }: { place: Place }) {
  const categories = useCategories();
  const known = categories.data?.data.map(({ key, name }) => [key, name] as const) ?? [];
  return (
    <Page
      title="Catalog"
      aside={
        may('products:write') && (
          <div className="links">
            <Link className="button" to="/catalog/import">
              Import
            </Link>
            <Link className="button primary" to="/catalog/new">
              New product
            </Link>
          </div>
        )
      }
    >
      <Card>
        <Filters query={query} search="Name or SKU">
          <Pick name="category" label="Category" any="any category" options={known} query={query} />
          <Pick
            name="stock"
            label="Stock"
            any="any stock"
            options={[
              ['true', 'in stock'],
              ['false', 'not in stock'],
            ]}
            query={query}
          />
          <Pick name="status" label="Status" any="active" options={['archived']} query={query} />
        </Filters>
        <List
          label="Products"
          queryKey={['products', query.toString()]}
          load={(cursor) => page(query, cursor)}
          columns={columns}
          keyOf={({ id }) => id}
          empty={query.size > 0 ? 'No product is like this.' : 'There are no products yet.'}
          isAbout={({ category }) => category === 'product'}
        />
      </Card>
    </Page>
  );
}
