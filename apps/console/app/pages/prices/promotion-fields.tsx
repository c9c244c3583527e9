/** The fields of a promotion: what it gives, under which conditions, and when. */
import type { components } from '@quickmart/client';
import { type ReactNode, useState } from 'react';
import { Check, Choice, Field, MomentField, MoneyField, Several } from '../../ui.tsx';
import type { Selection } from './words.ts';

type Schemas = components['schemas'];
type Effect = Schemas['PromotionEffect'];
type Condition = Schemas['PromotionCondition'];

const effects = [
  ['percent', 'a percentage off'],
  ['amount', 'an amount off'],
  ['free-shipping', 'free shipping'],
  ['buy-x-get-y', 'buy some, get more'],
  ['fixed-price', 'so many for a price'],
] as const;
const conditions = [
  ['subtotal', 'the goods are worth'],
  ['quantity', 'so many pieces'],
  ['sku', 'one of these SKUs'],
  ['category', 'one of these categories'],
  ['customer-group', 'customers of these groups'],
  ['first-order', 'the first order of a customer'],
  ['period', 'days and hours'],
  ['channel', 'bought in these channels'],
] as const;

const On = ({ name, of }: { name: string; of: Selection | undefined }) => (
  <div className="pair">
    <Field label="Only these SKUs" name={`${name}/skus`} kind="words" value={of?.skus?.join(', ')} />
    <Field
      label="Only these categories"
      name={`${name}/categories`}
      kind="words"
      value={of?.categories?.join(', ')}
    />
  </div>
);

export function PromotionFields({ promotion }: { promotion?: Schemas['Promotion'] }) {
  return (
    <>
      <Field label="Name" name="name" value={promotion?.name} hint="Buyers read it" />
      <EffectFields effect={promotion?.effect} />
      <Several
        label="Conditions"
        add="Add a condition"
        name="conditions"
        items={promotion?.conditions ?? []}
        isSent
      >
        {(name, one) => <ConditionFields name={name} condition={one} />}
      </Several>
      <div className="pair">
        <MomentField label="From" name="startsAt" value={promotion?.startsAt} hint="Empty: at once" />
        <MomentField label="Until" name="endsAt" value={promotion?.endsAt} hint="Empty: for good" />
      </div>
      <Field
        label="Priority"
        name="priority"
        kind="number"
        value={promotion?.priority ?? 0}
        hint="The highest one is applied first"
      />
      <Check label="Given by itself, without a code" name="automatic" value={promotion?.automatic ?? false} />
      <Check label="Together with others" name="stackable" value={promotion?.stackable ?? true} />
    </>
  );
}

function EffectFields({ effect }: { effect: Effect | undefined }) {
  const [type, setType] = useState<string>(effect?.type ?? 'percent');
  return (
    <fieldset>
      <legend>What it gives</legend>
      <Choice label="Effect" name="effect/type" options={effects} value={type} onChange={setType} />
      {effectFields(type, effect)}
    </fieldset>
  );
}

/** `effect`: as it was, which may be of another type. */
function effectFields(type: string, effect: Effect | undefined): ReactNode {
  switch (type) {
    case 'percent': {
      const of = effect?.type === type ? effect : undefined;
      return (
        <>
          <Field label="Per cent" name="effect/percent" kind="number" value={of?.percent} />
          <On name="effect/on" of={of?.on} />
        </>
      );
    }
    case 'amount': {
      const of = effect?.type === type ? effect : undefined;
      return (
        <>
          <MoneyField label="Amount" name="effect/amount" value={of?.amount} />
          <On name="effect/on" of={of?.on} />
        </>
      );
    }
    case 'fixed-price': {
      const of = effect?.type === type ? effect : undefined;
      return (
        <>
          <MoneyField label="Price" name="effect/price" value={of?.price} />
          <Field label="For so many" name="effect/quantity" kind="number" value={of?.quantity ?? 1} />
          <On name="effect/on" of={of?.on} />
        </>
      );
    }
    case 'buy-x-get-y':
      return <BuyAndGet of={effect?.type === type ? effect : undefined} />;
    default:
      return null;
  }
}

const BuyAndGet = ({ of }: { of: Extract<Effect, { type: 'buy-x-get-y' }> | undefined }) => (
  <>
    <Field label="Buy" name="effect/buy/quantity" kind="number" value={of?.buy.quantity} />
    <On name="effect/buy/on" of={of?.buy.on} />
    <Field label="Get" name="effect/get/quantity" kind="number" value={of?.get.quantity} />
    <On name="effect/get/on" of={of?.get.on} />
    <Field label="Per cent off them" name="effect/get/percent" kind="number" value={of?.get.percent ?? 100} />
    <Field
      label="Times in an order"
      name="effect/timesMax"
      kind="number"
      empty="null"
      value={of?.timesMax}
      hint="Empty: as often as it fits"
    />
  </>
);

function ConditionFields({ name, condition }: { name: string; condition: Condition | undefined }) {
  const [type, setType] = useState<string>(condition?.type ?? 'subtotal');
  return (
    <>
      <Choice
        label="What must hold"
        name={`${name}/type`}
        options={conditions}
        value={type}
        onChange={setType}
      />
      {conditionFields(name, type, condition)}
    </>
  );
}

function conditionFields(name: string, type: string, condition: Condition | undefined): ReactNode {
  switch (type) {
    case 'subtotal': {
      const of = condition?.type === type ? condition : undefined;
      return (
        <>
          <MoneyField label="From" name={`${name}/from`} value={of?.from} />
          <On name={`${name}/on`} of={of?.on} />
        </>
      );
    }
    case 'quantity': {
      const of = condition?.type === type ? condition : undefined;
      return (
        <>
          <Field label="From" name={`${name}/from`} kind="number" value={of?.from} />
          <On name={`${name}/on`} of={of?.on} />
        </>
      );
    }
    case 'period':
      return <Period name={name} of={condition?.type === type ? condition : undefined} />;
    case 'first-order':
      return null;
    default: {
      const listed = condition !== undefined && 'anyOf' in condition ? condition.anyOf.join(', ') : '';
      return (
        <Field label="One of" name={`${name}/anyOf`} kind="words" value={listed} hint="With commas between" />
      );
    }
  }
}

const Period = ({ name, of }: { name: string; of: Extract<Condition, { type: 'period' }> | undefined }) => (
  <>
    <Field
      label="Days"
      name={`${name}/weekdays`}
      kind="numbers"
      value={of?.weekdays?.join(', ')}
      hint="1 is Monday; empty: all"
    />
    <div className="pair">
      <Field label="From" name={`${name}/from`} type="time" value={of?.from} />
      <Field label="Until" name={`${name}/until`} type="time" empty="null" value={of?.until} />
    </div>
    <Field
      label="Minutes before UTC"
      name={`${name}/utcOffsetMinutes`}
      kind="number"
      value={of?.utcOffsetMinutes ?? -new Date().getTimezoneOffset()}
    />
  </>
);
