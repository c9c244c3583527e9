import {
  productArchived,
  productCreated,
  productPriceChanged,
  productRestored,
  productUpdated,
  productVariantAdded,
} from '@quickmart/contracts/product/events';
import { registry } from '@quickmart/contracts/registry';
import { shownState } from '@quickmart/service';
import { givenWith } from '@quickmart/streams/given';
import { describe, expect, test } from 'vitest';
import { products, productView } from './catalog.ts';
import {
  addVariant,
  archive,
  changePrice,
  create,
  type ProductState,
  product,
  restore,
  update,
} from './product.ts';

const { given } = givenWith(registry);
const productId = '019a0000-0000-7000-8000-000000000001';
const euros = (amount: number) => ({ amount, currency: 'EUR' });
const input = {
  sku: 'MUG-BLUE-350',
  name: 'Blue mug',
  description: 'Stoneware',
  price: euros(1299),
  category: 'kitchen',
  attributes: { colour: 'blue', volumeMl: 350, dishwasher: true },
  media: [],
  options: {},
};
const created = productCreated({ productId, ...input });
const archived = productArchived({ reason: null });

const none = given(product, []);
const active = given(product, [created]);
const gone = given(product, [created, archived]);
const back = given(product, [created, archived, productRestored({})]);

test('create', () => {
  none.when(() => create(productId, input)).then([created]);
  none
    .when(() => create(productId, { ...input, category: null, attributes: {}, description: '' }))
    .then([productCreated({ productId, ...input, category: null, attributes: {}, description: '' })]);
});

describe('update', () => {
  test('says what is different, and nothing else', () => {
    active
      .when((s) => update(s, { name: 'Mug, blue', description: 'Stoneware' }))
      .then([productUpdated({ changes: { name: 'Mug, blue' } })]);
    active.when((s) => update(s, { category: null })).then([productUpdated({ changes: { category: null } })]);
    back.when((s) => update(s, { name: 'B' })).then([productUpdated({ changes: { name: 'B' } })]);
  });

  test('changes nothing where nothing is different, whatever the order of the attributes', () => {
    const { colour, volumeMl, dishwasher } = input.attributes;
    active.when((s) => update(s, { attributes: { dishwasher, volumeMl, colour } })).then([]);
    active.when((s) => update(s, { name: 'Blue mug' })).then([]);
  });

  test('attributes are replaced as a whole, and 1 is another value than "1"', () => {
    const attributes = { volumeMl: '350' };
    active.when((s) => update(s, { attributes })).then([productUpdated({ changes: { attributes } })]);
  });

  test('is refused', () => {
    none.when((s) => update(s, { name: 'B' })).refuses('not-found');
    gone.when((s) => update(s, { name: 'B' })).refuses('product-archived');
    gone.when((s) => update(s, { name: 'Blue mug' })).refuses('product-archived');
  });
});

describe('changePrice', () => {
  test('keeps the old price in the event', () => {
    const changed = productPriceChanged({ oldPrice: euros(1299), newPrice: euros(0) });
    active.when((s) => changePrice(s, euros(0))).then([changed]);
    given(product, [created, changed])
      .when((s) => changePrice(s, { amount: 0, currency: 'CHF' }))
      .then([productPriceChanged({ oldPrice: euros(0), newPrice: { amount: 0, currency: 'CHF' } })]);
  });

  test('the same price changes nothing', () => {
    active.when((s) => changePrice(s, { currency: 'EUR', amount: 1299 })).then([]);
  });

  test('is refused', () => {
    none.when((s) => changePrice(s, euros(1))).refuses('not-found');
    gone.when((s) => changePrice(s, euros(1))).refuses('product-archived');
  });
});

test('archive and restore: once, and again after each other', () => {
  active.when(archive).then([archived]);
  gone.when(archive).then([]);
  back.when(archive).then([archived]);
  gone.when(restore).then([productRestored({})]);
  active.when(restore).then([]);
  back.when(restore).then([]);
  none.when(archive).refuses('not-found');
  none.when(restore).refuses('not-found');
});

describe('the state', () => {
  const changes = [
    productUpdated({ changes: { name: 'B', attributes: {} } }),
    productPriceChanged({ oldPrice: euros(1299), newPrice: euros(5) }),
    archived,
  ];

  test('as it is shown', () => {
    const { state, version } = given(product, [created, ...changes]);
    expect(productView(shownState(products, state, productId, version))).toEqual({
      id: productId,
      ...input,
      name: 'B',
      attributes: {},
      price: euros(5),
      status: 'archived',
      variants: [],
      variantOf: null,
      choices: {},
      version: 4,
      createdAt: '2026-01-01T00:00:01.000Z',
      updatedAt: '2026-01-01T00:00:04.000Z',
    });
    expect(products.rowOf(null, productId, 0)).toBeUndefined();
  });

  test('without a creation, changes come to nothing', () => {
    expect(given(product, [...changes, productRestored({})]).state).toBeNull();
  });
});

describe('variants', () => {
  const variantId = '019a0000-0000-7000-8000-000000000002';
  const tee = productCreated({
    productId,
    ...input,
    options: { size: ['S', 'M'], colour: ['blue', 'white'] },
  });
  const choices = { size: 'M', colour: 'blue' };
  const added = productVariantAdded({ variantId, sku: 'TEE-M', choices });
  const parent = given(product, [tee]);
  const full = given(product, [tee, added]);
  const events = (state: ProductState, more: object) => {
    const { variant, parent } = addVariant(state, variantId, { sku: 'TEE-M', choices, ...more });
    return [...variant, ...parent];
  };
  const inherited = { productId: variantId, variantOf: productId, ...input, options: undefined };

  test('have what their product has, and what is said otherwise', () => {
    const { options: _, ...same } = inherited;
    const first = productCreated({ ...same, sku: 'TEE-M', name: 'Blue mug, M, blue', choices });
    parent.when((s) => events(s, {})).then([first, added]);
    const own = { name: 'Tee', price: euros(5), attributes: { weightG: 180 } };
    parent
      .when((s) => events(s, own))
      .then([productCreated({ ...same, ...own, sku: 'TEE-M', choices }), added]);
  });

  test('are refused', () => {
    full.when((s) => events(s, { choices: { colour: 'blue', size: 'M' } })).refuses('variant-exists');
    const wrong: object[] = [{}, { size: 'M' }, { ...choices, size: 'XL' }, { ...choices, toString: 'x' }];
    for (const choices of wrong) parent.when((s) => events(s, { choices })).refuses('choices-invalid');
    active.when((s) => events(s, {})).refuses('options-missing');
    none.when((s) => events(s, {})).refuses('not-found');
    given(product, [tee, archived])
      .when((s) => events(s, {}))
      .refuses('product-archived');
  });

  test('stay possible when the options change', () => {
    const more = { size: ['M', 'L'], colour: ['blue', 'white'] };
    full.when((s) => update(s, { options: more })).then([productUpdated({ changes: { options: more } })]);
    for (const options of [{ size: ['M'] }, { ...more, colour: ['white'] }, { ...more, fit: ['slim'] }, {}])
      full.when((s) => update(s, { options })).refuses('options-in-use');
    active.when((s) => update(s, { options: more })).refuses('options-missing');
    active.when((s) => update(s, { options: {} })).then([]);
  });

  test('are shown with their product', () => {
    const { variants, options } = productView(shownState(products, full.state, productId, 2));
    expect(variants).toEqual([{ id: variantId, sku: 'TEE-M', choices }]);
    expect(Object.keys(options)).toEqual(['size', 'colour']);
  });
});
