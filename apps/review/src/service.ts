/** The review service: what customers say about products, and the rating that follows from it. */
import { defineService } from '@quickmart/service';
import { problems } from './api.ts';
import { onOrder } from './reactions.ts';
import { reviewList } from './read-models.ts';
import { review } from './review.ts';
import { routes } from './routes.ts';

export default defineService({
  name: 'review',
  port: 3010,
  title: 'QuickMart reviews',
  description: 'What customers say about products, moderated, and the rating of each product.',
  tags: [{ name: 'Reviews', description: 'Submitted by customers, shown when they are approved' }],
  aggregates: [review],
  readModels: [reviewList],
  problems,
  react: (parts) => ({ order: onOrder(parts) }),
  routes: [routes],
});
