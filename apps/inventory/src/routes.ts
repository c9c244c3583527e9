/** HTTP in, one decision, HTTP out. */
import { id, sku } from '@quickmart/contracts/shapes';
import type { ReadModels } from '@quickmart/projections';
import {
  type Api,
  anyOf,
  atLeast,
  atMost,
  filter,
  integerParam,
  needs,
  open,
  period,
  resource,
} from '@quickmart/service';
import type { EventStore } from '@quickmart/streams';
import { z } from 'zod';
import {
  adjustment,
  createInventory,
  inventory as inventoryShape,
  replaceInventory,
  reservation as reservationShape,
} from './api.ts';
import { errors } from './problems.ts';
import { checkProduct } from './product.ts';
import { inventories, reservations, reservationView } from './read-models.ts';
import { adjust, create, remove, replace, stockItem } from './stock-item.ts';

const tag = 'Inventory';
const units = integerParam(0);

type Parts = { store: EventStore; readModels: ReadModels; settings: { lowStockThreshold: number } };

export function routes(api: Api, parts: Parts): void {
  const { lowStockThreshold } = parts.settings;
  const stock = resource(api, parts, {
    path: '/api/inventories',
    shape: inventoryShape,
    readModel: inventories,
    access: open('whoever buys sees what is available'),
    history: { access: needs('stock:read') },
    tag,
    item: { summary: 'The stock of one product', answer: 'The stock of the product' },
    list: {
      summary: 'Stock, page by page',
      sort: ['createdAt', 'updatedAt', 'sku', 'onHand', 'available'],
      filters: {
        productId: anyOf(id),
        sku: anyOf(sku),
        inStock: filter(
          z.enum(['false', 'true']).meta({ description: 'Whether any is available' }),
          (value) => ({ column: 'available', op: value === 'true' ? 'gt' : 'lte', value: 0 }),
        ),
        low: filter(
          z
            .enum(['false', 'true'])
            .meta({ description: 'Whether no more is available than the shop calls low' }),
          (value) => ({ column: 'available', op: value === 'true' ? 'lte' : 'gt', value: lowStockThreshold }),
        ),
        minAvailable: atLeast('available', units.meta({ description: 'At least so many' })),
        maxAvailable: atMost('available', units.meta({ description: 'At most so many' })),
        ...period('created'),
        ...period('updated'),
      },
    },
  });

  stock.create({
    access: needs('stock:write'),
    summary: 'Give a product an inventory; new products get one by themselves',
    description:
      'For a product whose inventory was removed, or that has none because it is sold by its ' +
      'variants. The SKU is that of the product.',
    body: createInventory,
    responses: errors('inventory-exists', 'sku-taken', 'product-unknown'),
    id: ({ productId }) => productId,
    run: async (productId, input, command) => {
      await checkProduct(parts.store, input);
      return await parts.store.decide(
        stockItem,
        productId,
        (state, version) => create(state, version, input),
        command,
      );
    },
  });

  const answer = 'The stock of the product';

  stock.put('', {
    access: needs('stock:write'),
    summary: 'Set what is on hand',
    description: 'What a count has found. Reserved stock stays reserved: not less than that.',
    body: replaceInventory,
    answer,
    responses: errors('out-of-stock'),
    decide: (state, input) => replace(state, input, lowStockThreshold),
  });

  stock.post('adjustments', {
    operationId: 'adjustInventory',
    access: needs('stock:write'),
    summary: 'Change what is on hand, by a difference or by a count, with a reason',
    description:
      'Either `delta`, the difference, or a counted `quantity`, which holds only where there are ' +
      'still `expectedQuantity`.',
    body: adjustment,
    answer,
    responses: errors('out-of-stock', 'stock-changed', 'limit-reached'),
    decide: (state, input) => adjust(state, input, lowStockThreshold),
  });

  stock.delete('', {
    access: needs('stock:write'),
    summary: 'Remove an inventory that nothing is reserved from',
    description: 'Nothing of it can be ordered afterwards; a POST creates it again.',
    answer: 'The inventory as it was removed',
    responses: errors('stock-reserved'),
    decide: remove,
  });

  resource(api, parts, {
    path: '/api/reservations',
    shape: reservationShape,
    readModel: reservations,
    access: needs('stock:read'),
    view: reservationView,
    tag,
    item: { summary: 'What is set aside for an order' },
    history: false,
  });
}
