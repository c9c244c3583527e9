/** The lines of an order or of a quote. However long a name is, the quantity and the total stay in view. */
import type { components } from '@quickmart/client';
import { money } from './show.ts';
import { Scroll } from './ui.tsx';

type Money = components['schemas']['Money'];
type Item = { sku: string; name: string | null; quantity: number; unitPrice: Money; total: Money };

export const Items = ({ label, of }: { label: string; of: readonly Item[] }) => (
  <Scroll label={label}>
    <table className="items">
      <thead>
        <tr>
          <th scope="col">Item</th>
          <th scope="col" className="number">
            Quantity
          </th>
          <th scope="col" className="number">
            Total
          </th>
        </tr>
      </thead>
      <tbody>
        {/* By its place: a SKU may stand in several lines, and lines do not move. */}
        {of.map(({ sku, name, quantity, unitPrice, total }, index) => (
          <tr key={index}>
            <td>
              {name ?? sku}
              <small>
                {sku}, {money(unitPrice)} each
              </small>
            </td>
            <td className="number">{quantity}</td>
            <td className="number">{money(total)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </Scroll>
);
