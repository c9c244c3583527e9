/** The tables of the review service's read model. */
import {
  boolean,
  code,
  defineTable,
  instant,
  integer,
  key,
  type RowOf,
  text,
  uuid,
} from '@quickmart/projections';
import { limits } from './api.ts';

export const reviews = defineTable(
  'reviews',
  {
    id: uuid(),
    productId: uuid(),
    customerId: key(limits.customerIdLength),
    rating: integer(),
    title: text(limits.titleLength),
    text: text(limits.textLength),
    status: code(16),
    reason: text(limits.reasonLength).nullable(),
    verified: boolean(),
    version: integer(),
    createdAt: instant(),
    updatedAt: instant(),
  },
  {
    primaryKey: 'id',
    indexes: [
      ['createdAt', 'id'],
      ['updatedAt', 'id'],
      ['rating', 'id'],
      ['productId', 'status', 'createdAt', 'id'],
      ['customerId', 'createdAt', 'id'],
      ['status', 'createdAt', 'id'],
    ],
  },
);
export type ReviewRow = RowOf<typeof reviews>;

const counts = { one: integer(), two: integer(), three: integer(), four: integer(), five: integer() };
export const ratings = defineTable('ratings', { productId: uuid(), ...counts }, { primaryKey: 'productId' });
export type RatingRow = RowOf<typeof ratings>;
