import { expect, test } from 'vitest';
import { isForeignWrite } from './cross-site.ts';

const friends = new Set(['https://shop.example']);
const host = 'api.example';
const write = (more: { origin?: string; site?: string; method?: string }) =>
  isForeignWrite({ method: 'POST', host, origin: undefined, site: undefined, ...more }, friends);

test('a page of another site may not write, whatever it sends', () => {
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
    expect(write({ method, origin: 'https://evil.example', site: 'cross-site' })).toBe(true);
    // A subdomain of ours that somebody else has is another site's page, too.
    expect(write({ method, origin: 'https://blog.example', site: 'same-site' })).toBe(true);
    // A browser that does not know Sec-Fetch-Site, a page that hides where it comes from.
    expect(write({ method, origin: 'https://evil.example' })).toBe(true);
    expect(write({ method, origin: 'null' })).toBe(true);
    expect(write({ method, site: 'cross-site' })).toBe(true);
  }
});

test('our own pages, those of CORS_ORIGINS, and programs may', () => {
  expect(write({})).toBe(false);
  expect(write({ origin: 'https://api.example', site: 'same-origin' })).toBe(false);
  expect(write({ origin: 'https://api.example' })).toBe(false);
  expect(write({ site: 'none' })).toBe(false);
  expect(write({ origin: 'https://shop.example', site: 'cross-site' })).toBe(false);
});

test('to read is for everyone: CORS says who sees the answer', () =>
  expect(write({ method: 'GET', origin: 'https://evil.example', site: 'cross-site' })).toBe(false));
