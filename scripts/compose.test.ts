// docker-compose.yml, read as data: what must be true of it for the system to come up, and to be nobody else's.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { repository } from './sandbox.ts';
import { discoverServices } from './services.mjs';

type Service = {
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
    expect(service?.environment?.DATABASE_URL).toContain(`@mssql:1433/${database}?encrypt=true`);
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
    .map((volume) => volume.split(':')[0]);
  expect(mounted).toEqual(Object.keys(volumes));
});

test('the password comes from .env alone, and must be set there', () => {
  const uses = text.match(/\$\{MSSQL_SA_PASSWORD[^}]*\}/g) ?? [];
  expect(uses).toHaveLength(ours.length + 1);
  expect(uses.filter((use) => !use.startsWith('${MSSQL_SA_PASSWORD:?'))).toEqual([]);
  expect(readFileSync(join(repository, '.env.example'), 'utf8')).toMatch(/^MSSQL_SA_PASSWORD=$/m);
  expect(readFileSync(join(repository, 'Dockerfile'), 'utf8')).not.toContain('PASSWORD');
});
