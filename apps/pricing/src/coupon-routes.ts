/** Coupons over HTTP. */
import { randomUUIDv7 } from 'node:crypto';
import { couponCode } from '@quickmart/contracts/pricing/shapes';
import { id as idShape } from '@quickmart/contracts/shapes';
import { type CouponRow, category, coupons } from '@quickmart/price-book';
import {
  type Api,
  anyOf,
  createRoute,
  idParam,
  itemQuery,
  json,
  jsonBody,
  needs,
  open,
  readItem,
  readRoutes,
  respond,
  shown,
} from '@quickmart/service';
import { z } from 'zod';
import { type Coupon, couponShape, couponStatus, issuedShape, newCoupons } from './api.ts';
import { type BatchState, couponBatch, couponView, disable, issuedView, madeUpCodes } from './coupon.ts';
import { existingCoupon, issueTo, sourceOf } from './coupon-store.ts';
import { errors } from './problems.ts';
import type { Parts } from './routes.ts';

const tags = ['Coupons'];
const path = '/api/coupons';
const params = z.object({ code: couponCode });

const issueRoute = createRoute({
  method: 'post',
  path: '/api/promotions/{id}/coupons',
  operationId: 'issueCoupons',
  tags,
  access: needs('pricing:write'),
  summary: 'Give a promotion one code that is chosen, or a batch of codes that are made up',
  description:
    'There are all codes of a batch, or none. `usesMax` is 1 for each code of a batch and without limit for a chosen one, ' +
    'unless it is said. A code is there once, in capitals or not, for all promotions and for good.',
  request: { params: idParam(), body: jsonBody(newCoupons) },
  responses: {
    201: json(issuedShape, 'The coupon, or all codes of the batch'),
    ...errors('rule-invalid', 'promotion-archived', 'promotion-automatic', 'coupon-taken'),
  },
});

const getRoute = createRoute({
  method: 'get',
  path: `${path}/{code}`,
  operationId: 'getCoupon',
  tags,
  access: open('who has a code may see what it is good for'),
  summary: 'One coupon, by its code',
  request: { params, query: itemQuery },
  responses: { 200: json(couponShape, 'The coupon') },
});

const disableRoute = createRoute({
  method: 'delete',
  path: `${path}/{code}`,
  operationId: 'disableCoupon',
  tags,
  access: needs('pricing:write'),
  summary: 'Take a coupon back: it is not accepted any more',
  description:
    'Orders that are placed keep its discount. Taken back twice, it is: the second time changes nothing.',
  request: { params },
  responses: { 200: json(couponShape, 'The coupon as it is now') },
});

const rowView = (row: CouponRow): Coupon => {
  const { normal: _, ...coupon } = shown(coupons, row);
  return coupon;
};

export function couponRoutes(api: Api, parts: Parts): void {
  const { store } = parts;

  readRoutes(api, parts, {
    path,
    shape: couponShape,
    table: coupons,
    category,
    view: ({ normal: _, ...row }) => row,
    access: needs('pricing:read'),
    item: false,
    history: false,
    list: {
      sort: ['createdAt'],
      filters: { promotionId: anyOf(idShape), batchId: anyOf(idShape), status: anyOf(couponStatus) },
    },
  });

  api.openapi(issueRoute, (c) => {
    const [{ id }, input, batchId] = [c.req.valid('param'), c.req.valid('json'), randomUUIDv7()];
    const code = 'code' in input ? input.code : null;
    const codes = 'code' in input ? [input.code] : madeUpCodes(input.count, input.prefix);
    const view = (state: BatchState, version: number) => issuedView(state, batchId, codes, code, version);
    const location = () => (code === null ? `${path}?batchId=${batchId}` : `${path}/${code}`);
    return respond(c, 201, view, (command) => issueTo(store, id, batchId, codes, input, command), {
      location,
    });
  });

  api.openapi(getRoute, (c) => readItem(c, rowView, sourceOf(parts, c.req.valid('param').code)));

  api.openapi(disableRoute, async (c) => {
    const { code, batchId } = await existingCoupon(parts, c.req.valid('param').code);
    return await respond(
      c,
      200,
      (state: BatchState) => couponView(state, batchId, code),
      // The version in If-Match is that of the coupon.
      ({ expectedVersion, ...command }) =>
        store.decide(couponBatch, batchId, (state) => disable(state, code, expectedVersion), command),
    );
  });
}
