/** The frame of all pages. The address after the # says which one: no server needs to know them. */
import type { FC } from 'hono/jsx';
import { render, useEffect, useState } from 'hono/jsx/dom';
import { currentCart, units } from './cart.ts';
import { Account } from './pages/account.tsx';
import { CartPage } from './pages/cart.tsx';
import { Checkout } from './pages/checkout.tsx';
import { OrderPage, Orders } from './pages/orders.tsx';
import { Product, Products } from './pages/products.tsx';
import { useLoaded } from './ui.tsx';
import { customer, isSomeone } from './visitor.ts';

const address = (): URL => new URL(location.hash.slice(1) || '/', location.origin);

const App: FC = () => {
  const [at, setAt] = useState(address());
  const [email, setEmail] = useState(customer());
  useEffect(() => {
    const moved = () => {
      setAt(address());
      scrollTo(0, 0);
    };
    addEventListener('hashchange', moved);
    return () => removeEventListener('hashchange', moved);
  }, []);
  const { value: cart, setValue: setCart } = useLoaded(currentCart, at.href);
  return (
    <>
      <header>
        <a class="brand" href="#/">
          QuickMart
        </a>
        <nav>
          <a href="#/orders">My orders</a>
          <a href="#/account">{email ?? 'Log in'}</a>
          <a href="#/cart">
            Cart{units(cart ?? null) > 0 && <span class="count">{units(cart ?? null)}</span>}
          </a>
        </nav>
      </header>
      <main>
        <Page at={at} email={email} cartChanged={setCart} whoChanged={() => setEmail(customer())} />
      </main>
    </>
  );
};

type PageProps = {
  at: URL;
  email: string | null;
  cartChanged: Parameters<typeof CartPage>[0]['changed'];
  whoChanged: () => void;
};
const Page: FC<PageProps> = ({ at, email, cartChanged, whoChanged }) => {
  const [, page, id] = at.pathname.split('/');
  if (page === 'products' && id) return <Product id={id} />;
  if (page === 'cart') return <CartPage changed={cartChanged} />;
  if (page === 'checkout') return <Checkout />;
  if (page === 'orders' && id) return <OrderPage id={id} />;
  if (page === 'orders') return <Orders who={isSomeone()} />;
  if (page === 'account') return <Account email={email} changed={whoChanged} />;
  return <Products search={at.searchParams.get('search') ?? ''} />;
};

render(<App />, document.body);
