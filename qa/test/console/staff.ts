/** What the shop's staff do every day, on its pages; and each of these pages as it looks. */
import { ok } from '@quickmart/client';
import { until } from '@quickmart/streams/testing';
import { expect, test } from 'vitest';
import { type Console, goTo, inDialog, lookAt, openedBy, personWith } from './console.ts';

type Place = (quantity: number) => Promise<{ id: string; number: string | null }>;

export function staffOf(at: Console, place: Place): void {
  test('a product: refused at its fields, created, changed, given another price, archived, and restored', async () => {
    const page = await openedBy(at, '/catalog');
    await page.getByRole('link', { name: 'New product' }).click();
    await page.getByLabel('SKU').fill('not a sku');
    await page.getByLabel('Price', { exact: true }).fill('12.999');
    await page.getByRole('button', { name: 'Create' }).click();
    await page.locator('.fault').first().waitFor();
    const faulty = page.locator('[aria-invalid]');
    expect(await faulty.evaluateAll((all) => all.map((one) => one.getAttribute('name')))).toEqual([
      'sku',
      'price',
      'name',
    ]);
    expect(await page.evaluate('document.activeElement.name')).toBe('sku');
    await lookAt(page, 'product-refused');
    await page.getByLabel('SKU').fill('TEE');
    await page.getByLabel('Price', { exact: true }).fill('19,99');
    await page.getByLabel('Name').fill('T-shirt');
    await page.getByLabel('Attributes').fill('material: cotton\nweightG: 180');
    await page.getByLabel('Options').fill('size: S, M');
    await page.getByRole('button', { name: 'Create' }).click();
    await page.getByRole('heading', { name: 'T-shirt' }).waitFor();
    await page.getByRole('button', { name: 'Add a variant' }).click();
    await page.getByRole('dialog').getByLabel('SKU').fill('TEE-S');
    await page.getByRole('dialog').getByLabel('size').fill('XXL');
    await inDialog(page, 'Add a variant');
    await page.getByRole('dialog').getByText('The choices do not match').waitFor();
    await page.getByRole('dialog').getByLabel('size').fill('S');
    await inDialog(page, 'Add a variant');
    await page.getByRole('link', { name: 'TEE-S' }).waitFor();
    await page.getByLabel('Description').fill('Soft');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.locator('dd', { hasText: 'Soft' }).waitFor();
    await page.getByRole('button', { name: 'New price' }).click();
    await page.getByRole('dialog').getByLabel('Price', { exact: true }).fill('17.50');
    await inDialog(page, 'New price');
    await page.locator('dd', { hasText: '€17.50' }).waitFor();
    await lookAt(page, 'product');
    // Somebody else changes it while one types.
    const [tee] = (await ok(at.client().GET('/api/products', { params: { query: { sku: ['TEE'] } } }))).data;
    await page.getByLabel('Description').fill('Very soft');
    const params = { path: { id: tee!.id }, header: { 'If-Match': '*' } };
    await ok(at.client().PATCH('/api/products/{id}', { params, body: { description: 'Rough' } }));
    await page.getByText('It has been changed since').waitFor();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByLabel('Description').inputValue()).toBe('Very soft');
    await page.getByRole('button', { name: 'Show it as it is now' }).click();
    await expect.poll(() => page.getByLabel('Description').inputValue()).toBe('Rough');
    const found = await ok(at.client().GET('/api/products', { params: { query: { sku: ['TEE'] } } }));
    expect(found.data[0]).toMatchObject({
      price: { amount: 1750, currency: 'EUR' },
      attributes: { material: 'cotton', weightG: 180 },
      options: { size: ['S', 'M'] },
      variants: [{ sku: 'TEE-S', choices: { size: 'S' } }],
    });
    await page.getByRole('button', { name: 'Archive' }).click();
    await inDialog(page, 'Archive');
    await page.getByRole('button', { name: 'Restore' }).click();
    await inDialog(page, 'Restore');
    await page.getByRole('button', { name: 'Archive' }).waitFor();
    await goTo(page, 'Catalog');
    await page.getByRole('searchbox').fill('shirt');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'T-shirt' }).first().waitFor();
    await lookAt(page, 'catalog');
  });

  test('a file of products: tried, refused line by line, and taken in', async () => {
    const page = await openedBy(at, '/catalog/import');
    const file = 'sku,name,amount,currency\nPLATE,Plate,899,EUR\nnot a sku,Bowl,1,EUR\n';
    const choose = (name: string, text: string) =>
      page
        .getByLabel('File: CSV or NDJSON')
        .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
    const typed = () => page.getByLabel('Or its text').inputValue();
    // As long as the right one, which is chosen after it.
    await choose('wrong.csv', file.replace('PLATE', 'PLANE'));
    await expect.poll(typed).toContain('PLANE');
    await choose('goods.csv', file);
    await expect.poll(typed).toContain('PLATE');
    await page.getByRole('button', { name: 'Import' }).click();
    await page.getByRole('heading', { name: 'What would become of it' }).waitFor();
    await page.getByRole('row', { name: /3 .*refused/ }).waitFor();
    await lookAt(page, 'import');
    await page.getByLabel('Only try it').uncheck();
    await page.getByRole('button', { name: 'Import' }).click();
    await page.getByText('1 created, 1 refused').waitFor();
  });

  test('stock: adjusted with a reason, refused below what is reserved, and found where it is low', async () => {
    const page = await openedBy(at, '/stock');
    const row = page.getByRole('row', { name: 'MUG-BLUE' });
    await row.getByRole('button', { name: 'Adjust' }).click();
    await page.getByLabel('Difference').fill('-1000');
    await page.getByLabel('Reason').selectOption('damaged');
    await inDialog(page, 'Adjust');
    await page.getByRole('dialog').getByText('Not enough stock').waitFor();
    await page.getByLabel('Difference').fill('many');
    await inDialog(page, 'Adjust');
    await page.getByRole('dialog').locator('.fault').waitFor();
    await lookAt(page, 'stock-refused');
    await page.getByLabel('Difference').fill('500');
    await page.getByLabel('Reason').selectOption('received');
    await page.getByLabel('Reference').fill('PO-1042');
    await inDialog(page, 'Adjust');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await row.getByRole('link').click();
    await page.getByText('Stock adjusted').click();
    await page.getByText('"reference": "PO-1042"').waitFor();
    await lookAt(page, 'stock-of-one');
    await goTo(page, 'Stock');
    await lookAt(page, 'stock');
    await page.getByLabel('Level').selectOption('low');
    await page.getByText('No stock is like this.').waitFor();
  });

  test('prices: a promotion with its codes, a tax rate, a shipping method, and what a basket costs by them', async () => {
    const page = await openedBy(at, '/promotions/new');
    await page.getByLabel('Name').fill('Summer sale');
    await page.getByLabel('Per cent').fill('110');
    await page.getByRole('button', { name: 'Add a condition' }).click();
    await page.getByLabel('From', { exact: true }).first().fill('10');
    await page.getByRole('button', { name: 'Create' }).click();
    await page.locator('.field', { hasText: 'Per cent' }).locator('.fault').waitFor();
    await lookAt(page, 'promotion-refused');
    await page.getByLabel('Per cent').fill('10');
    await page.getByRole('button', { name: 'Create' }).click();
    await page.getByRole('heading', { name: 'Summer sale' }).waitFor();
    await page.getByText('from €10.00').waitFor();
    await page.getByRole('button', { name: 'Give out codes' }).click();
    await page.getByRole('dialog').getByLabel('Code').fill('SUMMER10');
    await inDialog(page, 'Give out codes');
    await page.getByRole('cell', { name: 'SUMMER10' }).waitFor();
    await page.getByRole('button', { name: 'Give out codes' }).click();
    await page.getByLabel('Which').selectOption('batch');
    await page.getByLabel('How many').fill('3');
    await page.getByLabel('They begin with').fill('gift-');
    await inDialog(page, 'Give out codes');
    await page.getByText('The 3 new codes').waitFor();
    await lookAt(page, 'promotion');
    await goTo(page, 'Tax rates');
    await page.getByRole('button', { name: 'New tax rate' }).click();
    await page.getByLabel('Country').fill('DE');
    await page.getByLabel('Per cent').fill('19');
    await inDialog(page, 'New tax rate');
    await page.getByRole('cell', { name: '19', exact: true }).waitFor();
    await lookAt(page, 'taxes');
    await goTo(page, 'Shipping');
    await page.getByRole('button', { name: 'New method' }).click();
    await page.getByLabel('Key').fill('standard');
    await page.getByLabel('Name').fill('Standard');
    await page.getByLabel('It costs', { exact: true }).fill('4.90');
    await lookAt(page, 'shipping-method');
    await inDialog(page, 'New method');
    await page.getByRole('cell', { name: 'everywhere: €4.90' }).waitFor();
    await lookAt(page, 'shipping');
    await goTo(page, 'Try a basket');
    await page.getByLabel('SKU').fill('MUG-BLUE');
    await page.getByLabel('Quantity').fill('2');
    await page.getByLabel('Coupons').fill('SUMMER10, NONE');
    await page.getByLabel('Country').fill('DE');
    await page.getByLabel('Shipping method').fill('standard');
    // Right after they were set, the copies of the rules may be a moment behind.
    await until('the rules hold', async () => {
      await page.getByRole('button', { name: 'What does it cost?' }).click();
      await page.getByRole('heading', { name: /^It costs/ }).waitFor();
      return (await page.getByRole('heading', { name: 'It costs €28.28' }).count()) === 1;
    });
    await page.getByText('NONE: coupon unknown').waitFor();
    await lookAt(page, 'basket');
    await goTo(page, 'Coupons');
    await page.getByRole('searchbox').fill('summer10');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Take back' }).click();
    await inDialog(page, 'Take back');
    await page.getByText('disabled', { exact: true }).last().waitFor();
    await lookAt(page, 'coupons');
    await goTo(page, 'Promotions');
    await page.getByRole('link', { name: 'Summer sale' }).click();
    await page.getByRole('button', { name: 'Pause' }).click();
    await inDialog(page, 'Pause');
    await page.getByRole('button', { name: 'Make active' }).waitFor();
    await goTo(page, 'Promotions');
    await page.getByRole('searchbox').fill('winter');
    await page.keyboard.press('Enter');
    await page.getByText('No promotion is like this.').waitFor();
    await page.getByRole('searchbox').fill('summer');
    await page.keyboard.press('Enter');
    await page.getByRole('row', { name: /Summer sale.*paused/ }).waitFor();
    await lookAt(page, 'promotions');
  });

  test('an order is picked, packed, dispatched and delivered; then some of its money is given back', async () => {
    const { id, number } = await place(2);
    const page = await openedBy(at, '/shipments');
    const row = page.getByRole('row', { name: number ?? id });
    await row.getByRole('button', { name: 'Pack' }).click();
    await page.getByLabel('Blue mug').fill('3');
    await inDialog(page, 'Pack');
    await page.getByRole('dialog').getByRole('alert').waitFor();
    await page.getByLabel('Blue mug').fill('2');
    await inDialog(page, 'Pack');
    await row.waitFor({ state: 'detached' });
    await lookAt(page, 'shipments');
    await page.getByLabel('Step').selectOption('packed');
    await page.getByRole('link', { name: /…/ }).first().click();
    await page.getByRole('button', { name: 'Dispatch' }).click();
    await page.getByLabel('Tracking number').fill('JD014');
    await inDialog(page, 'Dispatch');
    await page.getByRole('button', { name: 'Delivered' }).click();
    await inDialog(page, 'Delivered');
    await page.locator('.page-head .status', { hasText: 'delivered' }).waitFor();
    await lookAt(page, 'shipment');
    await goTo(page, 'Shipments');
    await page.getByLabel('Step').selectOption('in-transit');
    await page.getByRole('searchbox').fill('JD014');
    await page.keyboard.press('Enter');
    await page
      .getByRole('row', { name: /JD014.*delivered/ })
      .getByRole('link')
      .first()
      .click();
    await page.getByRole('link', { name: 'Its order' }).click();
    await page.locator('.page-head .status', { hasText: 'completed' }).waitFor();
    await page.getByRole('button', { name: 'Refund' }).click();
    await page.getByLabel('Blue mug: how many of 2').fill('1');
    expect(await page.getByLabel('Amount', { exact: true }).inputValue()).toBe('12.99');
    await page.getByLabel('Amount', { exact: true }).fill('99');
    await inDialog(page, 'Refund');
    await page.getByRole('dialog').getByText('The refund is larger than what is left').waitFor();
    await lookAt(page, 'refund');
    await page.getByLabel('Amount', { exact: true }).fill('12.99');
    await page.getByLabel('Reason').fill('damaged');
    await inDialog(page, 'Refund');
    await page.getByText('€12.99 given back').click();
    await page.getByText('damaged').waitFor();
    await lookAt(page, 'payment');
    await goTo(page, 'Payments');
    await page.getByRole('row', { name: /captured.*€25.98.*€12.99/ }).waitFor();
    await lookAt(page, 'payments');
    await page.getByLabel('Dispute').selectOption('open');
    await page.getByText('No payment is like this.').waitFor();
  });

  test('an account is found by its address, given a role, logged out everywhere, and locked', async () => {
    const { email } = await personWith(at, 'support');
    const page = await openedBy(at, '/customers');
    await page.getByRole('searchbox').fill(email);
    await page.keyboard.press('Enter');
    await page
      .getByText('Nobody is like this.')
      .or(page.getByRole('link', { name: email }))
      .waitFor();
    await page.getByRole('link', { name: email }).click();
    await page.getByRole('button', { name: 'Roles' }).click();
    await page.getByLabel('stock').check();
    await inDialog(page, 'Roles');
    await page.locator('dd', { hasText: 'stock' }).waitFor();
    await page.getByRole('button', { name: 'End sessions' }).click();
    await inDialog(page, 'End sessions');
    await page.getByText('Sessions ended').waitFor();
    await page.getByRole('button', { name: 'Lock' }).click();
    await inDialog(page, 'Lock');
    await page.locator('.page-head .status', { hasText: 'locked' }).waitFor();
    await lookAt(page, 'customer');
    await page.getByRole('button', { name: 'Unlock' }).click();
    await inDialog(page, 'Unlock');
    await page.locator('.page-head .status', { hasText: 'active' }).waitFor();
    await goTo(page, 'Customers');
    await page.getByRole('link', { name: email }).waitFor();
    await page.getByLabel('Role').selectOption('warehouse');
    await page.getByText('Nobody is like this.').waitFor();
    await page.getByLabel('Role').selectOption('stock');
    await page.getByRole('link', { name: email }).waitFor();
    await lookAt(page, 'customers');
  });
}
