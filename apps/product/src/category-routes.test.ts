/** Categories over HTTP: counted, moved, changed by their own version. */
import { describe, expect, test } from 'vitest';
import { catalogOfTests, refusal } from '../test/testing.ts';
import type { Category, CountedCategory, Product } from './api.ts';

const { send, created, create, list } = catalogOfTests();

describe('categories', () => {
  const category = (key: string, parentId: string | null = null) =>
    created<Category>('/api/categories', { key, name: key.toUpperCase(), parentId });
  const change = (id: string, body: object, etag: string | number = '*') =>
    send('PATCH', `/api/categories/${id}`, body, { 'If-Match': etag === '*' ? etag : `"${etag}"` });

  test('count their products and those below them, wherever they are moved', async () => {
    const top = await category('c-top');
    const middle = await category('c-middle', top.id);
    const bottom = await category('c-bottom', middle.id);
    for (const key of ['c-top', 'c-bottom', 'c-bottom', 'c-elsewhere']) await create({ category: key });
    const archived = await create({ category: 'c-bottom' });
    await send('DELETE', `/api/products/${archived.id}`, undefined, { 'If-Match': '"1"' });
    expect((await send('GET', `/api/products/${archived.id}?minVersion=2`)).body.status).toBe('archived');
    const counts = async () => {
      const rows = await list<CountedCategory>('/api/categories?sort=key&limit=100');
      const own = rows.filter(({ key }) => key.startsWith('c-'));
      return Object.fromEntries(
        own.map(({ key, products, productsBelow }) => [key, [products, productsBelow]]),
      );
    };
    expect(await counts()).toEqual({ 'c-top': [1, 3], 'c-middle': [0, 2], 'c-bottom': [2, 2] });
    const below = async (key: string) =>
      (await list<Product>(`/api/products?category=${key}&subcategories=true&status=active`)).length;
    expect([await below('c-top'), await below('c-middle'), await below('c-elsewhere')]).toEqual([3, 2, 1]);

    const moved = await change(bottom.id, { parentId: null }, bottom.version);
    expect(moved).toMatchObject({ status: 200, body: { parentId: null, name: 'C-BOTTOM' } });
    expect(moved.headers.get('ETag')).toBe(`"${moved.body.version}"`);
    await send('GET', `/api/categories/${bottom.id}?minVersion=${moved.body.version}`);
    expect(await counts()).toEqual({ 'c-top': [1, 1], 'c-middle': [0, 0], 'c-bottom': [2, 2] });
  });

  test('are read as they were answered, and changed by their own version', async () => {
    const one = await category('v-one');
    await category('v-two');
    expect((await send('GET', `/api/categories/${one.id}`)).body).toEqual(one);
    const renamed = await change(one.id, { name: 'One' }, one.version);
    expect(renamed.status).toBe(200);
    const path = `/api/categories/${one.id}?minVersion=${renamed.body.version}`;
    expect((await send('GET', path)).body).toEqual(renamed.body);
    expect(await change(one.id, { name: 'Uno' }, one.version)).toEqual(refusal(412, 'version-stale'));
    expect(await send('PATCH', `/api/categories/${one.id}`, { name: 'Uno' })).toEqual(
      refusal(428, 'version-required'),
    );
    expect(await list(`/api/categories?key=v-one`)).toMatchObject([{ id: one.id, name: 'One', products: 0 }]);
  });

  test('two moves that make a cycle together: one is made', async () => {
    const [a, b] = [await category('m-a'), await category('m-b')];
    const answers = await Promise.all([change(a.id, { parentId: b.id }), change(b.id, { parentId: a.id })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers).toContainEqual(refusal(409, 'category-cycle'));
  });

  test('are refused with a key that is taken or a parent that is not there', async () => {
    await category('r-a');
    const answer = await send('POST', '/api/categories', { key: 'r-a', name: 'A' });
    expect(answer).toEqual(refusal(409, 'category-exists'));
    const orphan = { key: 'r-b', name: 'B', parentId: '019a0000-0000-7000-8000-00000000dead' };
    expect(await send('POST', '/api/categories', orphan)).toEqual(refusal(422, 'category-unknown'));
    expect(await send('GET', `/api/categories/${orphan.parentId}`)).toEqual(refusal(404, 'not-found'));
  });
});
