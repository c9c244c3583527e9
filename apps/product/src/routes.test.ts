/** Products over HTTP: their variants, and the media that they are shown with. */
import { describe, expect, test } from 'vitest';
import { catalogOfTests, euros, input, refusal } from '../test/testing.ts';
import { limits } from './limits.ts';

const { send, created, create, list } = catalogOfTests();

describe('variants', () => {
  const options = { size: ['S', 'M'], colour: ['blue', 'white'] };
  const choices = { size: 'M', colour: 'blue' };

  test('are products of their own: with a SKU and a price, shown with their product and found by their choices', async () => {
    const parent = await create({
      options,
      category: 'clothes',
      media: [{ url: 'https://example.com/tee.jpg', alt: 'A T-shirt' }],
    });
    const variants = `/api/products/${parent.id}/variants`;
    const variant = await created(variants, { sku: `${parent.sku}-M`, choices, price: euros(1500) });
    expect(variant).toMatchObject({
      sku: `${parent.sku}-M`,
      name: 'Mug, M, blue',
      category: 'clothes',
      price: euros(1500),
      choices,
      variantOf: parent.id,
      options: {},
      variants: [],
      media: parent.media,
      version: 1,
    });
    expect((await send('GET', `/api/products/${variant.id}`)).body).toEqual(variant);
    expect((await send('GET', `/api/products/${parent.id}?minVersion=2`)).body).toMatchObject({
      version: 2,
      options,
      variantOf: null,
      variants: [{ id: variant.id, sku: variant.sku, choices }],
    });
    expect(await list(`/api/products?variantOf=${parent.id}`)).toEqual([variant]);
    expect(await list(`/api/products?variantOf=${parent.id}&attr.size=M`)).toEqual([variant]);
    expect(await list(`/api/products?category=clothes&attr.size=S`)).toMatchObject([{ id: parent.id }]);
  });

  test('cannot be two with the same choices, nor with a SKU that is taken: then nothing is written', async () => {
    const parent = await create({ options });
    const add = (sku: string, more: object = {}, headers = {}) =>
      send('POST', `/api/products/${parent.id}/variants`, { sku, choices, ...more }, headers);
    expect(await add(parent.sku)).toEqual(refusal(409, 'sku-taken'));
    const answers = await Promise.all(Array.from({ length: 5 }, (_, n) => add(`${parent.sku}-${n}`)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409]);
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'variant-exists' });
    const lost = answers.findIndex(({ status }) => status === 409);
    expect(await list(`/api/products?sku=${parent.sku}-${lost}`)).toEqual([]);
    const other = { choices: { ...choices, size: 'S' } };
    expect(await add(`${parent.sku}-S`, other, { 'If-Match': '"1"' })).toEqual(refusal(412, 'version-stale'));
    expect(await add(`${parent.sku}-S`, other, { 'If-Match': '"2"' })).toMatchObject({ status: 201 });
  });
});

test.each([
  'ftp://example.com/a.jpg',
  'javascript:alert(1)',
  'https://',
  'https://user@example.com/a.jpg',
  'https://example.com/a b.jpg',
  'https://example.com/ä.jpg',
  '//example.com/a.jpg',
  `https://example.com/${'a'.repeat(limits.mediaUrlLength)}`,
])('no media at %.40s', async (url) => {
  const { status, body } = await send('POST', '/api/products', input({ media: [{ url, alt: '' }] }));
  expect([status, body.errors[0].pointer]).toEqual([422, '/media/0/url']);
});
