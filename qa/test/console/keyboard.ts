/** The main jobs once without a mouse: one logs in, finds an order, ships it, adjusts stock, and is out of every dialog again. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { type Console, openedBy } from './console.ts';

const nameOfFocus = `(() => {
  const one = document.activeElement;
  return one.getAttribute('aria-label') || [...(one.labels ?? [])].map((l) => l.textContent).join(' ') || one.textContent;
})()`;

/** Moves the focus on until it is there; what is never reached fails. */
async function tabTo(page: Page, name: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const seen: string[] = [];
  for (let step = 0; step < 80; step++) {
    await page.keyboard.press(key);
    const now = String(await page.evaluate(nameOfFocus)).trim();
    if (now === name) return;
    seen.push(now);
  }
  throw new Error(`“${name}” was not reached, but ${seen.join(', ')}`);
}
const press = async (page: Page, name: string) => {
  await tabTo(page, name);
  await page.keyboard.press('Enter');
};

export function keyboardOf(
  at: Console,
  place: (quantity: number) => Promise<{ id: string; number: string | null }>,
): void {
  test('the main jobs are done by the keyboard alone', async () => {
    const { id, number } = await place(1);
    const name = number ?? id;
    const page = await openedBy(at, '/');
    await page.getByRole('heading', { name: 'Orders per minute' }).waitFor();
    await press(page, 'Orders');
    await page.getByRole('heading', { name: 'Orders', exact: true }).waitFor();
    await tabTo(page, 'Number, e-mail address, SKU or id');
    await page.keyboard.type(name);
    await page.keyboard.press('Enter');
    await page.getByRole('row').nth(2).waitFor({ state: 'detached' });
    await page.getByRole('link', { name }).waitFor();
    await press(page, name);
    await page.getByRole('button', { name: 'Ship', exact: true }).waitFor();
    await press(page, 'Ship');
    await page.getByRole('dialog').waitFor();
    // Escape leaves it, and the focus is where it was.
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await page.evaluate(nameOfFocus)).toBe('Ship');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await tabTo(page, 'Tracking number');
    await page.keyboard.type('JD015');
    await page.keyboard.press('Enter');
    await page.locator('.page-head .status', { hasText: 'shipped' }).waitFor();
    await tabTo(page, 'Stock', 'Shift+Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Stock', exact: true }).waitFor();
    await page.getByRole('button', { name: 'Adjust' }).first().waitFor();
    await press(page, 'Adjust');
    await page.getByRole('dialog').waitFor();
    expect(await page.evaluate(nameOfFocus)).toBe('Difference');
    await page.keyboard.type('7');
    await tabTo(page, 'Reason');
    await page.keyboard.press('r');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await tabTo(page, 'Adjust');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });
}
