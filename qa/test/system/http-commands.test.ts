/** What the public interface promises of commands, on the services as they run: versions, repeats, unique values. */
import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createProduct, euros, historyOf, newSku, type Sent, send, stockedProduct } from './shop.ts';
import { systemOfTests } from './system.ts';

const system = systemOfTests();
const products = '/api/products';
const patch = (id: string, body: object, headers?: Record<string, string>) =>
  send(system.product, 'PATCH', `${products}/${id}`, body, headers);

describe('ETag and If-Match', () => {
  test('a change names the version that it is of', async () => {
    const { id } = await createProduct(system);
    const path = `${products}/${id}`;
    expect(await patch(id, { name: 'B' })).toMatchObject({ status: 428, body: { code: 'version-required' } });
    const changed = await patch(id, { name: 'B' }, { 'If-Match': '"1"' });
    expect(changed).toMatchObject({ status: 200, body: { name: 'B', version: 2 } });
    expect(changed.headers.get('ETag')).toBe('"2"');
    const stale = { status: 412, body: { code: 'version-stale' } };
    expect(await patch(id, { name: 'C' }, { 'If-Match': '"1"' })).toMatchObject(stale);
    expect(await send(system.product, 'DELETE', path, undefined, { 'If-Match': '"1"' })).toMatchObject(stale);
    expect(
      await send(system.product, 'POST', `${path}/price`, { price: euros(1) }, { 'If-Match': '"1"' }),
    ).toMatchObject(stale);
    expect(await patch(id, { name: 'C' }, { 'If-Match': '"2", "3"' })).toMatchObject({ status: 400 });
    for (const [name, version, tag] of [
      ['C', 3, 'W/"2"'],
      ['D', 4, '*'],
    ] as const)
      expect(await patch(id, { name }, { 'If-Match': tag })).toMatchObject({
        status: 200,
        body: { version },
      });
  });

  test('of ten changes to one version, one is made', async () => {
    const { id } = await stockedProduct(system);
    const put = (quantity: number) =>
      send(
        system.inventory,
        'PUT',
        `/api/inventories/${id}`,
        { quantity, reason: 'count' },
        { 'If-Match': '"1"' },
      );
    const answers = await Promise.all(Array.from({ length: 10 }, (_, n) => put(20 + n)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(9).fill(412)]);
    const made = answers.find(({ status }) => status === 200);
    const { body } = await send(system.inventory, 'GET', `/api/inventories/${id}?minVersion=2`);
    expect(body).toMatchObject({ onHand: made?.body.onHand, version: 2 });
  });

  test('what is read has the ETag to change it with, and is not sent again', async () => {
    const { id } = await createProduct(system);
    const read = await send(system.product, 'GET', `${products}/${id}`);
    const etag = read.headers.get('ETag') ?? '';
    expect(etag).toBe('"1"');
    const again = await send(system.product, 'GET', `${products}/${id}`, undefined, {
      'If-None-Match': etag,
    });
    expect(again).toMatchObject({ status: 304, body: '' });
    expect((await patch(id, { name: 'B' }, { 'If-Match': etag })).status).toBe(200);
  });
});

describe('Idempotency-Key', () => {
  const product = () => ({ sku: newSku(), name: 'Mug', price: euros(1) });
  const post = (path: string, body: unknown, key: string) =>
    send(system.product, 'POST', path, body, { 'Idempotency-Key': key });
  /** Everything of an answer but what belongs to the one request. */
  const outcome = ({ status, headers, body }: Sent<unknown>) => ({
    status,
    body,
    ...Object.fromEntries(
      ['Location', 'ETag', 'Event-Position', 'Content-Type'].map((name) => [name, headers.get(name)]),
    ),
  });

  test('a repeat gets the first answer, whatever has happened since', async () => {
    const [body, key] = [product(), randomUUID()];
    const first = await post(products, body, key);
    expect(first.status).toBe(201);
    expect(first.headers.get('Location')).toBe(`${products}/${first.body.id}`);
    expect(first.headers.get('Idempotency-Replayed')).toBeNull();
    await patch(first.body.id, { name: 'B' }, { 'If-Match': '"1"' });
    const again = await post(products, body, key);
    expect(outcome(again)).toEqual(outcome(first));
    expect(again.headers.get('Idempotency-Replayed')).toBe('true');
  });

  test('another body under the same key is refused; the same key elsewhere is another one', async () => {
    const [body, key] = [product(), randomUUID()];
    const { body: created } = await post(products, body, key);
    expect(await post(products, { ...body, name: 'B' }, key)).toMatchObject({
      status: 422,
      body: { code: 'idempotency-key-reused' },
    });
    expect(await post(`${products}/${created.id}/price`, { price: euros(2) }, key)).toMatchObject({
      status: 200,
      body: { version: 2 },
    });
  });

  test('twenty at once: one product, and nobody is told anything else', async () => {
    const [body, key] = [product(), randomUUID()];
    const answers = await Promise.all(Array.from({ length: 20 }, () => post(products, body, key)));
    const created = answers.filter(({ status }) => status === 201);
    const others = answers.filter(({ status }) => status !== 201);
    expect(new Set(created.map(({ body }) => body.id)).size).toBe(1);
    for (const answer of others)
      expect(answer).toMatchObject({ status: 409, body: { code: 'request-in-progress' } });
    expect(outcome(await post(products, body, key))).toEqual(outcome(created[0]!));
    const { body: page } = await send(system.product, 'GET', `${products}?sku=${body.sku}&includeTotal=true`);
    expect(page.total).toBe(1);
  });

  test('a refusal is repeated, too; input that has to be mended is not held against its key', async () => {
    const [body, key] = [product(), randomUUID()];
    await createProduct(system, { sku: body.sku });
    const refused = await post(products, body, key);
    expect(refused).toMatchObject({ status: 409, body: { code: 'sku-taken' } });
    expect(outcome(await post(products, body, key))).toEqual(outcome(refused));
    const [mended, other] = [product(), randomUUID()];
    expect(await post(products, { ...mended, name: '' }, other)).toMatchObject({
      status: 422,
      body: { code: 'validation-failed' },
    });
    expect(await post(products, mended, other)).toMatchObject({ status: 201 });
  });

  test('an adjustment of stock counts once', async () => {
    const { id } = await stockedProduct(system);
    const adjust = () =>
      send(
        system.inventory,
        'POST',
        `/api/inventories/${id}/adjustments`,
        { delta: 5, reason: 'received' },
        { 'Idempotency-Key': 'PO-1042' },
      );
    const answers = [await adjust(), await adjust(), await adjust()];
    expect(answers.map(({ body }) => body.onHand)).toEqual([105, 105, 105]);
    expect(await historyOf(system.inventory, `/api/inventories/${id}`)).toHaveLength(2);
  });
});

test('of two creates of one SKU in two processes, one is made, and the other is told whose it is', async () => {
  const second = await system.another('product');
  for (let round = 0; round < 10; round++) {
    const body = { sku: newSku(), name: 'Mug', price: euros(1) };
    const answers = await Promise.all(
      [system.product, second].map((service) => send(service, 'POST', products, body)),
    );
    const made = answers.find(({ status }) => status === 201);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    const refused = answers.find(({ status }) => status === 409)?.body;
    expect(refused).toMatchObject({ code: 'sku-taken', detail: expect.stringContaining(made?.body.id) });
  }
  expect(await second.stop()).toBe(0);
});
