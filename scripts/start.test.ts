// The life of `npm start`, with stub services: from nothing to ready, every way to end, and what survives.

import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commandLines } from '../packages/streams/test/servers/command-lines.ts';
import { until } from '../packages/streams/test/servers/until.ts';
import { requirePorts, serveScript } from './services.ts';
import { allGone, execute, redis, type Sandbox, sandbox, start } from './test/sandbox.ts';

const pidOf = (box: Sandbox, name: string) =>
  box.run().children.find((child) => child.name === name)?.pid ?? 0;
const answers = async (port: number) =>
  (await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined))?.ok === true;
const service = (name: string, port: number) => ({
  name,
  port,
  host: '127.0.0.1',
  url: '',
});
const portsAreFree = (box: Sandbox) =>
  requirePorts(Object.entries(box.ports).map(([name, port]) => service(name, port)));

/** One process for all, or one for each. */
const forms = [
  { args: [], names: ['services'] },
  { args: ['--', '--split'], names: ['order', 'product'] },
];

test.each(forms)(
  'npm start $args prints the URLs once, what is killed comes back, Ctrl-C leaves nothing',
  async ({ args, names }) => {
    const box = await sandbox();
    const keyFile = join(box.root, 'key');
    writeFileSync(keyFile, 'key-in-a-file');
    const secrets = { STRIPE_API_KEY: 'key-in-the-environment', CARRIER_API_KEY_FILE: keyFile };
    const npm = execute('npm', ['start', ...args], box.root, secrets);
    await npm.prints(/Ctrl-C +stops everything/);
    for (const port of Object.values(box.ports))
      for (const path of ['', '/swagger', '/openapi.json', '/readyz'])
        expect(npm.output()).toMatch(new RegExp(`http://127.0.0.1:${port}${path}\\s`));
    expect(npm.output().match(/QuickMart is ready/g)).toHaveLength(1);
    expect(npm.output(), 'no colours without a terminal').not.toContain('\u001b[');
    expect(box.log('product')).toContain('"msg":"listening, file:.data/product.sqlite"');

    const victim = names.at(-1)!;
    process.kill(pidOf(box, victim), 'SIGKILL');
    await npm.prints(new RegExp(`${victim} died \\(killed by SIGKILL\\)[\\s\\S]*${victim}: up again`));
    expect(await answers(box.ports.product)).toBe(true);

    const run = box.run();
    expect(run.children.map(({ name }) => name).sort()).toEqual([...names, 'redis'].sort());
    expect(Object.keys(run.services ?? {}).sort()).toEqual(['order', 'product']);
    // For tools, from whatever folder; it may have a password.
    expect(run.databases?.order).toBe(`file:${join(box.root, '.data', 'order.sqlite')}`);
    const { client, administrator } = JSON.parse(
      readFileSync(join(box.root, '.data', 'credentials.json'), 'utf8'),
    );
    expect(run.credentials).toEqual(client);
    expect(client.clientSecret).toMatch(/^[\w-]{32}$/);
    for (const file of ['run.json', 'credentials.json'])
      expect(statSync(join(box.root, '.data', file)).mode & 0o777).toBe(0o600);
    expect(npm.output(), 'secrets are in the file only').not.toContain(client.clientSecret);
    if (process.platform === 'linux') {
      const shown = commandLines(npm.pid).join('\n');
      for (const file of ['start.ts', serveScript, 'redis-server']) expect(shown).toContain(file);
      for (const secret of [client.clientSecret, administrator.password, 'key-in'])
        expect(shown, 'ps shows no secret').not.toContain(secret);
    }
    npm.child.kill('SIGINT');
    expect(await npm.ended).toBe(0);
    expect(allGone(run)).toBe(true);
    expect(existsSync(join(box.root, '.data', 'run.json'))).toBe(false);
    expect(box.log('order')).toContain('stopped in order');
    expect(box.log('redis')).toContain('Redis is now ready to exit');
    await portsAreFree(box);
  },
);

test('what waits for a person stays up, and each command that mends it is named', async () => {
  const box = await sandbox();
  const system = start(box, [], { STUB: 'waits' });
  await system.prints(/the log is another one: `pnpm qa heal --yes`/, 20_000);
  for (const name of ['order', 'product']) await system.prints(new RegExp(`pnpm qa rebuild ${name}`));
  expect(system.output()).not.toContain('is ready');
  expect(system.output().match(/qa heal/g), 'once for all services').toHaveLength(1);
  expect(
    box
      .run()
      .children.map(({ name }) => name)
      .sort(),
  ).toEqual(['redis', 'services']);
  expect(box.run().services).toHaveProperty('order');
  system.child.kill('SIGINT');
  expect(await system.ended).toBe(0);
});

