/** The console as a test uses it: opened by somebody, looked at, without an error. */
import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ok, type ShopClient } from '@quickmart/client';
import { until } from '@quickmart/streams/testing';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import type { Role } from '../../../apps/identity/src/roles.ts';
import type { browserOfTests } from '../browser.ts';
import type { SmallShop } from '../small-shop.ts';

export type Person = { email: string; password: string };
/** Whoever runs the tests gives what is there once they run. */
export type Console = {
  browser: ReturnType<typeof browserOfTests>;
  shop: () => SmallShop;
  /** May do everything. */
  client: () => ShopClient;
  administrator: Person;
};
/** Somebody looks at the pages: `SCREENSHOTS=<folder>`. */
const folder = process.env.SCREENSHOTS;
const sizes = { desk: { width: 1280, height: 860 }, phone: { width: 390, height: 844 } } as const;
/** Both schemes and both sizes are in two looks; somebody who looks at the pages wants all four. */
const looks = (['desk-light', 'phone-dark', 'desk-dark', 'phone-light'] as const).slice(0, folder ? 4 : 2);

/** `isDown`: a service is, so requests to it may fail. */
export async function openedBy(
  { browser, shop, administrator }: Console,
  path = '/',
  { email, password }: Person = administrator,
  { isDown = false, ...options }: Parameters<typeof browser.opened>[1] & { isDown?: boolean } = {},
): Promise<Page> {
  const page = await browser.opened(`${shop().url}/console${path}`, options);
  const said: string[] = [];
  page.on('console', (message) => {
    // A browser calls it an error when a form is refused, or a service is down.
    const expected = isDown ? /status of (403|409|412|422|502|503)/ : /status of (403|409|412|422)/;
    if (message.type() === 'error' && !expected.test(message.text())) said.push(message.text());
  });
  onTestFinished(() => expect(said).toEqual([]));
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Log in' }).click();
  await page.getByRole('button', { name: 'Log out' }).waitFor();
  return page;
}

/** Somebody new with a role; `token`: what they send to the API. */
export async function personWith(
  { client, shop }: Console,
  role: Role,
): Promise<Person & { id: string; token: string }> {
  const [email, password] = [`${role}-${randomUUID()}@quickmart.example`, 'a password of this test only'];
  await ok(client().POST('/api/accounts', { body: { email, password } }));
  const inbox = await fetch(`${shop().url}/dev/inbox?to=${encodeURIComponent(email)}`);
  const code = /\b\d{6}\b/.exec(await inbox.text())?.[0] ?? '';
  await ok(client().POST('/api/accounts/verify', { body: { email, code } }));
  const user = await until('the account is listed', async () => {
    const { data } = await ok(client().GET('/api/users', { params: { query: { email } } }));
    return data[0];
  });
  const params = { path: { id: user.id }, header: { 'If-Match': '*' } };
  await ok(client().PUT('/api/users/{id}/roles', { params, body: { roles: [role] } }));
  const { accessToken } = await ok(client().POST('/api/sessions', { body: { email, password } }));
  return { email, password, id: user.id, token: accessToken };
}

/** No serious finding, in light and in dark, on a desk and on a phone; nothing is wider than the screen, and nothing is cut off on a phone. */
export async function lookAt(page: Page, name: string): Promise<void> {
  for (const look of looks) {
    const [size, colorScheme] = look.split('-') as [keyof typeof sizes, 'light' | 'dark'];
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize(sizes[size]);
    await page.evaluate('scrollTo(0, 0)');
    if (folder) {
      mkdirSync(folder, { recursive: true });
      await page.screenshot({ path: join(folder, `${name}-${look}.png`) });
    }
    expect(await page.evaluate('document.documentElement.scrollWidth'), name).toBeLessThanOrEqual(
      sizes[size].width,
    );
    if (size === 'phone') expect(await cutOff(page), name).toEqual([]);
    expect(await seriousOf(page), `${name}, ${look}`).toEqual([]);
  }
  await page.setViewportSize(sizes.desk);
}

/** What is shown only in part: tables that have to be scrolled sideways, and cells that end in dots. */
export const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(`[...document.querySelectorAll('.scroll, .list td')]
    .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
    .map((part) => part.ariaLabel ?? part.textContent)`);

async function seriousOf(page: Page): Promise<string[]> {
  if (!(await page.evaluate('"axe" in window'))) {
    // As the tools of a developer do it: no script is added to the page, which its policy would refuse.
    const session = await page.context().newCDPSession(page);
    await session.send('Runtime.evaluate', { expression: axe.source });
    await session.detach();
  }
  const { violations } = (await page.evaluate("axe.run({ resultTypes: ['violations'] })")) as axe.AxeResults;
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

/** In the dialog that is open. */
export const inDialog = (page: Page, name: string) =>
  page.getByRole('dialog').getByRole('button', { name, exact: true }).click();

/** To a page by the navigation. */
export const goTo = (page: Page, name: string) =>
  page.getByRole('navigation').getByRole('link', { name, exact: true }).click();
