/** The fields of a zone of a shipping method: where it is, and what is paid for it. */
import type { components } from '@quickmart/client';
import { useState } from 'react';
import { Choice, Field, MoneyField, Several } from '../../ui.tsx';

type Zone = components['schemas']['ShippingZone'];
type Rate = Zone['rate'];

export function ZoneFields({ name, zone }: { name: string; zone: Zone | undefined }) {
  const [type, setType] = useState<string>(zone?.rate.type ?? 'flat');
  return (
    <>
      <Field
        label="Countries"
        name={`${name}/countries`}
        kind="words"
        value={zone?.countries?.join(', ')}
        hint="As in DE, AT; empty: everywhere"
      />
      <div className="pair">
        <Field label="Regions" name={`${name}/regions`} kind="words" value={zone?.regions?.join(', ')} />
        <Field
          label="Postal codes begin with"
          name={`${name}/postalCodes`}
          kind="words"
          value={zone?.postalCodes?.join(', ')}
        />
      </div>
      <Choice
        label="Price"
        name={`${name}/rate/type`}
        options={[
          ['flat', 'the same for every order'],
          ['by-weight', 'by weight'],
          ['by-value', 'by what the goods are worth'],
        ]}
        value={type}
        onChange={setType}
      />
      <RateFields key={type} name={`${name}/rate`} type={type} rate={zone?.rate} />
      <MoneyField label="Free from" name={`${name}/freeFrom`} value={zone?.freeFrom} hint="Empty: never" />
    </>
  );
}

/** `rate`: as it was, which may be of another type. */
function RateFields({ name, type, rate }: { name: string; type: string; rate: Rate | undefined }) {
  if (type === 'flat')
    return (
      <MoneyField
        label="It costs"
        name={`${name}/price`}
        value={rate?.type === 'flat' ? rate.price : undefined}
      />
    );
  if (type === 'by-weight')
    return (
      <Several
        label="Tiers"
        add="Add a tier"
        name={`${name}/tiers`}
        items={rate?.type === 'by-weight' ? rate.tiers : [undefined]}
      >
        {(tier, one) => (
          <div className="pair">
            <Field label="Up to grams" name={`${tier}/upToGrams`} kind="number" value={one?.upToGrams} />
            <MoneyField label="It costs" name={`${tier}/price`} value={one?.price} />
          </div>
        )}
      </Several>
    );
  return (
    <Several
      label="Tiers"
      add="Add a tier"
      name={`${name}/tiers`}
      items={rate?.type === 'by-value' ? rate.tiers : [undefined]}
    >
      {(tier, one) => (
        <div className="pair">
          <MoneyField label="From" name={`${tier}/from`} value={one?.from} />
          <MoneyField label="It costs" name={`${tier}/price`} value={one?.price} />
        </div>
      )}
    </Several>
  );
}
