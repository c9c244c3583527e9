/**
 * A customer reaches only what is theirs: for every operation that is `ownerOr(…)`, made from the documents. Something of
 * customer A is there; for B it is not (404, as with an id that nobody has), A and staff reach it.
 */
import { randomUUIDv7 } from 'node:crypto';
import {
  type OrderEvents,
  orderConfirmed,
  orderPaymentDeclined,
  orderPaymentRequested,
  orderPlaced,
  plainOrder,
} from '@quickmart/contracts/order/events';
import { type PaymentEvents, paymentRequested } from '@quickmart/contracts/payment/events';
import { type Answer, serviceOfTests, type TestService } from '@quickmart/service/testing';
import type { TokenOf } from '@quickmart/service/testing/issuer';
import { aggregate } from '@quickmart/streams';
import { describe, expect, test, vi } from 'vitest';
import { serviceNames } from '../src/names.ts';
import { documentOf } from '../src/openapi/documents.ts';
import { services } from '../src/services.ts';
import { type Document, type Operation, operationsOf } from './fuzz/document.ts';

const euros = { amount: 100, currency: 'EUR' };
const order = aggregate<null, OrderEvents>({ category: 'order', initial: null, evolve: {} as never });
const payment = aggregate<null, PaymentEvents>({ category: 'payment', initial: null, evolve: {} as never });
const command = () => ({ at: Date.now(), meta: { correlationId: 'test' } });

const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();
const askedFor = (paymentId: string, customerId: string) =>
  orderPaymentRequested({
    paymentId,
    customerId,
    amount: euros,
    paymentMethod: null,
    onDecline: 'wait',
    expiresAt: inAnHour(),
  });

/** Writes something of a customer, as the service does; its id. A service with its first operation for owners enters itself here. */
type Make = (store: TestService['store'], customerId: string, operation: string) => Promise<string>;
const made: Record<string, Make> = {
  async order(store, customerId, operation) {
    const [id, productId] = [randomUUIDv7(), randomUUIDv7()];
    // As the examples of the document have it, and so that it can be cancelled, all or some of it.
    const sku = 'MUG-BLUE-350';
    const line = { productId, sku, name: 'Mug', quantity: 3, unitPrice: euros, lineTotal: euros };
    const placed = orderPlaced(plainOrder({ customerId, lines: [line], total: euros, paymentMethod: null }));
    const paymentId = randomUUIDv7();
    const declined = orderPaymentDeclined({ paymentId, methodNumber: 1, reason: 'card_declined' });
    const events =
      operation === 'payOrder'
        ? [placed, askedFor(paymentId, customerId), declined]
        : [placed, orderConfirmed({})];
    await store.decide(order, id, () => events, command());
    return id;
  },
  async payment(store, customerId) {
    const [paymentId, orderId] = [randomUUIDv7(), randomUUIDv7()];
    const ids = { paymentId, orderId, customerId };
    const expiresAt = inAnHour();
    const asked = { ...ids, amount: euros, paymentMethod: null, provider: 'simulated', expiresAt };
    await store.decide(
      payment,
      paymentId,
      () => [paymentRequested({ ...asked, onDecline: 'cancel' })],
      command(),
    );
    return paymentId;
  },
};

const owned = new Map<string, Operation[]>();
for (const name of serviceNames) {
  const operations = operationsOf(name, await documentOf<Document>(name));
  owned.set(
    name,
    operations.filter(({ access }) => access?.kind === 'owner'),
  );
}
const owning = services.filter(({ name }) => owned.get(name)!.length > 0);

const isItem = ({ path }: Operation) => path.includes('{');
const isList = (one: Operation) => one.method === 'GET' && !isItem(one);
const staff = ({ access }: Operation): TokenOf => ({
  kind: 'client',
  sub: 'till',
  scope: access?.kind === 'owner' ? access.scope : '',
});

describe.each(owning)('the $name service', (definition) => {
  const service = serviceOfTests(definition, { rights: true });
  const operations = owned.get(definition.name)!;
  const [anna, bert] = [randomUUIDv7(), randomUUIDv7()];

  /** `id`: of what it is about. A body is the example of the document, and names Anna where it names a customer. */
  async function send({ method, path, requestBody }: Operation, id: string, who: TokenOf): Promise<Answer> {
    const headers = { ...(await service.issuer.as(who)), 'If-Match': '*' };
    const { example, properties } = requestBody?.content['application/json']?.schema ?? {};
    const whose = properties?.customerId && { customerId: anna };
    const body = requestBody && { ...(example as object), ...whose };
    return await service.send(method, path.replace(/\{\w+\}/, id), body, headers);
  }
  const make = ({ id }: Operation) => made[definition.name]!(service.store, anna, id);
  /** Until whoever may see everything sees it. */
  const seen = async (one: Operation, id: string) =>
    await vi.waitFor(async () => {
      const { status, body } = await send(one, id, staff(one));
      expect([status, isList(one) ? body.data.length > 0 : true]).toEqual([200, true]);
    }, 15_000);

  test.each(operations.filter(isItem))('$id: of somebody else 404; one’s own, and for staff', async (one) => {
    const [id, forStaff] = [await make(one), await make(one)];
    if (one.method === 'GET') await seen(one, id);
    const told = async (asked: string, who: TokenOf) => {
      const { status, body } = await send(one, asked, who);
      return { status, ...body, instance: '', traceId: '' };
    };
    // An id that somebody has tells no more than one that nobody has.
    const none = await told(randomUUIDv7(), { sub: anna });
    expect(none).toMatchObject({ status: 404, code: 'not-found' });
    for (const who of [
      { sub: bert },
      { sub: bert, kind: 'guest' },
      { sub: bert, scope: 'nothing:read' },
    ] as const)
      expect(await told(id, who)).toEqual(none);
    expect((await send(one, id, { sub: anna })).status).toBeLessThan(300);
    expect((await send(one, forStaff, staff(one))).status).toBeLessThan(300);
  });

  test.each(operations.filter(isList))('$id: only what is one’s own', async (one) => {
    const id = await make(one);
    await seen(one, id);
    const listed = async (path: string, who: TokenOf) =>
      (await send({ ...one, path }, '', who)).body.data as { customerId: string }[];
    for (const path of [one.path, `${one.path}?customerId=${anna}`]) {
      expect(await listed(path, { sub: bert })).toEqual([]);
      expect(await listed(path, { sub: bert, kind: 'guest' })).toEqual([]);
    }
    const own = await listed(one.path, { sub: anna });
    expect(new Set(own.map(({ customerId }) => customerId))).toEqual(new Set([anna]));
  });

  const creating = operations.filter((one) => !isItem(one) && !isList(one));
  if (creating.length > 0)
    test.each(creating)('$id: nobody does it for somebody else, but staff', async (one) => {
      expect((await send(one, '', { sub: bert })).body.code).toBe('not-found');
      expect((await send(one, '', { sub: bert, kind: 'guest' })).body.code).toBe('not-found');
      for (const who of [{ sub: anna }, staff(one)]) {
        const { status, body } = await send(one, '', who);
        // It may want something else that is not there: that is asked when they may.
        expect([401, 403, 404]).not.toContain(status);
        expect(body.code).not.toBe('validation-failed');
      }
    });
});