test('data survives a restart and a kill -9 of Redis, and --fresh wipes it', async () => {
  const box = await sandbox();
  const first = start(box);
  await first.prints(/is ready/);
  const { redisUrl = '', credentials } = box.run();
  await redis(redisUrl, 'SET order placed');
  process.kill(pidOf(box, 'redis'), 'SIGKILL');
  await first.prints(/redis: up again/);
  expect(await redis(redisUrl, 'GET order'), 'same port, same data').toBe('placed');
  first.child.kill('SIGTERM');
  expect(await first.ended).toBe(0);

  const second = start(box);
  await second.prints(/is ready/);
  expect(await redis(box.run().redisUrl ?? '', 'GET order')).toBe('placed');
  expect(await redis(box.run().redisUrl ?? '', 'CONFIG GET maxmemory-policy')).toBeDefined();
  expect(box.run().credentials, 'made once').toEqual(credentials);
  second.child.kill('SIGTERM');
  await second.ended;

  const fresh = start(box, ['--fresh']);
  await fresh.prints(/is ready/);
  expect(await redis(box.run().redisUrl ?? '', 'EXISTS order')).toBe(':0');
  expect(box.run().credentials).not.toEqual(credentials);
  fresh.child.kill('SIGTERM');
  expect(await fresh.ended).toBe(0);
});

test('a start that is killed -9 leaves nothing running', async () => {
  const box = await sandbox();
  const running = start(box);
  await running.prints(/is ready/);
  const run = box.run();
  await redis(run.redisUrl ?? '', 'SET order placed');
  running.child.kill('SIGKILL');
  await until('services and Redis are stopped', () => allGone(run));
  await until('run.json is gone', () => !existsSync(join(box.root, '.data', 'run.json')));
  await portsAreFree(box);

  const next = start(box);
  await next.prints(/is ready/);
  expect(await redis(box.run().redisUrl ?? '', 'GET order')).toBe('placed');
  next.child.kill('SIGTERM');
  expect(await next.ended).toBe(0);
});

test('npm killed -9 leaves nothing running', async () => {
  const box = await sandbox();
  const npm = execute('npm', ['start'], box.root);
  await npm.prints(/is ready/);
  const run = box.run();
  npm.child.kill('SIGKILL');
  await until('everything is stopped', () => allGone(run));
});

test.runIf(process.platform === 'linux')(
  'what outlived its start and its guardian is cleared by the next start',
  async () => {
    const box = await sandbox();
    const running = start(box);
    await running.prints(/is ready/);
    const killed = box.run();
    const known = killed.children.map(({ pid }) => pid);
    const children = readFileSync(`/proc/${running.pid}/task/${running.pid}/children`, 'utf8')
      .trim()
      .split(' ')
      .map(Number);
    const guardian = children.filter((pid) => !known.includes(pid));
    expect(guardian).toHaveLength(1);
    for (const pid of [...guardian, running.pid]) process.kill(pid, 'SIGKILL');
    expect(await answers(box.ports.product), 'nobody was there to stop it').toBe(true);

    const next = start(box);
    await next.prints(/left processes behind[\s\S]*is ready/);
    expect(allGone(killed)).toBe(true);
    next.child.kill('SIGTERM');
    expect(await next.ended).toBe(0);
  },
);

test('a second start on the same data says so and leaves the first alone', async () => {
  const box = await sandbox();
  const first = start(box);
  await first.prints(/is ready/);
  const second = start(box, ['--fresh', '--port-offset', '1000']);
  expect(await second.ended).toBe(1);
  expect(second.output()).toMatch(
    /QuickMart already runs on this data \(npm start, pid \d+.*Stop it with Ctrl-C/,
  );
  expect(await answers(box.ports.product)).toBe(true);
  first.child.kill('SIGINT');
  expect(await first.ended).toBe(0);
});

test('an impatient second Ctrl-C does not wait for a service that hangs', async () => {
  const box = await sandbox();
  const running = start(box, [], { STUB: 'hangs' });
  await running.prints(/is ready/);
  const run = box.run();
  running.child.kill('SIGINT');
  await running.prints(/stopping/);
  await new Promise((resolve) => setTimeout(resolve, 1_100)); // sooner, it is the same key press, told twice
  running.child.kill('SIGINT');
  expect(await running.ended).toBe(0);
  expect(allGone(run)).toBe(true);
  expect(box.log('redis')).toContain('Redis is now ready to exit');
});

test('Ctrl-C before everything is ready leaves nothing', async () => {
  const box = await sandbox();
  const running = start(box);
  await running.prints(/starting (order|product)/);
  const run = box.run();
  running.child.kill('SIGINT');
  expect(await running.ended).toBe(0);
  await until('everything is stopped', () => allGone(run));
  await portsAreFree(box);
});

test('a crash of the machine leaves a run.json with pids of others: they are left alone', async () => {
  const box = await sandbox();
  const first = start(box);
  await first.prints(/is ready/);
  const run = box.run();
  first.child.kill('SIGTERM');
  await first.ended;
  const stale = (name: string) => ({ name, pid: process.pid, identity: 'another boot 1' });
  writeFileSync(
    join(box.root, '.data', 'run.json'),
    JSON.stringify({ ...run, owner: stale('npm start'), children: [stale('order')] }),
  );
  const second = start(box);
  await second.prints(/is ready/);
  second.child.kill('SIGTERM');
  expect(await second.ended).toBe(0);
});
