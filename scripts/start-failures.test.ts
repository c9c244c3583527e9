// What goes wrong before everything runs: one clear line, exit code 1, nothing left behind.

import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { freePort, startSecureRedis } from '../packages/streams/test/servers/index.ts';
import { which } from './apt.ts';
import { requireNode } from './install.mjs';
import { ServiceOutput } from './service-output.ts';
import { listenProblem } from './services.ts';
import { Supervised } from './supervisor.ts';
import { execute, failureOf, redis, type Sandbox, sandbox, start } from './test/sandbox.ts';

const redisServer = which('redis-server', process.env) ?? which('valkey-server', process.env) ?? 'none';

async function listening(
  port: number,
  onConnection: Parameters<typeof createServer>[1] = () => {},
): Promise<Server> {
  const server = createServer(onConnection);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return server;
}

/** A folder that is the whole PATH, with the given scripts in it. */
function pathOf(box: Sandbox, scripts: Record<string, string>) {
  const folder = join(box.root, 'bin');
  mkdirSync(folder);
  for (const [name, script] of Object.entries(scripts)) {
    writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(folder, name), 0o755);
  }
  return folder;
}

test('a port in use', async () => {
  const box = await sandbox();
  await listening(box.ports.order);
  const output = await failureOf(box);
  expect(output).toContain(
    `Port in use: ${box.ports.order} (order). Stop what listens there, or run on other ports`,
  );
  expect(output.trim().split('\n')).toHaveLength(1);
});

/** The least offset that was free for all of the ports a moment ago: `npm start` takes an offset, it cannot be handed sockets. */
async function freeOffset(ports: number[]): Promise<number> {
  for (let offset = 1; offset < 1000; offset++) {
    const problems = await Promise.all(ports.map((port) => listenProblem('127.0.0.1', port + offset)));
    if (problems.every((problem) => problem === undefined)) return offset;
  }
  throw new Error('no free ports');
}

test('--port-offset moves every service', async () => {
  const box = await sandbox();
  await listening(box.ports.order);
  const offset = await freeOffset(Object.values(box.ports));
  const running = start(box, ['--port-offset', String(offset)]);
  await running.prints(/is ready/);
  expect(running.output()).toContain(`http://127.0.0.1:${box.ports.order + offset}/swagger`);
  running.child.kill('SIGTERM');
  expect(await running.ended).toBe(0);
});

test('a service that keeps dying at start: its last words, and Redis does not stay behind', async () => {
  const box = await sandbox();
  const running = start(box, [], { STUB: 'dies' });
  await running.prints(/starting (order|product)/);
  const { redisUrl = '' } = box.run();
  expect(await running.ended).toBe(1);
  expect(running.output()).toMatch(
    /services: ended at every start\. Last: [\s\S]*INITIAL_STOCK must be a number/,
  );
  await expect(redis(redisUrl, 'PING')).rejects.toThrow(/ECONNREFUSED/);
});

test('a service that never gets ready: why, by its own word', async () => {
  const box = await sandbox();
  const output = new ServiceOutput('order', box.root);
  const waits = new Supervised({
    name: 'order',
    file: process.execPath,
    args: ['-e', 'console.log("waiting for the database"); setInterval(() => {}, 1000)'],
    cwd: box.root,
    env: process.env,
    graceMs: 5_000,
    readyMs: 1_500,
    output,
    probe: async () => '/readyz says 503 {"database":"unreachable"}',
    onSpawn: () => {},
    onExit: () => {},
  });
  onTestFinished(() => waits.stop());
  await expect(waits.start()).rejects.toThrow(
    /order: not ready after 1.5 s: \/readyz says 503 {"database":"unreachable"}\. Last: waiting for the database/,
  );
});

test('REDIS_URL where nobody listens, without its password in the message', async () => {
  const box = await sandbox();
  const output = await failureOf(box, [], { REDIS_URL: `redis://app:secret@127.0.0.1:${await freePort()}` });
  expect(output).toMatch(
    /Redis at redis:\/\/app:\*\*\*@127.0.0.1:\d+ cannot be used \(.*ECONNREFUSED.*\): nothing listens there: start Redis/,
  );
  expect(output).not.toContain('secret');
});

test('REDIS_URL that is none', async () => {
  const box = await sandbox();
  expect(await failureOf(box, [], { REDIS_URL: 'localhost:6379' })).toContain(
    'REDIS_URL must look like redis://',
  );
});

test('a Redis at REDIS_URL that is too old', async () => {
  const box = await sandbox();
  const port = await freePort();
  const info = '# Server\r\nredis_version:6.2.14\r\nredis_mode:standalone\r\n';
  await listening(
    port,
    (socket) => void socket.on('data', () => socket.write(`$${info.length}\r\n${info}\r\n`)),
  );
  const output = await failureOf(box, [], { REDIS_URL: `redis://127.0.0.1:${port}` });
  expect(output).toContain(`Redis at redis://127.0.0.1:${port} is 6.2.14: 7.0 or newer is needed.`);
});

test('a Redis at REDIS_URL that wants a password', async () => {
  const box = await sandbox();
  const port = await freePort();
  await listening(
    port,
    (socket) => void socket.on('data', () => socket.write('-NOAUTH Authentication required.\r\n')),
  );
  const output = await failureOf(box, [], { REDIS_URL: `redis://127.0.0.1:${port}` });
  expect(output).toContain(
    'cannot be used (NOAUTH Authentication required.): it wants a password: set REDIS_URL=',
  );
});

