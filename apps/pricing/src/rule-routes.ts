/** Tax rates, shipping methods and price lists over HTTP: each is put as a whole, under what it goes by. */

import { ruleKey } from '@quickmart/contracts/pricing/shapes';
import { currency } from '@quickmart/contracts/shapes';
import {
  priceList,
  priceLists,
  shippingMethod,
  shippingMethods,
  taxRate,
  taxRates,
} from '@quickmart/price-book';
import {
  type Api,
  anyOf,
  createRoute,
  json,
  jsonBody,
  needs,
  open,
  resource,
  respond,
  shown,
} from '@quickmart/service';
import { errors } from './problems.ts';
import type { Parts } from './routes.ts';
import { listRules, shippingRules, taxRules } from './rules.ts';
import {
  newPriceList,
  newShippingMethod,
  newTaxRate,
  priceListShape,
  priceListSummary,
  ruleStatus,
  shippingMethodShape,
  taxRateShape,
} from './rules-api.ts';

const access = needs('pricing:write');
const read = {
  access: open('prices are for everyone to see'),
  history: { access: needs('pricing:read') },
};
const [taxPath, methodPath, listPath] = [
  '/api/tax-rates',
  '/api/shipping-methods',
  '/api/price-lists',
] as const;
const whole =
  'It is taken as a whole: what is left out is as with a new one. If-Match is `*`, or the ETag of the one before.';

const removed =
  'It stays readable, and holds no more. Orders that are placed keep what they were charged. Put again, it holds again.';

const putTaxRate = createRoute({
  method: 'put',
  path: taxPath,
  operationId: 'putTaxRate',
  tags: ['Tax rates'],
  access,
  summary: 'Set a tax rate; one with the same place, tax class, name and start is replaced',
  description: `${whole} A new percentage is entered ahead of time, with its \`startsAt\`: from then on it holds.`,
  request: { body: jsonBody(newTaxRate) },
  responses: { 200: json(taxRateShape, 'The tax rate'), ...errors('rule-invalid') },
});

export function taxRateRoutes(api: Api, parts: Parts): void {
  const all = resource(api, parts, {
    path: taxPath,
    shape: taxRateShape,
    readModel: taxRates,
    tag: 'Tax rates',
    view: ({ rate, ...row }) => ({ ...row, ...rate }),
    ...read,
    list: {
      sort: ['createdAt', 'updatedAt', 'country'],
      filters: { status: anyOf(ruleStatus) },
    },
  });
  api.openapi(putTaxRate, (c) => {
    const input = c.req.valid('json');
    const id = taxRules.idOf(input);
    return respond(c, 200, all.view(id), (command) =>
      parts.store.decide(taxRate, id, (state) => taxRules.put(state, input), command),
    );
  });
  all.delete('', { access, summary: 'Remove a tax rate', description: removed, decide: taxRules.remove });
}

const putShippingMethod = createRoute({
  method: 'put',
  path: methodPath,
  operationId: 'putShippingMethod',
  tags: ['Shipping methods'],
  access,
  summary: 'Set a shipping method; one with the same key is replaced',
  description: `${whole} Of its zones the first one that has the address and the currency holds.`,
  request: { body: jsonBody(newShippingMethod) },
  responses: { 200: json(shippingMethodShape, 'The shipping method'), ...errors('rule-invalid') },
});

export function shippingMethodRoutes(api: Api, parts: Parts): void {
  const all = resource(api, parts, {
    path: methodPath,
    shape: shippingMethodShape,
    readModel: shippingMethods,
    tag: 'Shipping methods',
    ...read,
    list: {
      sort: ['createdAt', 'updatedAt', 'key'],
      filters: { key: anyOf(ruleKey), status: anyOf(ruleStatus) },
    },
  });
  api.openapi(putShippingMethod, (c) => {
    const input = c.req.valid('json');
    const id = shippingRules.idOf(input);
    return respond(c, 200, all.view(id), (command) =>
      parts.store.decide(shippingMethod, id, (state) => shippingRules.put(state, input), command),
    );
  });
  all.delete('', {
    access,
    summary: 'Remove a shipping method',
    description: removed,
    decide: shippingRules.remove,
  });
}

const putPriceList = createRoute({
  method: 'put',
  path: listPath,
  operationId: 'putPriceList',
  tags: ['Price lists'],
  access,
  summary: 'Set a price list; one with the same key is replaced',
  description: `${whole} Of several lists that have a SKU, the one with the highest priority has its price.`,
  request: { body: jsonBody(newPriceList) },
  responses: { 200: json(priceListShape, 'The price list'), ...errors('rule-invalid') },
});

export function priceListRoutes(api: Api, parts: Parts): void {
  const { table } = priceLists;
  const all = resource(api, parts, {
    path: listPath,
    shape: priceListShape,
    readModel: priceLists,
    tag: 'Price lists',
    ...read,
    list: {
      summary: 'Price lists, page by page, without their prices',
      sort: ['createdAt', 'updatedAt', 'key'],
      filters: { key: anyOf(ruleKey), currency: anyOf(currency), status: anyOf(ruleStatus) },
      items: {
        shape: priceListSummary,
        of: async (rows) => rows.map(({ prices: _, ...row }) => shown(table, row as never)),
      },
    },
  });
  api.openapi(putPriceList, (c) => {
    const input = c.req.valid('json');
    const id = listRules.idOf(input);
    return respond(c, 200, all.view(id), (command) =>
      parts.store.decide(priceList, id, (state) => listRules.put(state, input), command),
    );
  });
  all.delete('', { access, summary: 'Remove a price list', description: removed, decide: listRules.remove });
}
