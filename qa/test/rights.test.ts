/**
 * Every operation of the merged document says who may use it, and through the gateway it is so: made from the document, so that a
 * new route cannot be forgotten. Rights are checked before anything else is asked, so no Redis and no database is behind these
 * services. What is somebody else's: ownership.test.ts.
 */
import { allServices, assemble, type Fetch, gatewayName, settingsOf } from '@quickmart/service';
import { startIssuer, type TestIssuer } from '@quickmart/service/testing/issuer';
import { redisClient } from '@quickmart/streams';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { run } from '../../packages/service/src/run/run.ts';
import { documentOf } from '../src/openapi/documents.ts';
import { silentLog } from '../src/target.ts';
import { publicOperations } from './public-operations.ts';

type Access = { kind: 'needs' | 'owner' | 'signed-in' | 'open'; scope?: string; why?: string };
type Operation = { operationId: string; method: string; path: string; 'x-access'?: Access };
type Document = { paths: Record<string, Record<string, Omit<Operation, 'method' | 'path'>>> };
/** What everybody reaches beside the operations: probes and documents. */
const probes = ['/livez', '/readyz'];

let issuer: TestIssuer;
let running: Awaited<ReturnType<typeof run>>;
let operations: Operation[];

const operationsIn = ({ paths }: Document): Operation[] =>
  Object.entries(paths)
    .filter(([path]) => !probes.includes(path))
    .flatMap(([path, item]) => Object.entries(item).map(([method, one]) => ({ path, method, ...one })));

/** All services and the gateway before them, in this process, with rights checked. */
beforeAll(async () => {
  issuer = await startIssuer();
  const neighbours = new Map<string, Fetch>();
  for (const { tokenKeys: _, ...definition } of await allServices()) {
    const { fetch } = assemble(definition, {
      redis: redisClient('redis://127.0.0.1:1'),
      logger: silentLog,
      readModels: { projector: {} } as never,
      sealing: {} as never,
      settings: settingsOf(definition, issuer.env),
      neighbours,
    });
    neighbours.set(definition.name, fetch);
  }
  const config = { host: '127.0.0.1', port: 0, role: 'api' } as const;
  running = await run({
    name: 'gateway',
    config,
    logger: silentLog,
    api: { fetch: neighbours.get(gatewayName)! },
  });
  operations = operationsIn((await (await fetch(`${running.url}/openapi.json`)).json()) as Document);
});
afterAll(async () => {
  await running.stop();
  await issuer.stop();
});

type Answer = { status: number; code?: string; scope?: string };
async function send({ method, path }: Operation, headers: Record<string, string> = {}): Promise<Answer> {
  const address =
    running.url +
    path.replace('{service}', 'order').replaceAll(/\{[^}]+\}/g, '019a0000-0000-7000-8000-000000000001');
  const answer = await fetch(address, { method: method.toUpperCase(), headers });
  return { status: answer.status, ...((await answer.json().catch(() => ({}))) as object) };
}

/** Those for which something else is answered, in words that a reader of the failure understands. */
async function failing(
  some: readonly Operation[],
  expected: (one: Operation) => Answer,
  headers: Record<string, string> = {},
): Promise<string[]> {
  const said: string[] = [];
  for (const one of some) {
    const { status, code, scope } = await send(one, headers);
    const wanted = expected(one);
    const isAsWanted =
      status === wanted.status && code === wanted.code && (!wanted.scope || scope === wanted.scope);
    if (!isAsWanted) said.push(`${one.operationId}: ${status} ${code}, not ${wanted.status} ${wanted.code}`);
  }
  return said;
}
const closed = () => operations.filter((one) => one['x-access']?.kind !== 'open');
const scoped = () => closed().filter((one) => one['x-access']?.kind !== 'signed-in');
const forbidden = (one: Operation): Answer => ({
  status: 403,
  code: 'forbidden',
  scope: one['x-access']?.scope ?? '',
});

test('every operation says who may use it, and the merged document has those of all services', async () => {
  expect(operations.length).toBeGreaterThan(50);
  expect(operations.filter((one) => one['x-access'] === undefined)).toEqual([]);
  const definitions = (await allServices()).filter(({ front }) => front === undefined);
  const merged = operations.map(({ operationId }) => operationId);
  for (const { name } of definitions)
    for (const { operationId } of operationsIn(await documentOf(name))) expect(merged).toContain(operationId);
});

test('what is public is on the list, and nothing else', () => {
  const open = operations.filter((one) => one['x-access']?.kind === 'open');
  expect(open.map(({ operationId }) => operationId).sort()).toEqual([...publicOperations].sort());
  for (const one of open) expect(one['x-access']?.why).toMatch(/.{10,}/);
});

test('without a token 401, whatever headers say who asks', async () => {
  const unknown = () => ({ status: 401, code: 'unauthenticated' });
  expect(await failing(closed(), unknown)).toEqual([]);
  const spoofed = {
    'X-Actor': 'user:admin',
    'X-Forwarded-User': 'admin',
    'X-Forwarded-For': '127.0.0.1',
    'X-Original-URL': '/api/products',
    'X-HTTP-Method-Override': 'GET',
  };
  expect(await failing(closed(), unknown, spoofed)).toEqual([]);
});

test('with a token that has expired 401, with a wrong scope 403, which names the right one', async () => {
  const old = await issuer.as({ scope: '*', claims: { exp: 1 } });
  expect(await failing(closed(), () => ({ status: 401, code: 'unauthenticated' }), old)).toEqual([]);
  const stranger = await issuer.as({ kind: 'client', sub: 'stranger', scope: 'nothing:read' });
  expect(await failing(scoped(), forbidden, stranger)).toEqual([]);
});

test('customers and guests reach nothing that is for staff: 403', async () => {
  const forStaff = scoped().filter((one) => one['x-access']?.kind === 'needs');
  for (const kind of ['user', 'guest'] as const)
    expect(await failing(forStaff, forbidden, await issuer.as({ kind, sub: 'somebody' }))).toEqual([]);
});