test('a Redis at REDIS_URL with a certificate that is not trusted, or asked without TLS', async () => {
  const box = await sandbox();
  const secure = await startSecureRedis();
  onTestFinished(secure.stop);
  const untrusted = await failureOf(box, [], { REDIS_URL: secure.url });
  expect(untrusted).toMatch(/: its certificate is not trusted: set NODE_EXTRA_CA_CERTS to a file with/);
  const plain = await failureOf(box, [], { REDIS_URL: secure.url.replace('rediss:', 'redis:') });
  expect(plain).toContain(': it speaks TLS: write rediss:// in REDIS_URL.');
  for (const output of [untrusted, plain]) expect(output.trim().split('\n'), output).toHaveLength(1);
});

test('a redis-server on PATH that is too old, and nothing else', async () => {
  const box = await sandbox();
  const PATH = pathOf(box, {
    'redis-server': 'echo "Redis server v=6.0.16 sha=00000000:0 malloc=jemalloc bits=64"',
  });
  const output = await failureOf(box, [], { PATH });
  expect(output).toContain('is 6.0.16, too old');
  expect(output).toMatch(/No Redis 7.0 or newer was found\. .*, or start Docker, or set REDIS_URL=/);
});

// Where services are forbidden already, as in a container: elsewhere this would write to /usr/sbin for a moment.
const inDebianContainer =
  process.getuid?.() === 0 &&
  ['/etc/debian_version', '/usr/sbin/policy-rc.d'].every((file) => existsSync(file));

test.runIf(inDebianContainer)('no redis-server, as root on Debian: apt-get installs it', async () => {
  const box = await sandbox();
  const installs = `
echo "$*" >> "$APT_CALLS"
case "$1" in install) [ -e "$APT_CALLS.updated" ] || exit 100; /bin/ln -s ${redisServer} "$PATH/redis-server";; update) : > "$APT_CALLS.updated";; esac`;
  const calls = join(box.root, 'calls');
  const running = start(box, [], { PATH: pathOf(box, { 'apt-get': installs }), APT_CALLS: calls });
  await running.prints(/installing it with apt-get[\s\S]*is ready/);
  expect(
    readFileSync(calls, 'utf8')
      .trim()
      .split('\n')
      .map((call) => call.split(' ')[0]),
  ).toEqual(['install', 'update', 'install']);
  running.child.kill('SIGTERM');
  expect(await running.ended).toBe(0);
});

test('no redis-server, but a running Docker', async () => {
  const box = await sandbox();
  const docker = `
case "$1" in version|image) exit 0;; rm) echo "rm $3" >> "$DOCKER_CALLS"; exit 0;; esac
while [ $# -gt 0 ]; do
  case "$1" in
    --publish) published=\${2#127.0.0.1:}; port=\${published%:6379};;
    --volume) folder=\${2%:/data};;
    --name) echo "run $2" >> "$DOCKER_CALLS";;
    redis:8) shift 2; exec ${redisServer} "$@" --port "$port" --dir "$folder" --bind 127.0.0.1;;
  esac
  shift
done`;
  const calls = join(box.root, 'calls');
  const running = start(box, [], { PATH: pathOf(box, { docker }), DOCKER_CALLS: calls });
  await running.prints(/Docker, redis:8[\s\S]*is ready/);
  expect(await redis(box.run().redisUrl ?? '', 'PING')).toBe('+PONG');
  const [removed, run] = readFileSync(calls, 'utf8').trim().split('\n');
  expect(removed?.replace('rm', 'run'), 'one container per data directory').toBe(run);
  running.child.kill('SIGTERM');
  expect(await running.ended).toBe(0);
});

test('a data directory that cannot be written', async () => {
  const box = await sandbox();
  writeFileSync(join(box.root, '.data'), 'a file');
  const running = start(box);
  expect(await running.ended).toBe(1);
  expect(running.output()).toMatch(/\.data cannot be written: it is not a folder\. Make room or give access/);
});

test('wrong options', async () => {
  const box = await sandbox();
  for (const [args, message] of [
    [['--frsh'], /Unknown option '--frsh'.*See `npm start -- --help`/],
    [['--port-offset', 'many'], /--port-offset must be a whole number from 0 to 60000, not many/],
    [['--port-offset', '60001'], /--port-offset must be a whole number from 0 to 60000, not 60001/],
  ] as const) {
    const running = start(box, [...args]);
    expect(await running.ended).toBe(1);
    expect(running.output()).toMatch(message);
  }
});

test('--help answers on a fresh clone, and installs nothing', async () => {
  const box = await sandbox();
  rmSync(join(box.root, 'node_modules'), { recursive: true });
  for (const [args, text] of [
    [['start', '--', '--help'], '--port-offset N'],
    [['run', 'dev', '--', '-h'], 'The system in watch mode'],
  ] as const) {
    const help = execute('npm', [...args], box.root);
    expect(await help.ended, help.output()).toBe(0);
    expect(help.output()).toContain(text);
  }
  expect(existsSync(join(box.root, 'node_modules'))).toBe(false);
});

test('a Node that is too old', () => {
  expect(() => requireNode('18.20.4')).toThrow(/Node 20 or newer is needed to start, this is 18.20.4/);
  expect(() => requireNode('20.0.0')).not.toThrow();
});
