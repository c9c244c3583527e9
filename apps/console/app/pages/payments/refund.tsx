/** Gives money back: an amount, or what some lines have cost. What is left is asked of the payment when it opens. */
import { type components, ok } from '@quickmart/client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAfter } from '../../list.tsx';
import { shop } from '../../session.ts';
import { money } from '../../show.ts';
import { Action, Area, Loading, MoneyField, Problem } from '../../ui.tsx';

type Schemas = components['schemas'];
type Line = Schemas['Order']['lines'][number];

export function Refund({ paymentId, lines = [] }: { paymentId: string; lines?: readonly Line[] }) {
  const after = useAfter(['payment', paymentId]);
  const params = { path: { id: paymentId } };
  return (
    <Action
      label="Refund"
      title="Give money back"
      text="The goods stay where they are. The provider is asked right after the answer."
      isDangerous
      run={(body: Schemas['NewRefund']) =>
        after(ok(shop().POST('/api/payments/{id}/refund', { params, body })))
      }
    >
      <Fields paymentId={paymentId} lines={lines} />
    </Action>
  );
}

function Fields({ paymentId, lines }: { paymentId: string; lines: readonly Line[] }) {
  const [counts, setCounts] = useState<Readonly<Record<string, number>>>({});
  const { data, error } = useQuery({
    queryKey: ['payment', paymentId],
    queryFn: () => ok(shop().GET('/api/payments/{id}', { params: { path: { id: paymentId } } })),
  });
  if (error) return <Problem error={error} />;
  if (data === undefined) return <Loading />;
  const { refundable } = data;
  const wanted = lines.reduce((sum, line) => sum + shareOf(line, counts[line.productId] ?? 0), 0);
  const amount = { ...refundable, amount: Math.min(wanted, refundable.amount) };
  return (
    <>
      <p>
        <strong>{money(refundable)}</strong> can be given back.
      </p>
      {lines.map(({ productId, name, quantity, total }) => (
        <div key={productId} className="field">
          <label htmlFor={`refund-${productId}`}>
            {name}: how many of {quantity}
          </label>
          <input
            id={`refund-${productId}`}
            type="number"
            min={0}
            max={quantity}
            defaultValue={0}
            onChange={({ target }) => setCounts({ ...counts, [productId]: Number(target.value) })}
          />
          <small>{money(total)} in all</small>
        </div>
      ))}
      <MoneyField
        key={wanted}
        label="Amount"
        name="amount"
        value={wanted === 0 ? undefined : amount}
        hint="Empty: all that is left"
      />
      <Area label="Reason" name="reason" rows={2} value="" />
    </>
  );
}

/** Of the total of a line, what so many of it have cost. */
const shareOf = ({ total, quantity }: Line, count: number): number =>
  Math.round((total.amount * Math.min(count, quantity)) / quantity);
