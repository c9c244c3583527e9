// docker-compose.yml, read as data: what must be true of it for the system to come up, and to be nobody else's.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { allServices, variableName, variableOf } from '../packages/service/src/index.ts';
import { composed, databaseOf, keys } from './compose.ts';
import { repository } from './test/sandbox.ts';

type Service = {
  image?: string;
  mem_limit?: string;
  command?: string[];
  ports?: string[];
  volumes?: string[];
  environment?: Record<string, string>;
  secrets?: string[];
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: { test: string[] };
};
type Compose = {
  services: Record<string, Service>;
  volumes: Record<string, unknown>;
  secrets: Record<string, unknown>;
};

const text = readFileSync(join(repository, 'docker-compose.yml'), 'utf8');
const { services, volumes, secrets }: Compose = parse(text, { merge: true });
const all = await allServices();
/** Those with tables, and the one that stands before them. */
const ours = all.filter(({ front }) => front === undefined);
const gateway = all.find(({ front }) => front !== undefined)!;
const backing = Object.keys(services).filter((name) => !all.some((service) => service.name === name));

test('its services are those that there are: where they have changed, `npm run compose` writes them', () => {
  expect(text).toBe(composed(text, all));
});

test('every service is in it, with its own database, its usual port and its settings', () => {
  for (const { name, port, settings = {} } of ours) {
    const service = services[name];
    expect(service?.command).toEqual(['node', 'packages/service/src/serve.ts', name]);
    expect(Object.keys(service?.environment ?? {})).toHaveLength(7 + Object.keys(settings).length);
    expect(service?.ports).toEqual([`127.0.0.1:${port}:3000`]);
    expect(service?.environment?.REDIS_URL).toMatch(/^redis:\/\/:\$\{REDIS_PASSWORD\b.*\}@redis:6379$/);
    const { DATABASE_URL, DATABASE_ADMIN_URL, KEYS_URL, MASTER_KEY_FILE } = service?.environment ?? {};
    expect(KEYS_URL).toContain(`sqlserver://${keys.login}:$`);
    expect(KEYS_URL).toContain(`@mssql:1433/${keys.database}?encrypt=true`);
    expect([MASTER_KEY_FILE, service?.secrets]).toEqual(['/run/secrets/master_key', ['master_key']]);
    const login = `quickmart_${name.replaceAll('-', '_')}`;
    for (const [url, user] of [
      [DATABASE_URL, `${login}:$`],
      [DATABASE_ADMIN_URL, `${login}_change:$`],
    ]) {
      expect(url).toContain(`sqlserver://${user}`);
      expect(url).toContain(`@mssql:1433/${databaseOf(name)}?encrypt=true`);
      // It is made with the logins; nobody may make another one by a misspelt name.
      expect(url).toContain('createDatabase=false');
    }
  }
});

test('the master key comes from .env, as a secret', () => {
  expect(secrets).toEqual({ master_key: { environment: 'MASTER_KEY' } });
  expect(readFileSync(join(repository, '.env.example'), 'utf8')).toMatch(/^MASTER_KEY=$/m);
});

test('the gateway knows where every service answers, and needs no database', () => {
  const { environment = {}, ports, depends_on } = services[gateway.name]!;
  for (const { name } of ours) expect(environment[variableOf(name, 'url')]).toBe(`http://${name}:3000`);
  const variables = Object.keys(gateway.settings ?? {}).map(variableName);
  expect(Object.keys(environment).sort()).toEqual(['REDIS_URL', ...variables].sort());
  expect([ports, depends_on]).toEqual([
    [`127.0.0.1:${gateway.port}:3000`],
    { redis: { condition: 'service_healthy' } },
  ]);
});

test('a dash in the name of a service is none in its login and its database', () => {
  const [one] = ours;
  const file = composed(text, [{ ...one!, name: 'gift-card' }]);
  expect(file).toContain('sqlserver://quickmart_gift_card:');
  expect(file).toContain('@mssql:1433/GiftCardDb?');
  expect(file).toContain('serve.ts, gift-card]');
});

