/** One product: what it is, what it costs, its variants, and what happened to it. */
import { type components, ok } from '@quickmart/client';
import { useQuery } from '@tanstack/react-query';
import { History } from '../../history.tsx';
import { useAfter } from '../../list.tsx';
import { useRefreshOn } from '../../live.ts';
import { go, Link } from '../../router.tsx';
import { may, shop } from '../../session.ts';
import { linesOf, money } from '../../show.ts';
import { Action, Card, Edit, Facts, Field, Form, MoneyField, Page, Status, Waiting } from '../../ui.tsx';
import { ProductFields } from './product-fields.tsx';

type Product = components['schemas']['Product'];

export function ProductPage({ id }: { id: string }) {
  const key = ['product', id];
  useRefreshOn(key, ({ aggregateId }) => aggregateId === id);
  const params = { path: { id } };
  const { data, error } = useQuery({
    queryKey: key,
    queryFn: () => ok(shop().GET('/api/products/{id}', { params })),
  });
  return (
    <Page
      title={data?.name ?? 'Product'}
      aside={data && <Status of={data.status} />}
      back={['/catalog', 'Catalog']}
    >
      <Waiting of={{ data, error }} />
      {data && (
        <div className="columns">
          <Card title="Product">
            <Known product={data} />
            {may('products:write') && <Doings product={data} />}
          </Card>
          {may('products:write') && data.status === 'active' && (
            <Card title="Change it">
              <Change product={data} />
            </Card>
          )}
          {Object.keys(data.options).length > 0 && <Variants product={data} />}
        </div>
      )}
      {may('products:write') && (
        <History
          queryKey={key}
          load={() =>
            ok(shop().GET('/api/products/{id}/history', { params: { ...params, query: { limit: 100 } } }))
          }
        />
      )}
    </Page>
  );
}

function Known({ product }: { product: Product }) {
  const { sku, price, category, description, attributes, options, choices, variantOf, media } = product;
  return (
    <Facts
      of={[
        ['SKU', sku],
        ['Price', money(price)],
        ['Category', category],
        ['Description', description],
        ['Attributes', linesOf(attributes)],
        ['Options', linesOf(options)],
        ['Choices', linesOf(choices)],
        ['Variant of', variantOf && <Link to={`/catalog/${variantOf}`}>its product</Link>],
        ['Images', media.map(({ url, alt }) => alt || url).join(', ')],
        [
          'Stock',
          may('stock:read') && Object.keys(options).length === 0 && (
            <Link to={`/stock/${product.id}`}>Levels and history</Link>
          ),
        ],
      ]}
    />
  );
}

/** What can be done with it as it is. */
function Doings({ product: { id, status, price } }: { product: Product }) {
  const after = useAfter(['product', id]);
  const path = { id };
  if (status === 'archived')
    return (
      <div className="buttons">
        <Action
          label="Restore"
          title="Sell it again"
          text="With the variants that were archived with it."
          run={() => after(ok(shop().POST('/api/products/{id}/restore', { params: { path } })))}
        />
      </div>
    );
  return (
    <div className="buttons">
      <Action
        label="New price"
        title="Set a new price"
        text="Orders that are placed keep theirs."
        run={(body: components['schemas']['NewPrice']) =>
          after(ok(shop().POST('/api/products/{id}/price', { params: { path }, body })))
        }
      >
        <MoneyField label="Price" name="price" value={price} />
      </Action>
      <Action
        label="Archive"
        title="Take it from sale"
        text="It stays readable, its SKU stays taken, and it can be restored."
        isDangerous
        run={() =>
          after(ok(shop().DELETE('/api/products/{id}', { params: { path, header: { 'If-Match': '*' } } })))
        }
      />
    </div>
  );
}

function Change({ product }: { product: Product }) {
  const { id } = product;
  const after = useAfter(['product', id]);
  return (
    <Edit
      item={product}
      save={(body: components['schemas']['ProductChanges'], version) => {
        const params = { path: { id }, header: { 'If-Match': version } };
        return after(ok(shop().PATCH('/api/products/{id}', { params, body })));
      }}
    >
      {(shown) => <ProductFields product={shown} />}
    </Edit>
  );
}

function Variants({ product: { id, options, variants, status } }: { product: Product }) {
  const after = useAfter(['product', id]);
  return (
    <Card
      title={`Variants: ${variants.length}`}
      aside={
        may('products:write') &&
        status === 'active' && (
          <Action
            label="Add a variant"
            title="Add a variant"
            text="A product of its own, with its own SKU, price and stock. What is left out is as with the product."
            isPlain
            run={async (body: components['schemas']['NewVariant']) => {
              const params = { path: { id } };
              await after(ok(shop().POST('/api/products/{id}/variants', { params, body })));
            }}
          >
            <Field label="SKU" name="sku" />
            {Object.entries(options).map(([name, values]) => (
              <Field key={name} label={name} name={`choices/${name}`} hint={`One of ${values.join(', ')}`} />
            ))}
            <MoneyField label="Price" name="price" hint="Left out: that of the product" />
          </Action>
        )
      }
    >
      <ul className="rows plain">
        {variants.map((one) => (
          <li key={one.id}>
            <Link to={`/catalog/${one.id}`}>{one.sku}</Link>
            <span>{Object.values(one.choices).join(', ')}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

export function NewProduct() {
  const after = useAfter(['products']);
  return (
    <Page title="New product" back={['/catalog', 'Catalog']}>
      <Card>
        <Form
          label="Create"
          send={async (body: components['schemas']['NewProduct']) => {
            const { id } = await after(ok(shop().POST('/api/products', { body })));
            go(`/catalog/${id}`);
          }}
        >
          <Field label="SKU" name="sku" hint="For good: it cannot be changed, nor given to another product" />
          <MoneyField label="Price" name="price" />
          <ProductFields />
        </Form>
      </Card>
    </Page>
  );
}
