/**
 * Every operation of every service says who may use it, and it is so: made from the documents, so that a new route cannot be
 * forgotten. Rights are checked before anything else is asked, so no Redis and no database is behind these services.
 */
import { assemble, settingsOf } from '@quickmart/service';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startIssuer, type TestIssuer } from '../../packages/service/test/issuer.ts';
import { services } from '../src/services.ts';
import { silentLog } from '../src/target.ts';
import { publicOperations } from './public-operations.ts';

type Access = { kind: 'needs' | 'owner' | 'signed-in' | 'open'; scope?: string; why?: string };
type Operation = { operationId: string; 'x-access'?: Access; security?: object[]; responses: object };
type Document = { paths: Record<string, Record<string, Operation>> };
const idle = {
  lazyConnect: true,
  maxRetriesPerRequest: 0,
  autoResendUnfulfilledCommands: false,
  socketTimeout: 1,
};

let issuer: TestIssuer;
beforeAll(async () => {
  issuer = await startIssuer();
});
afterAll(() => issuer.stop());

const probes = ['/livez', '/readyz'];

/** The service with rights checked, and its operations. */
async function opened(name: string) {
  const service = services.find((one) => one.name === name)!;
  const { tokenKeys: _, ...definition } = service;
  const { api } = assemble(definition, {
    redis: new Redis(idle),
    logger: silentLog,
    readModels: { projector: {} } as never,
    sealing: {} as never,
    settings: settingsOf(service, issuer.env),
  });
  const document = (await (await api.request('/openapi.json')).json()) as Document;
  const operations = Object.entries(document.paths)
    .filter(([path]) => !probes.includes(path))
    .flatMap(([path, item]) => Object.entries(item).map(([method, one]) => ({ path, method, ...one })));
  const send = async (method: string, path: string, headers: Record<string, string> = {}) =>
    await api.request(path.replaceAll(/\{[^}]+\}/g, '019a0000-0000-7000-8000-000000000001'), {
      method,
      headers,
    });
  return { operations, send };
}
const names = services.filter(({ front }) => front === undefined).map(({ name }) => name);

test.each(names)('every operation of the %s service says who may use it', async (name) => {
  const { operations } = await opened(name);
  expect(operations.length).toBeGreaterThan(0);
  expect(operations.filter((one) => one['x-access'] === undefined)).toEqual([]);
});

test('what is public is on the list, and nothing else', async () => {
  const all = (await Promise.all(names.map(opened))).flatMap(({ operations }) => operations);
  const open = all.filter((one) => one['x-access']?.kind === 'open');
  expect(open.map(({ operationId }) => operationId).sort()).toEqual([...publicOperations].sort());
  for (const one of open) expect(one['x-access']?.why).toMatch(/.{10,}/);
});

test.each(names)('the %s service: without a token 401, with a wrong scope 403', async (name) => {
  const { operations, send } = await opened(name);
  const stranger = await issuer.as({ kind: 'client', sub: 'stranger', scope: 'nothing:read' });
  const customer = await issuer.as({ kind: 'user', sub: 'stranger' });
  for (const { operationId, method, path, 'x-access': access } of operations) {
    if (access?.kind === 'open') continue;
    const none = await send(method.toUpperCase(), path);
    expect({ operationId, status: none.status }).toEqual({ operationId, status: 401 });
    const spoofed = await send(method.toUpperCase(), path, {
      'X-Actor': 'user:admin',
      'X-Forwarded-User': 'admin',
    });
    expect({ operationId, status: spoofed.status }).toEqual({ operationId, status: 401 });
    if (access?.kind === 'signed-in') continue;
    const refused = await send(method.toUpperCase(), path, stranger);
    expect({ operationId, status: refused.status }).toEqual({ operationId, status: 403 });
    expect(((await refused.json()) as { scope: string }).scope).toBe(access?.scope);
    if (access?.kind === 'needs') expect((await send(method.toUpperCase(), path, customer)).status).toBe(403);
  }
});
