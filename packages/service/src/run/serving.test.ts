/** Several services in one process: each has what it would have alone, and they begin and end together. */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { type AddressInfo, connect, createServer } from 'node:net';
import { Transform } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { freePort, launch, startRedis, type TestRedis, until } from '@quickmart/streams/testing';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import type { LogLine } from '../../test/mugs.ts';

const folder = new URL('../../example/', import.meta.url);
const program = `
import mugs from '${new URL('service.ts', folder)}';
import { serve } from '@quickmart/service';
await serve([mugs, { ...mugs, name: 'tea-cups', title: 'Tea cups' }]);
`;
let redis: TestRedis;
beforeAll(async () => {
  redis = await startRedis({ appendOnly: true });
});
afterAll(() => redis.stop());

type Two = { mugs: string; cups: string };

function run(env: Record<string, string>, served = program) {
  const child = launch(process.execPath, ['--input-type=module', '--eval', served], {
    cwd: fileURLToPath(folder),
    env: { REDIS_URL: redis.url, AUTH: 'off', ...env },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const output = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name]!.on('data', (text) => {
      output[name] += text;
    });
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, ...output }));
  return { child, output, ended };
}

async function listening(child: ChildProcess, output: { stdout: string }): Promise<Two> {
  for (;;) {
    const lines = linesOf(output.stdout);
    const urlOf = (name: string) => lines.find(({ msg }) => msg === `${name} is listening`)?.url as string;
    const two = { mugs: urlOf('mugs'), cups: urlOf('tea-cups') };
    if (two.mugs && two.cups) return two;
    await once(child.stdout!, 'data');
  }
}

const linesOf = (text: string): LogLine[] =>
  text.split('\n').flatMap((line) => (line.startsWith('{') ? [JSON.parse(line)] : []));

test('each has its own port, document, metrics and logger; a signal stops both in order', async () => {
  const { child, output, ended } = run({ MUGS_PORT: '0', TEA_CUPS_PORT: '0' });
  const { mugs, cups } = await listening(child, output);
  const titles = [mugs, cups].map(async (url) => {
    const document = await (await fetch(`${url}/openapi.json`)).json();
    return (document as { info: { title: string } }).info.title;
  });
  expect(await Promise.all(titles)).toEqual(['Mugs', 'Tea cups']);
  for (const url of [mugs, cups]) expect((await fetch(`${url}/readyz`)).status).toBe(200);
  const metrics = await (await fetch(`${cups}/metrics`)).text();
  // The process is shown once, by the first of its services: a sum over services is right.
  const all = metrics + (await (await fetch(`${mugs}/metrics`)).text());
  expect(all.match(/^process_cpu_seconds_total\{.*$/gm)).toEqual([
    expect.stringMatching(/^process_cpu_seconds_total\{process="quickmart"\} /),
  ]);
  expect(metrics).toContain('http_request_duration_seconds_bucket{le="5",service="tea-cups"');
  expect(metrics).not.toContain('service="mugs"');

  child.kill('SIGTERM');
  const { code, stdout } = await ended;
  expect(code).toBe(0);
  const warnings = linesOf(stdout).filter(({ msg }) => String(msg).startsWith('rights are not checked'));
  expect(warnings, 'once for both').toMatchObject([{ service: 'quickmart', level: 'warn' }]);
  for (const name of ['mugs', 'tea-cups']) {
    const said = linesOf(stdout).filter(({ service }) => service === name);
    expect(said.map(({ msg }) => msg)).toEqual(
      expect.arrayContaining([`${name} is listening`, 'request', 'stopping', 'stopped']),
    );
  }
});

test('where one cannot start, none stays: exit 1, and a line for each that could not', async () => {
  const taken = await freePort();
  const server = createServer().listen(taken, '127.0.0.1');
  onTestFinished(() => void server.close());
  const { ended } = run({ MUGS_PORT: '0', TEA_CUPS_PORT: String(taken) });
  const { code, stderr } = await ended;
  expect([code, stderr]).toEqual([
    1,
    `tea-cups: port ${taken} on 127.0.0.1 is in use: stop what uses it, or set TEA_CUPS_PORT\n`,
  ]);
});

test('a variable that is for one service is refused, by all that it could be for', async () => {
  const { code, stdout, stderr } = await run({ PORT: '0', LOG_LEVEL: 'loud' }).ended;
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(/^mugs: LOG_LEVEL="loud".*PORT is for one service, .*: set MUGS_PORT\n/);
  expect(stderr).toMatch(/^tea-cups: .*: set TEA_CUPS_PORT\n$/m);
});

test('a front alone seals nothing: it starts without a master key, also where others can reach it', async () => {
  const front = `
import { serve } from '@quickmart/service';
const none = { aggregates: [], readModels: [], routes: [] };
await serve([{ name: 'door', port: 0, title: 'Door', description: '', ...none, front: (_, own) => own }]);
`;
  const { child, output, ended } = run({ AUTH: 'on', HOST: '0.0.0.0' }, front);
  const isListening = () => linesOf(output.stdout).some(({ msg }) => msg === 'door is listening');
  await Promise.race([until(isListening), ended]);
  child.kill('SIGTERM');
  expect(await ended).toMatchObject({ code: 0, stderr: '' });
});

test('a signal during the start: what listens is drained, and what has not begun to listen never does', async () => {
  // What the second one says after its name reaches Redis when the test lets it.
  const open = Promise.withResolvers<void>();
  const closed = Promise.withResolvers<void>();
  const gate = createServer((socket) => {
    const { hostname, port } = new URL(redis.url);
    const upstream = connect(Number(port), hostname).on('error', () => {});
    let said = '';
    const isSecond = () => said.includes('quickmart-tea-cups');
    const held = new Transform({
      async transform(chunk: Buffer, _, pass) {
        said += chunk.toString('latin1'); // a name may come in parts
        if (isSecond()) await open.promise;
        pass(null, chunk);
      },
    });
    socket
      .on('error', () => {})
      .once('close', () => isSecond() && closed.resolve())
      .pipe(held)
      .pipe(upstream)
      .pipe(socket);
  }).listen(0, '127.0.0.1');
  onTestFinished(() => void gate.close());
  await once(gate, 'listening');
  const { child, output, ended } = run({
    MUGS_PORT: '0',
    TEA_CUPS_PORT: '0',
    REDIS_URL: `redis://127.0.0.1:${(gate.address() as AddressInfo).port}`,
  });
  const said = (service: string, msg: string) =>
    linesOf(output.stdout).find((line) => line.service === service && line.msg === msg);
  const heard = async (service: string, msg: string) => {
    while (!said(service, msg)) await once(child.stdout!, 'data');
  };
  await heard('mugs', 'mugs is listening');
  const url = said('mugs', 'mugs is listening')!.url as string;
  const body = JSON.stringify({ colour: 'blue' });
  const headers = {
    'Content-Type': 'application/json',
    'Content-Length': body.length,
    Expect: '100-continue',
  };
  const adding = request(`${url}/api/mugs`, { method: 'POST', headers });
  adding.flushHeaders();
  await once(adding, 'continue');
  child.kill('SIGTERM');
  await heard('mugs', 'stopping');
  open.resolve();
  await Promise.race([closed.promise, heard('tea-cups', 'tea-cups is listening')]);
  adding.end(body);
  const [answer] = (await once(adding, 'response')) as [IncomingMessage];
  expect(answer.resume().statusCode).toBe(201);
  expect((await ended).code).toBe(0);
  expect(said('tea-cups', 'tea-cups is listening')).toBeUndefined();
  expect(said('mugs', 'stopped')).toBeDefined();
});
