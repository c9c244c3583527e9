/**
 * The replay as it is run, against the services as they are deployed: one system, in which each scenario trades products of
 * its own, so that all begin with the same stock and must end with the same report.
 */
import { once } from 'node:events';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { end, launch, startRedis } from '@quickmart/streams/testing';
import { expect, onTestFinished, test } from 'vitest';
import { systemOfTests } from '../../test/system/system.ts';
import { qa, rowsOf } from '../../test/testing.ts';
import { type ServiceName, serviceNames } from '../names.ts';
import { node, root } from '../process.ts';
import { sendTokens } from '../tokens.ts';
import type { Report } from './report.ts';

const fixture = join(root, 'qa/fixtures/messy.csv');
const killed: ServiceName[] = ['product', 'inventory', 'order'];
const system = systemOfTests({ apart: killed });

/** The fixture with SKUs and customers of its own. */
function fixtureOf(scenario: string): string {
  const file = join(system.data, `${scenario}.csv`);
  const messy = readFileSync(fixture, 'utf8');
  writeFileSync(file, messy.replaceAll(/\bQA(?=\d|\s)/g, `${scenario}-`));
  return file;
}

/** One order at a time, so that there is a middle to interrupt. */
const argsOf = (file: string, ...more: string[]): string[] => {
  const urls = ['product', 'inventory', 'order'].flatMap((name) => [
    `--${name}`,
    system[name as ServiceName].url,
  ]);
  return ['retail', file, '--json', '--concurrency', '1', ...urls, ...more];
};

async function retail(file: string, ...more: string[]): Promise<Report> {
  const { code, out, err } = await qa(undefined, ...argsOf(file, ...more));
  expect(code, `${out}\n${err}`).toBe(0);
  return JSON.parse(out) as Report;
}

/** In front of the order service: the fourth order is held up there until it may go on. */
async function gate() {
  const [arrived, open, passed] = Array.from({ length: 3 }, () => Promise.withResolvers<void>());
  let orders = 0;
  const server = createServer(async (asked, answer) => {
    const isHeld = asked.method === 'POST' && asked.url === '/api/orders' && ++orders === 4;
    if (isHeld) arrived!.resolve();
    if (isHeld) await open!.promise;
    const { method, headers } = asked;
    const onward = request(system.order.url + asked.url, { method, headers, agent: false }, (response) => {
      answer.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(answer);
    });
    onward.on('error', () => answer.destroy());
    if (isHeld) answer.on('close', () => passed!.resolve());
    asked.pipe(onward);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  sendTokens(`http://127.0.0.1:${port}`, system.tokens);
  const goOn = () => {
    open!.resolve();
    return passed!.promise;
  };
  return { urlOption: ['--order', `http://127.0.0.1:${port}`], arrived: arrived!.promise, goOn };
}

const expected = {
  ok: true,
  lines: { read: 39, refused: 18 },
  products: 9,
  invoices: { orders: 9, takeBack: 2, withoutEffect: 3 },
  result: {
    created: 9,
    orders: { confirmed: 6, shortage: 1, 'taken-back': 2, cancelled: 0, refused: 0, unknown: 0 },
    problems: [],
    stock: {
      products: 9,
      unitsHeld: 6 + 2 + 4 + 1 + 10 + 70 + 13 + 7 + 6 + 5,
      differences: [],
    },
  },
};

test('the stock of every product follows from the orders, and again when they are placed again', async () => {
  const file = fixtureOf('AGAIN');
  expect(await retail(file)).toMatchObject(expected);
  const second = await retail(file);
  expect(second.result).toMatchObject({
    created: 0,
    // 75 of QA105 are gone: neither its 60 nor its 70 can be had again, and there is nothing to take back.
    orders: { confirmed: 5, shortage: 3, 'taken-back': 1 },
    stock: { differences: [] },
  });
});

test('with taxes and shipping, every total is the sum of its parts, and the stock is the same', async () => {
  const { result } = await retail(fixtureOf('PRICED'), '--prices', '--pricing', system.pricing.url);
  expect(result).toEqual(expected.result);
});

test('a day that is recorded, brought into an empty system and rebuilt there has the same rows', async () => {
  const file = join(system.data, 'day.ndjson');
  const at = (redis: string, data: string) => ['--redis', redis, '--data', data];
  const source = at(system.redis.url, system.data);
  expect(await qa(undefined, 'lag', '--wait', '30', ...source)).toMatchObject({ code: 0 });
  expect(await qa(undefined, 'record', file, ...source)).toMatchObject({ code: 0 });
  const [empty, data] = [await startRedis(), mkdtempSync(join(system.data, 'empty-'))];
  onTestFinished(() => empty.stop());
  const copy = at(empty.url, data);
  expect(await qa(undefined, 'import', file, '--yes', ...copy)).toMatchObject({ code: 0 });
  for (const name of serviceNames)
    expect(await qa(undefined, 'rebuild', name, '--create', '--yes', ...copy)).toMatchObject({ code: 0 });
  expect(rowsOf({ data })).toEqual(rowsOf(system));
  for (const at of [source, copy]) expect(await qa(undefined, 'verify', ...at)).toMatchObject({ code: 0 });
});

test.each(killed)('kill -9 of the %s service in the middle changes nothing', async (name) => {
  const { urlOption, arrived, goOn } = await gate();
  const report = retail(fixtureOf(name.toUpperCase()), ...urlOption);
  await arrived;
  await system[name].kill();
  await goOn();
  await system[name].start();
  expect(await report).toMatchObject(expected);
});

test('a run that was killed itself goes on under its name, without a second effect', async () => {
  const [file, { urlOption, arrived }] = [fixtureOf('KILLED'), await gate()];
  const args = ['qa/src/main.ts', ...argsOf(file, '--run', 'interrupted', ...urlOption)];
  const env = { ...process.env, ...system.toolEnv };
  const first = launch(node, args, { cwd: root, env, stdio: 'ignore' });
  await arrived;
  expect(await end(first)).toBe(null);
  const report = await retail(file, '--run', 'interrupted');
  // The import is repeated, too, with its first answer.
  expect(report).toMatchObject(expected);
});

test('services that are not there: exit code 3, and what to do', async () => {
  const args = ['retail', fixture, '--product', 'http://127.0.0.1:9', '--timeout', '1'];
  expect(await qa(undefined, ...args)).toMatchObject({
    code: 3,
    err: expect.stringMatching(/product service .* did not answer .*npm start/),
  });
});
