/** Quotes over HTTP. */
import { quoteShape } from '@quickmart/contracts/pricing/quote';
import { type Api, createRoute, json, jsonBody, open, waitForSent } from '@quickmart/service';
import { clock } from '@quickmart/streams';
import { errors } from './problems.ts';
import { quoteRequest } from './quote-api.ts';
import { quoteOf } from './quotes.ts';
import type { Parts } from './routes.ts';

const quoteRoute = createRoute({
  method: 'post',
  path: '/api/quotes',
  operationId: 'quoteBasket',
  tags: ['Quotes'],
  access: open('it changes nothing, and prices are for everyone to see'),
  summary: 'What a basket costs by the rules, and why',
  description:
    'A dry run: nothing is reserved, and no coupon is used. Codes count as unused here. What does not apply is told in ' +
    '`refusals`, with its reason. total = subtotal − discounts + shipping + the taxes that prices do not contain.',
  request: { body: jsonBody(quoteRequest) },
  responses: { 200: json(quoteShape, 'The quote'), ...errors('product-unknown', 'quote-too-large') },
});

export function quoteRoutes(api: Api, parts: Parts): void {
  api.openapi(quoteRoute, async (c) => {
    const asked = c.req.valid('json');
    if (!(await waitForSent(c, parts.readModels))) c.header('Read-Model-Stale', 'true');
    const now = asked.at === undefined ? clock.now() : Date.parse(asked.at);
    return c.json(await quoteOf(parts, asked, now), 200);
  });
}
