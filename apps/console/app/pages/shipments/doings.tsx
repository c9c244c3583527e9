/** What is done with goods on their way out: packed, handed to the carrier, noted as arrived, lost or come back. */
import { type components, ok } from '@quickmart/client';
import { useAfter } from '../../list.tsx';
import { may, shop } from '../../session.ts';
import { Action, Check, Field } from '../../ui.tsx';

type Schemas = components['schemas'];
type Shipment = Schemas['DeliveryShipment'];
type Of = { shipment: Shipment; isPlain?: boolean };

/** What is not packed now stays to be picked. */
export function Pack({ list: { id, number, lines } }: { list: Schemas['PickList'] }) {
  const after = useAfter(['shipments']);
  const left = lines.filter((line) => line.left > 0);
  const run = ({ lines = [], ...body }: Schemas['NewShipment']) => {
    const packed = lines.filter(({ quantity }) => quantity !== 0);
    const params = { path: { id } };
    return after(ok(shop().POST('/api/orders/{id}/shipments', { params, body: { ...body, lines: packed } })));
  };
  return (
    <Action
      label="Pack"
      title={`Pack ${number ?? 'this order'}`}
      text="What is not packed now stays to be picked; 0 leaves a line out."
      isPlain
      run={run}
    >
      {left.map(({ productId, sku, name, left }, nth) => (
        <div key={productId}>
          <input type="hidden" name={`lines/${nth}/productId`} value={productId} />
          <Field
            label={name}
            name={`lines/${nth}/quantity`}
            kind="number"
            value={left}
            hint={`${sku}, ${left} left`}
          />
        </div>
      ))}
      <div className="pair">
        <Field label="Carrier" name="carrier" hint="Empty: said at the dispatch" />
        <Field label="Tracking number" name="tracking" />
      </div>
    </Action>
  );
}

/** The order decides, so it takes the right to change orders, too. */
export function Dispatch({ shipment: { id, carrier, tracking }, isPlain = false }: Of) {
  const after = useAfter(['shipment', id]);
  if (!may('orders:write')) return null;
  const params = { path: { id } };
  return (
    <Action
      label="Dispatch"
      title="Hand it to the carrier"
      text="The stock leaves the inventory, and the money for it is captured."
      isPlain={isPlain}
      run={(body: Schemas['ShipmentDispatch']) =>
        after(ok(shop().POST('/api/shipments/{id}/dispatch', { params, body })))
      }
    >
      <Field label="Carrier" name="carrier" value={carrier ?? 'DHL'} />
      <Field
        label="Tracking number"
        name="tracking"
        value={tracking}
        hint="Empty, with the carrier of the shop: it is booked there"
      />
    </Action>
  );
}

export function Deliver({ shipment: { id }, isPlain = false }: Of) {
  const after = useAfter(['shipment', id]);
  return (
    <Action
      label="Delivered"
      title="It has arrived"
      text="Once all of the order has arrived, the order is completed."
      isPlain={isPlain}
      run={() => after(ok(shop().POST('/api/shipments/{id}/deliver', { params: { path: { id } } })))}
    />
  );
}

export function Unpack({ shipment: { id } }: Of) {
  const after = useAfter(['shipment', id]);
  return (
    <Action
      label="Unpack"
      title="Unpack it"
      text="What is in it is to be picked again."
      isPlain
      run={() => after(ok(shop().POST('/api/shipments/{id}/unpack', { params: { path: { id } } })))}
    />
  );
}

export function Lost({ shipment: { id } }: Of) {
  const after = useAfter(['shipment', id]);
  return (
    <Action
      label="Lost"
      title="The carrier has lost it"
      text="What was paid for it is refunded. It ends with that, also where it is found later."
      isDangerous
      run={() => after(ok(shop().POST('/api/shipments/{id}/lost', { params: { path: { id } } })))}
    />
  );
}

export function CameBack({ shipment: { id } }: Of) {
  const after = useAfter(['shipment', id]);
  const params = { path: { id } };
  return (
    <Action
      label="Came back"
      title="It came back without being delivered"
      text="What was paid for it is refunded."
      isDangerous
      run={(body: Schemas['ShipmentReturn']) =>
        after(ok(shop().POST('/api/shipments/{id}/returned', { params, body })))
      }
    >
      <Check label="The goods are on the shelf again" name="restock" />
    </Action>
  );
}
