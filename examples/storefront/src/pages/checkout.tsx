/** Where it goes, how it gets there, and the order. Who has no account checks out as a guest. */
import { ok } from '@quickmart/client';
import type { FC } from 'hono/jsx';
import { useState } from 'hono/jsx/dom';
import { type Cart, currentCart } from '../cart.ts';
import { amount, CardField, Field, Form, go, Totals, useLoaded, Waiting } from '../ui.tsx';
import { cartId, customer, someone } from '../visitor.ts';

const pathOf = ({ id }: Cart) => ({ params: { path: { id } } });

async function send(cart: Cart, { email = '', ...shipping }: Record<string, string>): Promise<Cart> {
  const shop = await someone();
  const { name = '', line1 = '', postalCode = '', city = '', country = '' } = shipping;
  const address = { name, line1, postalCode, city, country: country.toUpperCase() };
  await ok(shop.PUT('/api/carts/{id}/email', { ...pathOf(cart), body: { email } }));
  return await ok(shop.PUT('/api/carts/{id}/addresses', { ...pathOf(cart), body: { shipping: address } }));
}

/** A card that is declined does not end the order: its page asks for another one. */
async function order(cart: Cart, { paymentMethod }: Record<string, string>): Promise<void> {
  const shop = await someone();
  const body = {
    onDecline: 'wait' as const,
    total: cart.quote.total,
    ...(paymentMethod && { paymentMethod }),
  };
  const { id } = await ok(shop.POST('/api/carts/{id}/checkout', { ...pathOf(cart), body }));
  cartId(null);
  go(`/orders/${id}`);
}

export const Checkout: FC = () => {
  const { value: cart, setValue, error } = useLoaded(currentCart, 'checkout');
  const [isEditing, setEditing] = useState(false);
  if (cart === undefined) return <Waiting error={error} />;
  if (cart === null || cart.lines.length === 0) return <p class="quiet">Your cart is empty.</p>;
  const { addresses, quote, shippingMethod, email } = cart;
  const to = isEditing ? undefined : addresses?.shipping;
  const sent = async (fields: Record<string, string>) => {
    setValue(await send(cart, fields));
    setEditing(false);
  };
  const choose = async (method: string) =>
    setValue(
      await ok(
        (await someone()).PUT('/api/carts/{id}/shipping-method', { ...pathOf(cart), body: { method } }),
      ),
    );
  /** It may cost something else by now. */
  const ordered = (fields: Record<string, string>) =>
    order(cart, fields).catch(async (refused: unknown) => {
      setValue(await currentCart());
      throw refused;
    });
  const mustChoose = quote.methods.length > 0 && quote.shipping === undefined;
  return (
    <section class="narrow">
      <h1>Checkout</h1>
      {!to && (
        <Form label="Continue" send={sent}>
          <Field
            name="email"
            label="E-mail"
            type="email"
            value={email ?? customer() ?? ''}
            autocomplete="email"
          />
          <Field name="name" label="Name" value={addresses?.shipping.name ?? ''} autocomplete="name" />
          <Field
            name="line1"
            label="Street and number"
            value={addresses?.shipping.line1 ?? ''}
            autocomplete="address-line1"
          />
          <Field
            name="postalCode"
            label="Postal code"
            value={addresses?.shipping.postalCode ?? ''}
            autocomplete="postal-code"
          />
          <Field
            name="city"
            label="City"
            value={addresses?.shipping.city ?? ''}
            autocomplete="address-level2"
          />
          <Field
            name="country"
            label="Country (two letters)"
            value={addresses?.shipping.country ?? 'DE'}
            autocomplete="country"
          />
        </Form>
      )}
      {to && (
        <>
          <p>
            To {to.name}, {to.line1}, {to.postalCode} {to.city}, {to.country} · {email}{' '}
            <button type="button" class="link" onClick={() => setEditing(true)}>
              Change
            </button>
          </p>
          <fieldset>
            <legend>Shipping</legend>
            {quote.methods.length === 0 && <p class="quiet">Nothing to choose.</p>}
            {quote.methods.map(({ method, name, amount: price }) => (
              <label class="choice" key={method}>
                <input
                  type="radio"
                  name="method"
                  checked={shippingMethod === method}
                  onChange={() => void choose(method)}
                />
                {name} <span class="price">{amount(price)}</span>
              </label>
            ))}
          </fieldset>
          <Totals price={quote} />
          {mustChoose ? (
            <p class="quiet">Choose how it is sent.</p>
          ) : (
            <Form label={`Order and pay ${amount(quote.total)}`} send={ordered}>
              <CardField optional />
            </Form>
          )}
        </>
      )}
    </section>
  );
};
