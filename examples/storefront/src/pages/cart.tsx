/** The cart: quantities, a coupon, what it costs, and what has changed since it was shown last. */
import { ok } from '@quickmart/client';
import type { FC } from 'hono/jsx';
import { useState } from 'hono/jsx/dom';
import { type Cart, currentCart, setQuantity } from '../cart.ts';
import { amount, Field, Form, Picture, Problem, Totals, useLoaded, Waiting } from '../ui.tsx';
import { said, shop } from '../visitor.ts';

const states = {
  ready: '',
  'too-few': 'fewer are in stock',
  'not-sold': 'not sold any more',
  'no-price': 'cannot be bought in this currency',
};

/** A code that does not count keeps the cart from being ordered: it says why, until it is taken out. */
const refusalOf = ({ quote }: Cart, coupon: string): string | undefined =>
  quote.refusals.find(({ code }) => code?.toUpperCase() === coupon.toUpperCase())?.detail;

export const CartPage: FC<{ changed: (cart: Cart) => void }> = ({ changed }) => {
  const { value: cart, setValue, error } = useLoaded(currentCart, 'cart');
  const [problem, setProblem] = useState<string | null>(null);
  if (cart === undefined) return <Waiting error={error} />;
  if (cart === null || cart.lines.length === 0) return <p class="quiet">Your cart is empty.</p>;
  const show = (next: Cart) => {
    setProblem(null);
    setValue(next);
    changed(next);
  };
  const set = (sku: string, quantity: number) =>
    setQuantity(sku, quantity).then(show, (cause) => setProblem(said(cause)));
  const path = { params: { path: { id: cart.id } } };
  const drop = (code: string) =>
    ok(shop().DELETE('/api/carts/{id}/coupons/{code}', { params: { path: { id: cart.id, code } } })).then(
      show,
      (cause) => setProblem(said(cause)),
    );
  return (
    <section class="narrow">
      <h1>Cart</h1>
      <Problem text={problem} />
      <ul class="lines cart">
        {cart.lines.map(({ sku, name, quantity, unitPrice, status }) => (
          <li key={sku}>
            <Picture of={{ sku, name: name ?? sku }} />
            <div>
              <span class="name">{name ?? sku}</span>
              <span class="problem">{states[status]}</span>
            </div>
            <input
              type="number"
              min="0"
              value={quantity}
              aria-label={`How many of ${name ?? sku}`}
              onChange={(event: Event) => void set(sku, Number((event.target as HTMLInputElement).value))}
            />
            <span class="price">
              {unitPrice && amount({ ...unitPrice, amount: unitPrice.amount * quantity })}
            </span>
            <button type="button" aria-label={`Remove ${name ?? sku}`} onClick={() => void set(sku, 0)}>
              ×
            </button>
          </li>
        ))}
      </ul>
      {cart.changes.map(({ sku, what }) => (
        <p class="note" key={sku}>
          {sku}: the {what} is another one now.
        </p>
      ))}
      <ul class="lines">
        {cart.coupons.map((code) => (
          <li key={code}>
            <span class="name">{code}</span>
            <span class="problem">{refusalOf(cart, code)}</span>
            <button type="button" aria-label={`Remove ${code}`} onClick={() => void drop(code)}>
              ×
            </button>
          </li>
        ))}
      </ul>
      <Form
        label="Use coupon"
        inline
        send={async ({ code = '' }) =>
          show(await ok(shop().POST('/api/carts/{id}/coupons', { ...path, body: { code } })))
        }
      >
        <Field name="code" label="Coupon" />
      </Form>
      <Totals price={cart.quote} />
      <a class="button primary" href="#/checkout">
        Checkout
      </a>
    </section>
  );
};
