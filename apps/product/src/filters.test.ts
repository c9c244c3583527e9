/** What the list of products is filtered by. */
import { beforeAll, describe, expect, test } from 'vitest';
import { catalogOfTests, euros, refusal } from '../test/testing.ts';

const { send, created, create, list } = catalogOfTests();
const skus = async (query: string) => {
  const found = await list<{ sku: string }>(`/api/products?sort=sku&${query}`);
  return found.map(({ sku }) => sku);
};

describe('a list of products', () => {
  const ids: Record<string, string> = {};
  beforeAll(async () => {
    const options = { size: ['S', 'M'] };
    const made = [
      await create({ sku: 'CREME-1', name: 'Crème brûlée, Schüssel', category: 'bowls' }),
      await create({ sku: 'MUG-9', name: 'Blue mug', price: { amount: 500, currency: 'CHF' } }),
      await create({ sku: 'OLD-LAMP', name: 'Old lamp' }),
      await create({ sku: 'TEE', name: 'Straßen-Shirt', options }),
    ];
    for (const { sku, id } of made) ids[sku] = id;
    await created(`/api/products/${ids.TEE}/variants`, { sku: 'TEE-M', choices: { size: 'M' } });
    const { headers } = await send('DELETE', `/api/products/${ids['OLD-LAMP']}`, undefined, {
      'If-Match': '*',
    });
    await send('GET', '/api/products', undefined, { 'Event-Position': headers.get('Event-Position') ?? '' });
  });

  test('hides what is archived unless it is asked for', async () => {
    expect(await skus('')).toEqual(['CREME-1', 'MUG-9', 'TEE', 'TEE-M']);
    expect(await skus('status=archived')).toEqual(['OLD-LAMP']);
    expect(await skus('status=active,archived')).toEqual(['CREME-1', 'MUG-9', 'OLD-LAMP', 'TEE', 'TEE-M']);
    expect(await skus('sku=OLD-LAMP')).toEqual([]);
  });

  test('takes several values of a filter, with commas or one by one', async () => {
    expect(await skus(`id=${ids['CREME-1']},${ids['OLD-LAMP']},${ids.TEE}`)).toEqual(['CREME-1', 'TEE']);
    expect(await skus('sku=MUG-9,TEE,NONE')).toEqual(['MUG-9', 'TEE']);
    expect(await skus('sku=MUG-9&sku=TEE')).toEqual(['MUG-9', 'TEE']);
    expect(await skus('currency=CHF,USD')).toEqual(['MUG-9']);
    for (const query of ['id=', 'id=a', 'sku=MUG-9,', 'status=active,gone', 'currency=eur'])
      expect(await send('GET', `/api/products?${query}`)).toEqual(refusal(400, 'malformed-request'));
    const tooMany = `sku=${Array.from({ length: 101 }, (_, n) => `S${n}`)}`;
    expect(await send('GET', `/api/products?${tooMany}`)).toEqual(refusal(400, 'malformed-request'));
  });

  test('leaves out variants, or gives those of some products', async () => {
    expect(await skus('variantOf=null')).toEqual(['CREME-1', 'MUG-9', 'TEE']);
    expect(await skus(`variantOf=${ids.TEE},${ids['MUG-9']}`)).toEqual(['TEE-M']);
    const mixed = await send('GET', `/api/products?variantOf=null,${ids.TEE}`);
    expect(mixed).toEqual(refusal(400, 'malformed-request'));
  });

  test.each([
    ['creme', ['CREME-1']],
    ['CRÈME', ['CREME-1']],
    ['cre\u0300me', ['CREME-1']],
    ['schussel brul', ['CREME-1']],
    ['mug blue', ['MUG-9']],
    ['Blue, Mug', ['MUG-9']],
    ['mug-9', ['MUG-9']],
    ['lue 9', ['MUG-9']],
    ['strassen', ['TEE', 'TEE-M']],
    ['STRAßEN tee-m', ['TEE-M']],
    ['blue lamp', []],
    ['100%', []],
    ['_', []],
    [',', ['CREME-1', 'TEE-M']],
    ['\u0301', []],
  ])('finds %j', async (search, found) => {
    expect(await skus(`search=${encodeURIComponent(search)}`)).toEqual(found);
  });

  test('finds the new name after a change', async () => {
    const { id, sku } = await create({ name: 'Plate' });
    const headers = { 'If-Match': '*' };
    const changed = await send('PATCH', `/api/products/${id}`, { name: 'Tàblett' }, headers);
    await send('GET', `/api/products/${id}?minVersion=${changed.body.version}`);
    expect(await skus('search=tablett')).toEqual([sku]);
    expect(await skus('search=plate')).toEqual([]);
    expect((await send('GET', `/api/products/${id}`)).body).not.toHaveProperty('search');
  });

  test('knows days and times, both ends included', async () => {
    const { sku, createdAt } = await create({ name: 'Dated', price: euros(1) });
    const day = createdAt.slice(0, 'yyyy-mm-dd'.length);
    const dated = (query: string) => skus(`search=dated&${query}`);
    for (const query of [
      `createdFrom=${day}&createdTo=${day}`,
      `createdTo=${createdAt}&updatedFrom=0001-01-01`,
    ])
      expect(await dated(query)).toEqual([sku]);
    const later = new Date(Date.parse(createdAt) + 1).toISOString();
    for (const query of [
      `createdFrom=${later}`,
      'createdTo=2020-12-31',
      'updatedFrom=9999-12-31T23:59:59-14:00',
    ])
      expect(await dated(query)).toEqual([]);
    for (const query of ['createdFrom=2026-02-30', 'createdTo=yesterday', 'createdFrom=2026-11-21T10:00'])
      expect(await send('GET', `/api/products?${query}`)).toEqual(refusal(400, 'malformed-request'));
  });
});
