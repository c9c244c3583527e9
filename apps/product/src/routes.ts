/** HTTP in, one decision, HTTP out. */
import { randomUUIDv7 } from 'node:crypto';
import type { ReadModels } from '@quickmart/projections';
import {
  type Api,
  createRoute,
  idParam,
  json,
  jsonBody,
  needs,
  open,
  resource,
  respond,
} from '@quickmart/service';
import type { EventStore } from '@quickmart/streams';
import {
  changePrice as changePriceBody,
  createProduct,
  createVariant,
  product as shape,
  updateProduct,
} from './api.ts';
import { attributeFilters, attributeParameter, withAttributes } from './attributes.ts';
import { products, productView } from './catalog.ts';
import { addVariantTo, archiveFamily, restoreFamily } from './family.ts';
import { productFilters } from './filters.ts';
import { errors } from './problems.ts';
import { changePrice, create, update } from './product.ts';

const path = '/api/products';

const variantRoute = createRoute({
  method: 'post',
  path: `${path}/{id}/variants`,
  operationId: 'addVariant',
  access: needs('products:write'),
  tags: ['Products'],
  summary: 'Add a variant: a product of its own, with its own SKU, price and stock',
  description:
    'It needs one value for each option of the product; what is left out is as with the ' +
    'product. Its choices are final.',
  request: { params: idParam(), body: jsonBody(createVariant) },
  responses: {
    201: json(shape, 'The new variant'),
    ...errors('sku-taken', 'product-archived', 'options-missing', 'variant-exists', 'limit-reached'),
    ...errors('choices-invalid'),
  },
});

export function routes(api: Api, parts: { store: EventStore; readModels: ReadModels }): void {
  const { store, readModels } = parts;
  const catalog = resource(api, parts, {
    path,
    shape,
    readModel: products,
    access: open('the catalog is for everyone'),
    history: { access: needs('products:write') },
    view: productView,
    list: {
      sort: ['createdAt', 'updatedAt', 'name', 'sku', 'price'],
      columns: { price: 'priceAmount' },
      filters: productFilters(readModels),
      parameters: [attributeParameter],
      query: withAttributes,
      where: attributeFilters,
    },
  });

  catalog.create({
    access: needs('products:write'),
    summary: 'Create a product',
    description:
      'The SKU is unique for good, also where its product is archived. With `options` it is sold ' +
      'by its variants, and only by them. Its stock is created right after the answer.',
    body: createProduct,
    responses: errors('sku-taken'),
    claims: ({ sku }) => [{ name: 'sku', value: sku }],
    decide: (_, input, { id }) => create(id, input),
  });

  api.openapi(variantRoute, (c) => {
    const [id, { id: parentId }, input] = [randomUUIDv7(), c.req.valid('param'), c.req.valid('json')];
    return respond(c, 201, catalog.view(id), (command) => addVariantTo(store, parentId, id, input, command), {
      location: () => `${path}/${id}`,
    });
  });

  catalog.patch('', {
    access: needs('products:write'),
    summary: 'Change name, description, category, attributes, media or options',
    description:
      'Only the fields that are sent change; `attributes`, `media` and `options` are replaced as ' +
      'a whole. SKU and price are not changed here.',
    body: updateProduct,
    responses: errors('product-archived', 'options-missing', 'options-in-use'),
    decide: update,
  });

  catalog.post('price', {
    operationId: 'changePrice',
    access: needs('products:write'),
    summary: 'Set a new price',
    description:
      'Orders that are placed already keep their price. An order placed right after it is priced ' +
      'anew where it sends the `Event-Position` of this answer.',
    body: changePriceBody,
    responses: errors('product-archived'),
    decide: (state, { price }) => changePrice(state, price),
  });

  catalog.delete('', {
    operationId: 'archiveProduct',
    access: needs('products:write'),
    summary: 'Archive a product, and its variants: no longer sold, but can be restored',
    description:
      'It stays readable, and its SKU stays taken. Archived twice, it is archived: the second ' +
      'time changes nothing.',
    run: (id, _, command) => archiveFamily(store, id, command),
  });

  catalog.post('restore', {
    access: needs('products:write'),
    summary: 'Sell an archived product again, and the variants that were archived with it',
    description: 'A variant is on sale only while its product is: restore the product first.',
    responses: errors('product-archived'),
    run: (id, _, command) => restoreFamily(store, id, command),
  });
}
