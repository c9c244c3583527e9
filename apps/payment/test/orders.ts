/** What orders, and the provider by itself, do to the payments of a test's world. */
import { randomUUIDv7 } from 'node:crypto';
import { orderCancelled, orderReturned, shipmentDispatched } from '@quickmart/contracts/order/events';
import { signWebhook } from '@quickmart/service';
import { expect } from 'vitest';
import { euros, type Ids, type World } from './world.ts';

export const cancelled = orderCancelled({ by: 'customer', code: 'customer-request', note: 'ordered twice' });
export const dispatched = shipmentDispatched({
  shipmentId: null,
  lines: null,
  capture: null,
  carrier: 'DHL',
  tracking: '00340434161094',
});
export const returned = (refund: number) =>
  orderReturned({ lines: [], restock: false, refund: euros(refund), shipmentId: null });

export async function authorized(world: World, method: string | null = null): Promise<Ids> {
  const ids = await world.ask({ method });
  await world.until(ids.paymentId, 'PaymentAuthorizedEvent');
  return ids;
}

export async function captured(world: World, method: string | null = null): Promise<Ids> {
  const ids = await authorized(world, method);
  await world.order(ids.orderId, dispatched);
  await world.until(ids.paymentId, 'PaymentCapturedEvent');
  return ids;
}

/** A message of the simulated provider. */
export async function tell(
  world: World,
  type: string,
  object: object,
  id = `evt_${randomUUIDv7()}`,
): Promise<void> {
  const body = JSON.stringify({ id, type, data: { object } });
  const headers = { 'Simulated-Signature': signWebhook('whsec_simulated', Buffer.from(body), Date.now()) };
  expect((await world.send('POST', '/api/webhooks/simulated', body, headers)).status).toBe(200);
}