test('services wait until what they need is healthy', () => {
  expect(backing).toEqual(['redis', 'mssql']);
  for (const name of backing) expect(services[name]?.healthcheck?.test.length).toBeGreaterThan(1);
  const healthy = { condition: 'service_healthy' };
  for (const { name } of ours) expect(services[name]?.depends_on).toEqual({ redis: healthy, mssql: healthy });
});

test('ports are published on loopback only', () => {
  const published = Object.values(services).flatMap(({ ports = [] }) => ports);
  expect(published).toHaveLength(Object.keys(services).length);
  expect(published.filter((port) => !port.startsWith('127.0.0.1:'))).toEqual([]);
});

test('events outlive a container and are never evicted', () => {
  const redis = services.redis?.command?.join(' ');
  expect(redis).toContain('--appendonly yes --appendfsync everysec');
  expect(redis).toContain('--maxmemory-policy noeviction');
  expect(redis).toContain('--requirepass ${REDIS_PASSWORD');
  const mounted = backing
    .flatMap((name) => services[name]?.volumes ?? [])
    .map((volume) => volume.split(':')[0]!)
    .filter((volume) => !volume.startsWith('./'));
  expect(mounted).toEqual(Object.keys(volumes));
});

test('SQL Server has a version, a limit of memory, and makes a database and two logins for each service', () => {
  const { mssql } = services;
  expect(mssql?.image).toMatch(/:2022-CU\d+-/);
  expect(mssql?.mem_limit).toBe('3g');
  expect(Number(mssql?.environment?.MSSQL_MEMORY_LIMIT_MB)).toBeLessThan(3 * 1024);
  expect(mssql?.volumes).toContain('./apps:/apps:ro');
  const made = ours.map(({ name }) => {
    const { username, pathname } = new URL(
      (services[name]?.environment?.DATABASE_URL ?? '').replace(/\$\{.*?\}/, 'secret'),
    );
    return `Database=${pathname.slice(1)} Run=${username} Change=${username}_change`;
  });
  made.push(`Database=${keys.database} Run=quickmart_keys Change=${keys.login}`);
  expect(setUp().sort()).toEqual(made.sort());
});

/** What the script asks of SQL Server, database by database. */
function setUp(): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'quickmart-setup-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const stub = join(folder, 'sqlcmd');
  writeFileSync(stub, '#!/bin/sh\necho "$@"\n', { mode: 0o755 });
  const env = { ...process.env, SQLCMD: stub };
  for (const name of ['SA', 'RUN', 'CHANGE']) Object.assign(env, { [`MSSQL_${name}_PASSWORD`]: 'x' });
  const said = execFileSync('bash', ['scripts/mssql/setup.sh'], { cwd: repository, env, encoding: 'utf8' });
  const calls = said.matchAll(/-v (Database=\S+) -v (Run=\S+) -v RunPassword=x -v (Change=\S+) /g);
  return [...calls].map(([, ...words]) => words.join(' '));
}

test('the passwords come from .env alone, must be set there, and no service knows that of sa', () => {
  const example = readFileSync(join(repository, '.env.example'), 'utf8');
  for (const [variable, count] of [
    ['MSSQL_SA_PASSWORD', 1],
    ['MSSQL_RUN_PASSWORD', ours.length + 1],
    ['MSSQL_CHANGE_PASSWORD', 2 * ours.length + 1],
  ] as const) {
    const uses = text.match(new RegExp(`\\$\\{${variable}[^}]*\\}`, 'g')) ?? [];
    expect(uses).toHaveLength(count);
    expect(uses.filter((use) => !use.startsWith(`\${${variable}:?`))).toEqual([]);
    expect(example).toMatch(new RegExp(`^${variable}=$`, 'm'));
  }
  for (const { name } of ours) expect(JSON.stringify(services[name])).not.toContain('MSSQL_SA_PASSWORD');
  expect(readFileSync(join(repository, 'Dockerfile'), 'utf8')).not.toContain('PASSWORD');
});
