import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'node:http';
import { fileURLToPath } from 'node:url';
import { freePort, launch, startRedis, type TestRedis } from '@quickmart/streams/testing';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { capturedLog, type MugService, startMugs } from '../../test/mugs.ts';
import type { Role } from '../process/config.ts';
import { StartError } from '../process/start-error.ts';
import { run } from './run.ts';

const example = fileURLToPath(new URL('../../example/main.ts', import.meta.url));
const throwOnSignal = "process.on('SIGUSR2', () => { throw new Error('boom at redis://:hunter2@host'); })";

let redis: TestRedis;
beforeAll(async () => {
  redis = await startRedis({ appendOnly: true });
});
afterAll(() => redis.stop());

describe('as a process', { timeout: 60_000 }, () => {
  const children: ChildProcess[] = [];
  afterEach(() => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
  });

  function startExample(env: Record<string, string>) {
    const args = ['--import', `data:text/javascript,${encodeURIComponent(throwOnSignal)}`, example];
    const child = launch(process.execPath, args, {
      env: { REDIS_URL: redis.url, AUTH: 'off', PORT: '0', ...env },
    });
    children.push(child);
    const output = { stdout: '', stderr: '' };
    child.stdout!.on('data', (chunk) => {
      output.stdout += chunk;
    });
    child.stderr!.on('data', (chunk) => {
      output.stderr += chunk;
    });
    const exited = once(child, 'close').then(([code]) => ({ code: code as number | null, ...output }));
    const said = async (pattern: RegExp) => {
      for (;;) {
        const match = pattern.exec(output.stdout);
        if (match) return match[1] ?? '';
        await Promise.race([
          once(child.stdout!, 'data'),
          exited.then(({ stderr }) => Promise.reject(new Error(stderr))),
        ]);
      }
    };
    return { child, exited, said };
  }

  async function listening(env: Record<string, string> = {}) {
    const running = startExample(env);
    return { ...running, url: await running.said(/"url":"([^"]+)"/) };
  }

  /** A POST whose second half is sent when the test says so. */
  async function startPost(url: string) {
    const headers = { 'Content-Type': 'application/json', 'Transfer-Encoding': 'chunked' };
    const sent = request(`${url}/api/mugs`, { method: 'POST', headers });
    await new Promise((resolve) => sent.write('{"colour":', resolve));
    const answered = once(sent, 'response').then(([response]) => response.statusCode as number);
    answered.catch(() => undefined);
    return { answered, finish: () => sent.end('"blue"}') };
  }

  test('SIGTERM lets the running request finish, takes no new one, and ends with 0', async () => {
    const { child, exited, url, said } = await listening();
    const post = await startPost(url);
    await arrived(url);
    child.kill('SIGTERM');
    await said(/"stopping"/);
    await expect(fetch(`${url}/livez`)).rejects.toThrow();
    post.finish();
    expect(await post.answered).toBe(201);
    const { code, stdout } = await exited;
    expect(code).toBe(0);
    expect(stdout).toContain('"stopped"');
  });

  test('a second signal ends it at once', async () => {
    const { child, exited, url, said } = await listening();
    await startPost(url);
    await arrived(url);
    child.kill('SIGTERM');
    await said(/"stopping"/);
    child.kill('SIGINT');
    expect((await exited).code).toBe(1);
  });

  test('a port in use is one line that says what to do', async () => {
    const { url } = await listening();
    const { code, stderr } = await startExample({ PORT: new URL(url).port }).exited;
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^mugs: port \d+ on 127\.0\.0\.1 is in use: stop what uses it, or set MUGS_PORT\n$/,
    );
  });

  test('a bad environment is one line that names every variable', async () => {
    const { code, stderr } = await startExample({ PORT: 'abc', ROLE: 'boss' }).exited;
    expect(code).toBe(1);
    expect(stderr).toMatch(/^mugs: PORT="abc": .*; ROLE="boss": .*\n$/);
  });

  test('an error nobody caught is logged without secrets, and ends it', async () => {
    const { child, exited } = await listening();
    child.kill('SIGUSR2');
    const { code, stdout } = await exited;
    expect(code).toBe(1);
    expect(stdout).toContain('boom at redis://:***@host');
  });

  test('a worker answers probes only', async () => {
    const { url } = await listening({ ROLE: 'worker' });
    for (const path of ['/livez', '/readyz', '/metrics']) expect((await fetch(url + path)).status).toBe(200);
    const refused = await fetch(`${url}/api/mugs`);
    expect(refused.status).toBe(404);
    expect(refused.headers.get('content-type')).toBe('application/problem+json');
  });
});

/** A request that was sent after another one has been answered: the other one has long arrived. */
const arrived = async (url: string) => expect((await fetch(`${url}/livez`)).status).toBe(200);

