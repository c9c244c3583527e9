/** What is on sale: the list, found by words, and one product. */
import { ok } from '@quickmart/client';
import type { FC } from 'hono/jsx';
import { useState } from 'hono/jsx/dom';
import { addOne } from '../cart.ts';
import { amount, go, Picture, Problem, useLoaded, Waiting } from '../ui.tsx';
import { said, shop } from '../visitor.ts';

const pageOf = (search: string, cursor?: string) =>
  ok(
    shop().GET('/api/products', {
      params: { query: { limit: 24, sort: 'name', ...(search && { search }), ...(cursor && { cursor }) } },
    }),
  );

export const Products: FC<{ search: string }> = ({ search }) => {
  const { value: page, setValue: setPage, error } = useLoaded(() => pageOf(search), search);
  const more = async (cursor: string) => {
    const next = await pageOf(search, cursor);
    setPage({ ...next, data: [...page!.data, ...next.data] });
  };
  return (
    <>
      <form
        class="search"
        onSubmit={(event: Event) => {
          event.preventDefault();
          const words = new FormData(event.target as HTMLFormElement).get('search');
          go(`/?search=${encodeURIComponent(String(words))}`);
        }}
      >
        <input
          name="search"
          type="search"
          value={search}
          placeholder="Search products"
          aria-label="Search products"
        />
        <button type="submit">Search</button>
      </form>
      {page === undefined && <Waiting error={error} />}
      {page?.data.length === 0 && <p class="quiet">Nothing here{search && ` for “${search}”`}.</p>}
      <ul class="products">
        {page?.data.map((product) => (
          <li key={product.id}>
            <a href={`#/products/${product.id}`}>
              <Picture of={product} />
              <span class="name">{product.name}</span>
              <span class="price">{amount(product.price)}</span>
            </a>
          </li>
        ))}
      </ul>
      {page?.nextCursor && (
        <button type="button" onClick={() => void more(page.nextCursor!)}>
          More
        </button>
      )}
    </>
  );
};

async function find(id: string) {
  const path = { params: { path: { id } } };
  const product = await ok(shop().GET('/api/products/{id}', path));
  // A product that is new has no stock yet: nobody has counted it.
  const stock = await shop().GET('/api/inventories/{productId}', { params: { path: { productId: id } } });
  return { product, available: stock.data?.available ?? 0 };
}

export const Product: FC<{ id: string }> = ({ id }) => {
  const { value, error } = useLoaded(() => find(id), id);
  const [problem, setProblem] = useState<string | null>(null);
  if (value === undefined) return <Waiting error={error} />;
  const { product, available } = value;
  const put = () =>
    addOne(product.sku)
      .then(() => go('/cart'))
      .catch((cause) => setProblem(said(cause)));
  return (
    <article class="product">
      <Picture of={product} />
      <div>
        <h1>{product.name}</h1>
        <p class="price">{amount(product.price)}</p>
        <p>{product.description}</p>
        <p class="quiet">{available > 0 ? `${available} in stock` : 'Sold out'}</p>
        <Problem text={problem} />
        <button type="button" class="primary" disabled={available === 0} onClick={() => void put()}>
          Add to cart
        </button>
      </div>
    </article>
  );
};
