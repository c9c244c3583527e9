/**
 * Who sees what, and what the API refuses them all the same: for each role of identity, from one table. A page or a button is there
 * for the right that it needs, and a request without that right is refused.
 */
import { expect, test } from 'vitest';
import { type Role, roles } from '../../../apps/identity/src/roles.ts';
import { type Console, openedBy, personWith } from './console.ts';

const id = '019a0000-0000-7000-8000-0000000000ee';
type Ask = readonly [method: string, path: string];
/** A page of the navigation, the right that it needs, and a request that needs it, too. */
const pages: readonly { label: string; path: string; scope?: string; ask?: Ask }[] = [
  { label: 'Overview', path: '/' },
  { label: 'Orders', path: '/orders', scope: 'orders:read', ask: ['GET', `/api/orders/${id}/timeline`] },
  { label: 'Shipments', path: '/shipments', scope: 'deliveries:read', ask: ['GET', '/api/shipments'] },
  {
    label: 'Payments',
    path: '/payments',
    scope: 'payments:read',
    ask: ['GET', `/api/payments/${id}/attempts`],
  },
  { label: 'Customers', path: '/customers', scope: 'users:read', ask: ['GET', '/api/users'] },
  { label: 'Catalog', path: '/catalog' },
  { label: 'Stock', path: '/stock', scope: 'stock:read', ask: ['GET', `/api/inventories/${id}/history`] },
  { label: 'Promotions', path: '/promotions', scope: 'pricing:read', ask: ['GET', '/api/promotions'] },
  { label: 'Coupons', path: '/coupons', scope: 'pricing:read', ask: ['GET', '/api/coupons'] },
  { label: 'Tax rates', path: '/taxes', scope: 'pricing:read', ask: ['GET', `/api/tax-rates/${id}/history`] },
  {
    label: 'Shipping',
    path: '/shipping',
    scope: 'pricing:read',
    ask: ['GET', `/api/shipping-methods/${id}/history`],
  },
  {
    label: 'Consumers',
    path: '/consumers',
    scope: 'operate',
    ask: ['GET', '/api/operations/order/consumers'],
  },
  {
    label: 'Read models',
    path: '/read-models',
    scope: 'operate',
    ask: ['GET', '/api/operations/order/read-models'],
  },
];
/** What changes something: where it is, what it is called there, the right, and the request. */
const changes: readonly { path: string; name: string; scope: string; ask: Ask }[] = [
  { path: '/catalog', name: 'New product', scope: 'products:write', ask: ['POST', '/api/products'] },
  {
    path: '/stock',
    name: 'Adjust',
    scope: 'stock:write',
    ask: ['POST', `/api/inventories/${id}/adjustments`],
  },
  { path: '/promotions', name: 'New promotion', scope: 'pricing:write', ask: ['POST', '/api/promotions'] },
  { path: '/taxes', name: 'New tax rate', scope: 'pricing:write', ask: ['PUT', '/api/tax-rates'] },
  { path: '/shipping', name: 'New method', scope: 'pricing:write', ask: ['PUT', '/api/shipping-methods'] },
  {
    path: '/shipments',
    name: 'Pack',
    scope: 'deliveries:write',
    ask: ['POST', `/api/orders/${id}/shipments`],
  },
  { path: '/orders/{order}', name: 'Ship', scope: 'orders:write', ask: ['POST', `/api/orders/${id}/ship`] },
  {
    path: '/payments/{payment}',
    name: 'Refund',
    scope: 'payments:write',
    ask: ['POST', `/api/payments/${id}/refund`],
  },
  { path: '/customers/{user}', name: 'Roles', scope: 'users:write', ask: ['PUT', `/api/users/${id}/roles`] },
];

const has = (role: Role, scope: string | undefined) => {
  const given: readonly string[] = roles[role];
  return scope === undefined || given.includes(scope) || given.includes('*');
};

/** `ids`: of an order that is confirmed, and of a payment of which something is captured. */
export function rolesOf(at: Console, ids: () => { order: string; payment: string }): void {
  test.each(Object.keys(roles) as Role[])('%s sees and may do what the role is for', async (role) => {
    const person = await personWith(at, role);
    const page = await openedBy(at, '/', person);
    const labels = await page.getByRole('navigation').getByRole('listitem').allInnerTexts();
    const known = pages.map(({ label }) => label);
    expect(labels.filter((label) => known.includes(label))).toEqual(
      pages.filter(({ scope }) => has(role, scope)).map(({ label }) => label),
    );
    const answers: Record<string, string> = {};
    const wanted: Record<string, string> = {};
    for (const { ask: [method, path] = [], scope } of [...pages, ...changes]) {
      if (method === undefined || has(role, scope)) continue;
      const headers = { Authorization: `Bearer ${person.token}`, 'If-Match': '*' };
      answers[`${method} ${path}`] = `${(await fetch(at.shop().url + path, { method, headers })).status}`;
      wanted[`${method} ${path}`] = '403';
    }
    expect(answers).toEqual(wanted);

    const hidden = pages.find(({ scope }) => !has(role, scope));
    if (hidden) {
      await go(hidden.path);
      await page.getByText('Your account may not see this page.').waitFor();
    }
    for (const { path, name, scope } of changes) {
      const base = pages.find((one) => one.path !== '/' && path.startsWith(one.path));
      if (!has(role, base?.scope)) continue;
      const { order, payment } = ids();
      await go(path.replace('{order}', order).replace('{payment}', payment).replace('{user}', person.id));
      await expect.poll(() => page.getByText('Loading …').count()).toBe(0);
      const control = page.locator('main').locator('button, a').getByText(name, { exact: true }).first();
      if (has(role, scope)) await control.waitFor();
      else expect([role, name, await control.count()]).toEqual([role, name, 0]);
    }

    /** Without a reload: it would be another log-in of the same session. */
    async function go(path: string) {
      await page.evaluate(
        `history.pushState(null, '', '/console${path}'); dispatchEvent(new PopStateEvent('popstate'))`,
      );
      await page.locator('main h1').waitFor();
    }
  });
}