describe('in a process', () => {
  let service: MugService;
  beforeAll(async () => {
    service = await startMugs();
  });
  afterAll(() => service.stop());

  const withRole = async (role: Role) => {
    const calls: string[] = [];
    const note = (call: string) => async () => void calls.push(call);
    const { logger } = capturedLog();
    const consumers = { start: note('start'), stop: note('stop') };
    const config = { host: '127.0.0.1', port: 0, role };
    const close = [note('first'), note('second')];
    const running = await run({ name: 'mugs', config, logger, api: service.api, consumers, close });
    await running.stop();
    await running.stop();
    return calls;
  };

  test('consumers run unless the role is api; everything is closed once, in order', async () => {
    expect(await withRole('all')).toEqual(['start', 'stop', 'first', 'second']);
    expect(await withRole('worker')).toEqual(['start', 'stop', 'first', 'second']);
    expect(await withRole('api')).toEqual(['first', 'second']);
  });

  test('consumers have time to leave in order also where their handlers take too long', async () => {
    const { logger } = capturedLog();
    const config = { host: '127.0.0.1', port: 0, role: 'all' as const };
    const graces: number[] = [];
    const consumers = { start: () => undefined, stop: (graceMs: number) => graces.push(graceMs) };
    const running = await run({ name: 'm', config, logger, api: service.api, consumers });
    await running.stop();
    expect(graces).toEqual([20_000]);
  });

  test('what fails to close does not keep the rest open', async () => {
    const { logger, lines } = capturedLog();
    const closed: string[] = [];
    const config = { host: '127.0.0.1', port: 0, role: 'all' as const };
    const running = await run({
      name: 'm',
      config,
      logger,
      api: service.api,
      leave: () => {
        throw new Error('cannot leave');
      },
      close: [() => Promise.reject(new Error('stuck')), () => closed.push('db')],
    });
    await running.stop();
    await expect(fetch(running.url)).rejects.toThrow();
    expect(closed).toEqual(['db']);
    for (const reason of ['cannot leave', 'stuck']) expect(JSON.stringify(lines)).toContain(reason);
  });

  test('consumers that do not start give the port back', async () => {
    const { logger } = capturedLog();
    const port = await freePort();
    const config = { host: '127.0.0.1', port, role: 'all' as const };
    const consumers = { start: () => Promise.reject(new Error('no groups')), stop: () => undefined };
    await expect(run({ name: 'm', config, logger, api: service.api, consumers })).rejects.toThrow(
      'no groups',
    );
    const running = await run({ name: 'm', config, logger, api: service.api });
    await running.stop();
  });

  // The second one is no name that a name server could be asked for.
  test.each(['203.0.113.1', 'no..such.host'])('HOST=%s is refused clearly', async (host) => {
    const { logger } = capturedLog();
    const started = run({ name: 'm', config: { host, port: 0, role: 'all' }, logger, api: service.api });
    await expect(started).rejects.toThrow(StartError);
  });

  test('headers that are too large are 431, with what every problem has', async () => {
    const { logger } = capturedLog();
    const config = { host: '127.0.0.1', port: 0, role: 'all' as const };
    const own = await run({ name: 'm', config, logger, api: service.api });
    const answer = await fetch(`${own.url}/api/mugs?a=b`, { headers: { 'X-Large': 'x'.repeat(20_000) } });
    const { traceId, detail, ...body } = (await answer.json()) as Record<string, string>;
    expect(body).toMatchObject({ status: 431, code: 'headers-too-large', instance: '/api/mugs' });
    expect(detail).toContain('16 KiB');
    expect(answer.headers.get('X-Correlation-Id')).toBe(traceId);
    await own.stop();
  });

  test('so many requests per second, then 429 with Retry-After; probes are always answered', async () => {
    const { logger, lines } = capturedLog();
    const config = { host: '127.0.0.1', port: 0, role: 'all' as const, rateLimit: 2 };
    const limited = await run({ name: 'm', config, logger, api: service.api });
    const get = (path: string) => fetch(limited.url + path, { headers: { 'X-Correlation-Id': 'mine' } });
    const statuses: number[] = [];
    let answer = await get('/api/mugs');
    for (; answer.status === 200 && statuses.length < 500; answer = await get('/api/mugs'))
      statuses.push(answer.status);
    expect([statuses.length >= 2, answer.status]).toEqual([true, 429]);
    expect(Number(answer.headers.get('Retry-After'))).toBe(1);
    const said = { status: 429, code: 'too-many-requests', instance: '/api/mugs', traceId: 'mine' };
    expect(await answer.json()).toMatchObject(said);
    expect(answer.headers.get('X-Correlation-Id')).toBe('mine');
    for (let n = 0; n < 5; n++) expect((await get('/livez')).status).toBe(200);
    expect(lines.filter(({ msg }) => msg === 'requests are refused').at(0)).toMatchObject({ rateLimit: 2 });
    await limited.stop();
  });

  test('they are counted for the address that the proxies in front say, and not for one that a client makes up', async () => {
    const { logger } = capturedLog();
    const config = { host: '127.0.0.1', port: 0, role: 'all' as const, rateLimit: 1 };
    const statuses = async (trustedProxies: string[], ...forwarded: string[]) => {
      const limited = await run({
        name: 'm',
        config: { ...config, trustedProxies },
        logger,
        api: service.api,
      });
      const said: number[] = [];
      for (const address of forwarded)
        said.push(
          (await fetch(`${limited.url}/api/mugs`, { headers: { 'X-Forwarded-For': address } })).status,
        );
      await limited.stop();
      return said;
    };
    // As the gateway and a load balancer before it send it: the left is the client's, who writes what they like.
    const behind = ['127.0.0.0/8', '10.0.0.0/8'];
    expect(
      await statuses(behind, '203.0.113.1', '203.0.113.2', '9.9.9.9, 203.0.113.1', '203.0.113.2, 10.0.0.7'),
    ).toEqual([200, 200, 429, 429]);
    expect(await statuses([], '203.0.113.1', '203.0.113.2')).toEqual([200, 429]);
  });
});
