/** A list of 10,000 rows: it is drawn where one looks, and scrolls. */
import { ok, shopClient } from '@quickmart/client';
import { expect, test } from 'vitest';
import { type Console, openedBy } from './console.ts';

/** Of the rows that are drawn, wherever one is in the list. */
const drawnMax = 80;

export function longListOf(at: Console, rows: number): void {
  test(`a list of ${rows} rows scrolls to its end, and few of them are in the document`, async () => {
    const lines = Array.from(
      { length: rows },
      (_, n) => `LONG-${String(n).padStart(5, '0')},Long list ${n},100,EUR`,
    );
    const body = ['sku,name,amount,currency', ...lines].join('\n');
    const importer = shopClient({ baseUrl: at.shop().url, credentials: at.shop().credentials, retry: false });
    await ok(
      importer.POST('/api/products/import', {
        headers: { 'Content-Type': 'text/csv' },
        body,
        bodySerializer: (text: string) => text,
        parseAs: 'text',
      }),
    );
    const page = await openedBy(at, '/catalog?search=long');
    const drawn = page.locator('tbody tr[data-index]');
    await drawn.first().waitFor();
    const last = () => drawn.last().getAttribute('data-index');
    for (let before = -1; Number(await last()) < rows - 1; ) {
      await page.evaluate('scrollTo(0, document.documentElement.scrollHeight)');
      await expect.poll(async () => Number(await last()), { timeout: 30_000 }).toBeGreaterThan(before);
      before = Number(await last());
      expect(await drawn.count()).toBeLessThan(drawnMax);
    }
    await page.keyboard.press('Home');
    await page.locator('tbody tr[data-index="0"]').waitFor();
  });
}
