/** What a basket would cost by the rules as they are, and why: nothing is reserved, and no coupon is used. */
import { type components, ok } from '@quickmart/client';
import { useState } from 'react';
import { Items } from '../../items.tsx';
import { shop } from '../../session.ts';
import { money } from '../../show.ts';
import { Card, Facts, Field, Form, MomentField, Page, Several } from '../../ui.tsx';

type Schemas = components['schemas'];
type Quote = Schemas['Quote'];
type Typed = Omit<Schemas['QuoteRequest'], 'at'> & { at: string | null };

const nothing: readonly undefined[] = [undefined];

export function TryBasket() {
  const [quote, setQuote] = useState<Quote>();
  const send = async ({ at, ...body }: Typed) => {
    setQuote(undefined);
    setQuote(await ok(shop().POST('/api/quotes', { body: at === null ? body : { ...body, at } })));
  };
  return (
    <Page title="Try a basket">
      <div className="columns">
        <Card title="The basket">
          <Form<Typed> label="What does it cost?" send={send}>
            <Several label="Lines" add="Add a line" name="lines" items={nothing}>
              {(name) => (
                <div className="pair">
                  <Field label="SKU" name={`${name}/sku`} />
                  <Field label="Quantity" name={`${name}/quantity`} kind="number" value={1} />
                </div>
              )}
            </Several>
            <Field label="Coupons" name="coupons" kind="words" hint="With commas between" />
            <div className="pair">
              <Field label="Country" name="address/country" hint="Two letters, as in DE" />
              <Field label="Postal code" name="address/postalCode" />
            </div>
            <Field label="Shipping method" name="method" hint="Its key, as in standard" />
            <MomentField label="As if it were" name="at" hint="Empty: now" />
          </Form>
        </Card>
        {quote && <Costs quote={quote} />}
      </div>
    </Page>
  );
}

function Costs({ quote }: { quote: Quote }) {
  const { lines, subtotal, discounts, shipping, tax, total, refusals, methods } = quote;
  return (
    <Card title={`It costs ${money(total)}`}>
      {refusals.map(({ reason, detail, code, sku, method }) => (
        <p key={`${reason} ${code} ${sku} ${method}`} className="problem" role="status">
          <strong>{[code ?? sku ?? method, reason.replaceAll('-', ' ')].filter(Boolean).join(': ')}</strong>
          <span>{detail}</span>
        </p>
      ))}
      <Items label="Lines" of={lines.map((line) => ({ ...line, total: line.lineTotal }))} />
      <Facts
        of={[
          ['Subtotal', money(subtotal)],
          ...discounts.map(
            ({ name, code, amount, why }) =>
              [code ? `${name} (${code})` : name, `−${money(amount)}: ${why}`] as const,
          ),
          ['Shipping', shipping && `${money(shipping.amount)}: ${shipping.name}, ${shipping.why}`],
          ...tax.map(
            ({ name, percent, amount, included }) =>
              [`${name} ${percent} %`, `${money(amount)}${included ? ', in the prices' : ''}`] as const,
          ),
          ['Total', money(total)],
          ['Methods', methods.map(({ method, amount }) => `${method} ${money(amount)}`).join(', ')],
        ]}
      />
    </Card>
  );
}
