// docker-compose.yml, read as data: what must be true of it for the system to come up, and to be nobody else's.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { allServices, variableName, variableOf } from '../packages/service/src/index.ts';
import { parseAddress } from '../packages/streams/src/index.ts';
import { composed, databaseOf, keys } from './compose.ts';
import { repository } from './test/sandbox.ts';

type Service = {
  image?: string;
  mem_limit?: string;
  profiles?: string[];
  entrypoint?: string[];
  deploy?: { replicas: string };
  command?: string[];
  ports?: string[];
  volumes?: string[];
  environment?: Record<string, string>;
  secrets?: string[];
  depends_on?: Record<string, { condition: string; required?: boolean }>;
  healthcheck?: { test: string[] };
};
type Compose = {
  services: Record<string, Service>;
  volumes: Record<string, unknown>;
  secrets: Record<string, { environment: string }>;
};

const text = readFileSync(join(repository, 'docker-compose.yml'), 'utf8');
const { services, volumes, secrets }: Compose = parse(text, { merge: true });
const all = await allServices();
/** Those with tables, and the one that stands before them. */
const ours = all.filter(({ front }) => front === undefined);
const gateway = all.find(({ front }) => front !== undefined)!;
const nodes = ['redis-1', 'redis-2', 'redis-3', 'redis-4', 'redis-5', 'redis-6'];
/** Where nobody wants a cluster, nobody waits for it. */
const made = { condition: 'service_completed_successfully', required: false };
const publishedAt = `127.0.0.1:\${GATEWAY_PORTS:-${gateway.port}}:3000`;
const backing = Object.keys(services).filter((name) => !all.some((service) => service.name === name));

test('its services are those that there are: where they have changed, `npm run compose` writes them', () => {
  expect(text).toBe(composed(text, all));
});

test('every service is in it, with its own database and its settings', () => {
  for (const { name, settings = {} } of ours) {
    const service = services[name];
    expect(service?.command).toEqual(['node', 'packages/service/src/serve.ts', name]);
    expect(Object.keys(service?.environment ?? {})).toHaveLength(14 + Object.keys(settings).length);
    expect(service?.environment?.REDIS_URL).toMatch(
      /^\$\{REDIS_URL:-redis:\/\/:\$\{REDIS_PASSWORD\b.*\}@redis:6379\}$/,
    );
    const { DATABASE_URL, DATABASE_ADMIN_URL, KEYS_URL, MASTER_KEY_FILE } = service?.environment ?? {};
    expect(KEYS_URL).toContain(`sqlserver://${keys.login}:$`);
    expect(KEYS_URL).toContain(`@mssql:1433/${keys.database}?encrypt=true`);
    expect(MASTER_KEY_FILE).toBe('/run/secrets/master_key');
    expect(service?.secrets?.[0]).toBe('master_key');
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

test('the master key and the first secrets come from .env, as files, to whom they are for', () => {
  const example = readFileSync(join(repository, '.env.example'), 'utf8');
  const inFiles = Object.entries(secrets).map(([name, { environment }]) => [name, environment]);
  expect(inFiles).toEqual([
    ['master_key', 'MASTER_KEY'],
    ['bootstrap_admin_password', 'BOOTSTRAP_ADMIN_PASSWORD'],
    ['bootstrap_client_secret', 'BOOTSTRAP_CLIENT_SECRET'],
  ]);
  for (const [, variable] of inFiles) {
    expect(example).toMatch(new RegExp(`^${variable}=$`, 'm'));
    expect(text.match(new RegExp(`\\b${variable}\\b`, 'g')), 'where it is read only').toHaveLength(1);
  }
  const { environment, secrets: own } = services.identity!;
  expect(own).toEqual(Object.keys(secrets));
  expect(environment).toMatchObject({
    BOOTSTRAP_ADMIN_PASSWORD_FILE: '/run/secrets/bootstrap_admin_password',
    BOOTSTRAP_CLIENT_SECRET_FILE: '/run/secrets/bootstrap_client_secret',
  });
  for (const { name } of ours.filter((one) => one.name !== 'identity'))
    expect(services[name]?.secrets).toEqual(['master_key']);
});

test('rights are checked, by the keys of identity, for tokens that are asked for at the gateway', () => {
  for (const { name } of all) {
    const { AUTH, ISSUER, JWKS_URL } = services[name]?.environment ?? {};
    expect([AUTH, JWKS_URL]).toEqual([undefined, 'http://identity:3000/.well-known/jwks.json']);
    expect(ISSUER).toBe(`\${ISSUER:-http://127.0.0.1:${gateway.port}}`);
  }
});

test('the gateway knows where every service answers, and needs no database', () => {
  const { environment = {}, ports, depends_on } = services[gateway.name]!;
  for (const { name } of ours) expect(environment[variableOf(name, 'url')]).toBe(`http://${name}:3000`);
  const variables = Object.keys(gateway.settings ?? {}).map(variableName);
  const redis = ['REDIS_URL', 'EPHEMERAL_REDIS_URL', 'DURABILITY', 'PARTITIONS'];
  const seen = ['OTEL_EXPORTER_OTLP_ENDPOINT', 'OTEL_TRACES_SAMPLER', 'OTEL_TRACES_SAMPLER_ARG', 'RELEASE'];
  const common = [...redis, ...seen, 'TRUSTED_PROXIES', 'ISSUER', 'JWKS_URL'];
  expect(Object.keys(environment).sort()).toEqual([...common, ...variables].sort());
  expect([ports, depends_on]).toEqual([
    [publishedAt],
    { redis: { condition: 'service_healthy' }, 'redis-cluster': made },
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
  expect(backing).toEqual(['redis', ...nodes, 'redis-cluster', 'mssql']);
  for (const name of ['redis', ...nodes, 'mssql'])
    expect(services[name]?.healthcheck?.test.length).toBeGreaterThan(1);
  const healthy = { condition: 'service_healthy' };
  for (const { name } of ours)
    expect(services[name]?.depends_on).toEqual({ redis: healthy, 'redis-cluster': made, mssql: healthy });
  expect(Object.keys(services['redis-cluster']?.depends_on ?? {})).toEqual(nodes);
});

test('only the gateway is published, on loopback', () => {
  const published = Object.entries(services).filter(([, { ports }]) => ports !== undefined);
  expect(published.map(([name, { ports }]) => [name, ports])).toEqual([[gateway.name, [publishedAt]]]);
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

describe('with a cluster', () => {
  const cluster = readFileSync(join(repository, '.env.cluster'), 'utf8');

  test('its nodes come with the profile only, and there are two of each service', () => {
    for (const [name, { profiles }] of Object.entries(services))
      expect([name, profiles]).toEqual([name, /^redis-/.test(name) ? ['cluster'] : undefined]);
    for (const { name } of all) expect(services[name]?.deploy).toEqual({ replicas: `\${INSTANCES:-1}` });
    expect(cluster).toContain('\nINSTANCES=2\nGATEWAY_PORTS=3000-3001\n');
    const [, url = ''] = /^REDIS_URL=(.*)$/m.exec(cluster) ?? [];
    const { kind, endpoints } = parseAddress(url.replace(/\$\{REDIS_PASSWORD\}/, 'secret'));
    expect([kind, endpoints.map(({ host }) => host)]).toEqual(['cluster', nodes.slice(0, 3)]);
  });
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
