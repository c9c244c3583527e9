/** For the tests of verify: a system that is sound, which they break by hand. */
import { DatabaseSync } from 'node:sqlite';
import { keys, partitionOf } from '@quickmart/streams';
import { expect } from 'vitest';
import { type Lab, startLab } from '../src/lab.ts';
import type { Report } from '../src/verify/command.ts';
import { qa, sellMugs, send, storedName } from './testing.ts';

export type Found = Report & { kinds: string[] };
export type Sound = {
  lab: Lab;
  productId: string;
  /** The last of five. */
  orderId: string;
  verify(...args: string[]): Promise<Found>;
  /** Breaks something, looks (at a category only, where that shows it), and mends it. */
  broken(damage: () => Promise<unknown>, mend: () => Promise<unknown>, category?: string): Promise<Found>;
  /** A statement on the file of a service, past the service; `stored` says what a table is called there. */
  sql(service: string, statement: (stored: (table: string) => string) => string): void;
};

export const partitionFor = (id: string) => partitionOf(id, 8);
export const eventsOf = (orderId: string) => keys.events('order', partitionFor(orderId));

/** A product, five orders of it, and nobody who still reads. Whoever has it stops its lab. */
export async function soundSystem(): Promise<Sound> {
  const lab = await startLab();
  const productId = await sellMugs(lab);
  let orderId = '';
  for (let n = 0; n < 5; n++) {
    const body = { customerId: 'ann', lines: [{ productId, quantity: 1 }] };
    ({ id: orderId } = await send(lab, 'order', { method: 'POST', path: '/api/orders', body }));
  }
  await lab.caughtUp();
  for (const { consumers } of lab.services.values()) await consumers.stop();
  const verify: Sound['verify'] = async (...args) => {
    const { code, out } = await qa(lab, 'verify', '--json', ...args);
    const report = JSON.parse(out) as Report;
    expect(code).toBe(report.ok ? 0 : 1);
    return { ...report, kinds: [...new Set(report.findings.map(({ kind }) => kind))].sort() };
  };
  const broken: Sound['broken'] = async (damage, mend, category) => {
    const only = category === undefined ? [] : ['--category', category];
    await damage();
    const report = await verify(...only);
    await mend();
    expect(await verify(...only)).toMatchObject({ ok: true });
    return report;
  };
  const sql: Sound['sql'] = (service, statement) => {
    const database = new DatabaseSync(`${lab.data}/${service}.sqlite`);
    database.exec(statement((table) => storedName(database, table)));
    database.close();
  };
  return { lab, productId, orderId, verify, broken, sql };
}
