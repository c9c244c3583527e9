/** Fills the shop of `npm start` with something to look at. Run as: npm run storefront:demo */
import { existsSync, readFileSync } from 'node:fs';
import { shopClient } from '@quickmart/client';
import { coupon, fill } from './fill.ts';

const runFile = new URL('../../.data/run.json', import.meta.url);
if (existsSync(runFile)) {
  const { services, credentials } = JSON.parse(readFileSync(runFile, 'utf8'));
  await fill(shopClient({ baseUrl: services.gateway, credentials }));
  console.info(`There are products now, and a coupon: ${coupon}`);
} else {
  console.error('No shop runs here: `npm start` first, in another terminal.');
  process.exitCode = 1;
}
