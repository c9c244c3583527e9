// docker-compose.yml, read as data: what must be true of it for the system to come up, and to be nobody else's.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { repository } from './sandbox.ts';
import { discoverServices } from './services.mjs';

type Service = {
  image?: string;
  mem_limit?: string;
  command?: string[];
  ports?: string[];
  volumes?: string[];
  environment?: Record<string, string>;
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: { test: string[] };
};
type Compose = { services: Record<string, Service>; volumes: Record<string, unknown> };

const text = readFileSync(join(repository, 'docker-compose.yml'), 'utf8');
const { services, volumes }: Compose = parse(text, { merge: true });
const ours = discoverServices({ root: repository, env: {}, portOffset: 0 });
const backing = Object.keys(services).filter((name) => !ours.some((service) => service.name === name));

test('every service is in it, with its own database and its usual port', () => {
  for (const { name, main, port } of ours) {
    const service = services[name];
    expect(service?.command).toEqual(['node', main]);
    expect(service?.ports).toEqual([`127.0.0.1:${port}:3000`]);
    expect(service?.environment?.REDIS_URL).toBe('redis://redis:6379');
    const database = `${name[0]?.toUpperCase()}${name.slice(1)}Db`;
    const { DATABASE_URL, DATABASE_ADMIN_URL } = service?.environment ?? {};
    for (const [url, user] of [
      [DATABASE_URL, `quickmart_${name}:$`],
      [DATABASE_ADMIN_URL, `quickmart_${name}_change:$`],
    ]) {
      expect(url).toContain(`sqlserver://${user}`);
      expect(url).toContain(`@mssql:1433/${database}?encrypt=true`);
      // It is made with the logins; nobody may make another one by a misspelt name.
      expect(url).toContain('createDatabase=false');
    }
  }
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
  const setup = readFileSync(join(repository, 'scripts/mssql/setup.sh'), 'utf8');
  const [, made = ''] = /^for service in (.*); do$/m.exec(setup) ?? [];
  expect(made.split(' ').sort()).toEqual(ours.map(({ name }) => name).sort());
  // The health check signs in to the last one.
  expect(mssql?.healthcheck?.test.join()).toContain(`-U quickmart_${made.split(' ').at(-1)} `);
});

test('the passwords come from .env alone, must be set there, and no service knows that of sa', () => {
  const example = readFileSync(join(repository, '.env.example'), 'utf8');
  for (const [variable, count] of [
    ['MSSQL_SA_PASSWORD', 1],
    ['MSSQL_RUN_PASSWORD', ours.length + 1],
    ['MSSQL_CHANGE_PASSWORD', ours.length + 1],
  ] as const) {
    const uses = text.match(new RegExp(`\\$\\{${variable}[^}]*\\}`, 'g')) ?? [];
    expect(uses).toHaveLength(count);
    expect(uses.filter((use) => !use.startsWith(`\${${variable}:?`))).toEqual([]);
    expect(example).toMatch(new RegExp(`^${variable}=$`, 'm'));
  }
  for (const { name } of ours) expect(JSON.stringify(services[name])).not.toContain('MSSQL_SA_PASSWORD');
  expect(readFileSync(join(repository, 'Dockerfile'), 'utf8')).not.toContain('PASSWORD');
});
