/** A real browser for tests: Chromium of this machine, which `npm test` installs where it can. Without one they are left out. */
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest';
import { chromiumOnPath } from '../../scripts/chromium.ts';

/** A page that does not come to its end fails: nothing waits for ever. */
const timeout = 60_000;
const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'];

export function browserOfTests() {
  const executablePath = process.env.QUICKMART_CHROMIUM ?? chromiumOnPath(process.env);
  let browser: Browser | undefined;
  beforeAll(async () => {
    if (executablePath !== undefined) browser = await chromium.launch({ executablePath, args, timeout });
  });
  afterAll(() => browser?.close());

  /** In a browser that nobody has used before; what fails in the page fails the test. */
  async function opened(url: string, options?: BrowserContextOptions): Promise<Page> {
    const context = await browser!.newContext(options);
    const page = await context.newPage();
    page.setDefaultTimeout(timeout);
    const errors: string[] = [];
    page.on('pageerror', (error) => void errors.push(error.message));
    onTestFinished(async () => {
      await context.close();
      expect(errors).toEqual([]);
    });
    await page.goto(url);
    return page;
  }

  return { isThere: executablePath !== undefined, opened };
}
