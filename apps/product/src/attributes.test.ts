/** Products are found by their attributes. */
import { describe, expect, test } from 'vitest';
import { catalogOfTests, refusal } from '../test/testing.ts';
import type { Product } from './api.ts';
import { limits } from './limits.ts';

const { send, create, list } = catalogOfTests();

describe('attributes', () => {
  test.each<[query: string, found: number[]]>([
    ['attr.colour=blue', [0, 1]],
    ['attr.colour=Blue', []],
    ['attr.colour=%20blue%20', [0, 1]],
    ['attr.volumeMl=350', [0, 1]],
    ['attr.volumeMl=350.0', [0]],
    ['attr.volumeMl="350"', [1]],
    ['attr.volumeMl=3.5e2&attr.colour=blue', [0]],
    ['attr.dishwasher=true', [0, 2]],
    ['attr.dishwasher="true"', [2]],
    ['attr.dishwasher=false', [1]],
    ['attr.toString=x', []],
    ['attr.a.b-c_d=x', [2]],
    [`attr.note=${'n'.repeat(400)}`, [2]],
    ['attr.colour=blue&minPrice=1299&status=active&category=cups', [0]],
  ])('%.40s', async (query, found) => {
    const group = `found by ${query.slice(0, 60)};`;
    const all = [
      { attributes: { colour: 'blue', volumeMl: 350, dishwasher: true }, category: 'cups' },
      { attributes: { colour: 'blue', volumeMl: '350', dishwasher: false } },
      { attributes: { dishwasher: 'true', 'a.b-c_d': 'x', note: 'n'.repeat(400) } },
    ];
    const ids: string[] = [];
    for (const one of all) ids.push((await create({ ...one, name: group })).id);
    const shown = await list<Product>(
      `/api/products?sort=createdAt&search=${encodeURIComponent(group)}&${query}`,
    );
    expect(shown.map(({ id }) => ids.indexOf(id))).toEqual(found);
  });

  test.each(['attr.finish=matt', 'attr[finish]=matt', 'attr%5Bfinish%5D=matt'])(
    'may be asked for as the document says, or shorter: %s',
    async (query) => {
      const { id } = await create({ attributes: { finish: 'matt' }, category: 'spelling' });
      await create({ attributes: { finish: 'gloss' }, category: 'spelling' });
      const found = await list<{ id: string }>(`/api/products?category=spelling&sort=-createdAt&${query}`);
      expect(found[0]?.id).toBe(id);
    },
  );

  test('are followed by the list when they change', async () => {
    const { id } = await create({ attributes: { glaze: 'matt' } });
    const headers = { 'If-Match': '"1"' };
    await send('PATCH', `/api/products/${id}`, { attributes: { glaze: 'gloss' } }, headers);
    await send('GET', `/api/products/${id}?minVersion=2`);
    expect(await list('/api/products?attr.glaze=matt')).toEqual([]);
    expect(await list('/api/products?attr.glaze=gloss')).toMatchObject([{ id }]);
  });

  test.each([
    'attr.=x',
    'attr.1a=x',
    'attr.colour=',
    'attr=x',
    'attr.colour=a&attr.colour=b',
    'attributes=x',
    `attr.colour=${'x'.repeat(limits.attributeValueLength + 1)}`,
    Array.from({ length: limits.attributeFiltersMax + 1 }, (_, n) => `attr.a${n}=1`).join('&'),
  ])('are not asked for like this: %.40s', async (query) => {
    expect(await send('GET', `/api/products?${query}`)).toEqual(refusal(400, 'malformed-request'));
  });
});
