/** For tests: the catalog over HTTP, the real service in this process, on a private Redis and SQLite. */
import { serviceOfTests, type TestService } from '@quickmart/service/testing';
import { expect } from 'vitest';
import type { Product } from '../src/api.ts';
import product from '../src/service.ts';

const textOf = (body: unknown): string => (typeof body === 'string' ? body : JSON.stringify(body));

/** One catalog for all tests of a file. */
export function catalogOfTests() {
  const service = serviceOfTests(product);

  /** A text, such as a file that is imported, is answered with a text. */
  const send: TestService['send'] = async (method, path, body, headers) => {
    const answer = await service.send(method, path, body, headers);
    return typeof body === 'string' ? { ...answer, body: textOf(answer.body) as never } : answer;
  };

  /** Sends bytes as they are. */
  async function raw(method: string, path: string, body: ReadableStream, headers: Record<string, string>) {
    const { body: answered, ...answer } = await service.send(method, path, body, headers);
    return { ...answer, text: textOf(answered) };
  }

  async function created<Body = Product>(path: string, body: object): Promise<Body> {
    const answer = await send<Body>('POST', path, body);
    expect([answer.status, answer.body]).toEqual([201, expect.anything()]);
    // A read of it waits until the lists have it, too.
    await send('GET', answer.headers.get('Location') ?? '');
    return answer.body;
  }

  async function list<Item>(path: string): Promise<Item[]> {
    const { status, body } = await send<{ data: Item[] }>('GET', path);
    expect([status, body]).toEqual([200, expect.anything()]);
    return body.data;
  }

  const create = (more?: object) => created('/api/products', input(more));
  return { send, raw, created, create, list };
}

let made = 0;
export const euros = (amount: number) => ({ amount, currency: 'EUR' });
export const input = (more: object = {}) => ({
  sku: `SKU-${++made}`,
  name: 'Mug',
  price: euros(1299),
  ...more,
});
export const refusal = (status: number, code: string) =>
  expect.objectContaining({ status, body: expect.objectContaining({ code }) });
