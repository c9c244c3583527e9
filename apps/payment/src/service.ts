/** The payment service: what orders ask of their payments, asked of a payment provider. */
import { defineService } from '@quickmart/service';
import { checkSettings, partsOf, settings } from './config.ts';
import { payment } from './payment.ts';
import { problems } from './problems.ts';
import { providerCheck } from './provider-check.ts';
import { onOrder, onPayment, onTimer } from './reactions.ts';
import { paymentList } from './read-models.ts';
import { routes } from './routes.ts';
import { webhooks } from './webhooks.ts';

export default defineService({
  name: 'payment',
  port: 3004,
  title: 'QuickMart payments',
  description:
    'One payment per order: authorized, captured at dispatch, voided or refunded when the order ends.',
  tags: [
    { name: 'Payments', description: 'Follow, refund' },
    { name: 'Webhooks', description: 'What the payment provider tells by itself' },
  ],
  aggregates: [payment],
  readModels: [paymentList],
  problems,
  settings,
  checkSettings,
  parts: partsOf,
  react: (parts) => ({ order: onOrder(parts.store, parts.provider.name), payment: onPayment(parts) }),
  timers: ({ store }) => ({ payment: onTimer(store) }),
  ready: ({ provider }) => ({ provider: providerCheck(provider) }),
  routes: [routes, webhooks],
});
