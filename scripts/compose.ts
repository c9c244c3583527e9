// The services of docker-compose.yml, from their definitions: `npm run compose` writes them between the two marks of the
// file, and a test compares. Everything else in the file is written by hand.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type AnyDefinition, allServices, variableName, variableOf } from '../packages/service/src/index.ts';

const composeFile = join(fileURLToPath(new URL('..', import.meta.url)), 'docker-compose.yml');
const [begin, end] = [
  '  # begin of what `npm run compose` writes\n',
  '  # end of what `npm run compose` writes\n',
];

/** `gift-card` → `GiftCardDb` */
export const databaseOf = (service: string): string =>
  `${service.replace(/(^|-)([a-z])/g, (_, __, letter: string) => letter.toUpperCase())}Db`;

/** The keys of personal data, which all services share. They make its table themselves. */
export const keys = { database: 'KeysDb', login: 'quickmart_keys_change' };

const passwordOf = (variable: string) => `\${${variable}:?set it in .env, see .env.example}`;

/** One Redis, or what .env.cluster says instead. */
const redis = `      REDIS_URL: \${REDIS_URL:-redis://:${passwordOf('REDIS_PASSWORD')}@redis:6379}
      EPHEMERAL_REDIS_URL: \${EPHEMERAL_REDIS_URL:-}
      DURABILITY: \${DURABILITY:-}
      PARTITIONS: \${PARTITIONS:-}
`;

/** Where traces go, how many, and which build says so. */
const seen = ['OTEL_EXPORTER_OTLP_ENDPOINT', 'OTEL_TRACES_SAMPLER', 'OTEL_TRACES_SAMPLER_ARG', 'RELEASE']
  .map((variable) => `      ${variable}: \${${variable}:-}\n`)
  .join('');

const serviceOf = (definition: AnyDefinition, all: readonly AnyDefinition[]): string =>
  definition.front === undefined ? withTables(definition, all) : beforeAll(definition, all);

/** Tokens are asked for at the gateway, the only one that is published; their keys come from who makes them. */
const rights = `      ISSUER: \${ISSUER:-http://127.0.0.1:3000}
      JWKS_URL: http://identity:3000/.well-known/jwks.json
`;

/** What stands in a file: Compose takes it from .env, and no environment has it. */
const secretFiles: Readonly<Record<string, string>> = {
  bootstrapAdminPassword: 'bootstrap_admin_password',
  bootstrapClientSecret: 'bootstrap_client_secret',
};

/** Where each service answers is settled here; everything else is the operator's. */
function settingsOf(settings: object, all: readonly AnyDefinition[]): string {
  const urls = urlsOf(all);
  return Object.keys(settings)
    .map((setting) => {
      const variable = variableName(setting);
      const secret = secretFiles[setting];
      return secret
        ? `      ${variable}_FILE: /run/secrets/${secret}\n`
        : `      ${variable}: ${urls.get(variable) ?? `\${${variable}:-}`}\n`;
    })
    .join('');
}

const urlsOf = (all: readonly AnyDefinition[]): ReadonlyMap<string, string> =>
  new Map(all.map(({ name }) => [variableOf(name, 'url'), `http://${name}:3000`]));

const secretsOf = (settings: object): string => {
  const own = Object.keys(settings).flatMap((setting) => secretFiles[setting] ?? []);
  return own.length === 0 ? '' : `    secrets: [master_key, ${own.join(', ')}]\n`;
};

function beforeAll({ name, port, settings = {} }: AnyDefinition, all: readonly AnyDefinition[]): string {
  return `  ${name}:
    <<: *service
    command: [node, packages/service/src/serve.ts, ${name}]
    depends_on:
      redis: { condition: service_healthy }
      redis-cluster: { condition: service_completed_successfully, required: false }
    ports: ["127.0.0.1:\${GATEWAY_PORTS:-${port}}:3000"]
    environment:
${redis}      TRUSTED_PROXIES: \${TRUSTED_PROXIES:-}
${rights}${seen}${settingsOf(settings, all)}
`;
}

function withTables({ name, settings = {} }: AnyDefinition, all: readonly AnyDefinition[]): string {
  const login = `quickmart_${name.replaceAll('-', '_')}`;
  const urlOf = (user: string, password: string, database = databaseOf(name)) =>
    `sqlserver://${user}:${passwordOf(password)}@mssql:1433/${database}?encrypt=true&trustServerCertificate=true&createDatabase=false`;
  return `  ${name}:
    <<: *service
    command: [node, packages/service/src/serve.ts, ${name}]
${secretsOf(settings)}    environment:
${redis}      DATABASE_URL: ${urlOf(login, 'MSSQL_RUN_PASSWORD')}
      DATABASE_ADMIN_URL: ${urlOf(`${login}_change`, 'MSSQL_CHANGE_PASSWORD')}
      KEYS_URL: ${urlOf(keys.login, 'MSSQL_CHANGE_PASSWORD', keys.database)}
      MASTER_KEY_FILE: /run/secrets/master_key
${rights}${seen}${settingsOf(settings, all)}
`;
}

/** The file as it is, with the services as they are now. */
export function composed(file: string, services: readonly AnyDefinition[]): string {
  const [before, rest] = file.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error(`${composeFile} has lost its marks`);
  return `${before}${begin}${services.map((one) => serviceOf(one, services)).join('')}${end}${after}`;
}

if (import.meta.main) {
  const services = await allServices();
  writeFileSync(composeFile, composed(readFileSync(composeFile, 'utf8'), services));
}
