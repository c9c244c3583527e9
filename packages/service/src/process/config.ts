/** Configuration from the environment, parsed once. Every bad value is named in one message; secrets never are. */
import { readFileSync } from 'node:fs';
import { limits, parseAddress } from '@quickmart/streams';
import { z } from 'zod';
import { isRange } from './addresses.ts';
import { connectionLimits } from './limits.ts';
import { partitions } from './partitions.ts';
import { release } from './release.ts';
import { variableName, variableOf } from './variables.ts';
import './words.ts';

/** A whole number written in digits: what `Number('')`, `Number('0x1f')` or `Number('1e3')` would let through is refused. */
export const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .regex(/^-?\d{1,15}$/, { error: 'must be a whole number' })
    .transform(Number)
    .pipe(z.int().min(min).max(max));

/** What the service shares with somebody else, such as an API key. */
export const secret = z
  .string()
  .regex(/^[\x21-\x7e]{8,255}$/, { error: 'must be 8 to 255 characters without spaces' });

export const httpUrl = z.url({ protocol: /^https?$/, error: 'must be an http(s) URL' });

/** Separated by commas. */
export const listOf = (isOne: (text: string) => boolean, error: string) =>
  z
    .string()
    .default('')
    .transform((text) => text.split(',').flatMap((one) => one.trim() || []))
    .refine((all) => all.every(isOne), { error });

const url = (...schemes: string[]) =>
  z
    .string()
    .refine((value) => schemes.some((scheme) => value.startsWith(scheme) && value.length > scheme.length), {
      error: `must start with ${schemes.join(' or ')}`,
    });

const redisUrl = z.string().superRefine((text, context) => {
  try {
    parseAddress(text);
  } catch (error) {
    context.addIssue({ code: 'custom', message: (error as Error).message });
  }
});

const common = {
  redisUrl,
  /** For what may be lost: codes, sessions, limits. Without it `redisUrl`, which evicts nothing, serves that, too. */
  ephemeralRedisUrl: redisUrl.optional(),
  databaseUrl: url('file:', 'sqlserver://'),
  /** The login that may change tables, where that of `databaseUrl` may not. */
  databaseAdminUrl: url('sqlserver://').optional(),
  /** Of the keys of personal data, the same for all services. */
  keysUrl: url('file:', 'sqlserver://'),
  masterKey: z.string().optional(),
  masterKeyFile: z.string().optional(),
  port: wholeNumber(0, 65_535),
  host: z.string().regex(/^[A-Za-z0-9.:_-]+$/, { error: 'must be a host name or an address' }),
  role: z.enum(['all', 'api', 'worker']),
  /** Requests per second and client address; 0: as many as they like. */
  rateLimit: wholeNumber(0, 1_000_000),
  /** Whose `X-Forwarded-For` is believed: a load balancer, and the gateway where it is in another process. */
  trustedProxies: listOf(isRange, 'must be addresses or ranges, separated by commas: 10.0.0.0/8'),
  /** How long a connection waits for its next request, and how many there may be. */
  keepAliveMs: wholeNumber(1_000, 3_600_000),
  connectionsMax: wholeNumber(1, 1_000_000),
  /** Which build this is: in errors that are grouped, and in spans. */
  release: z.string().max(100),
  logLevel: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']),
  /** What an acknowledged command survives: docs/durability.md. */
  durability: z.enum(['memory', 'fsync', 'replicated']),
  /** With `replicated`: how many replicas must have it, and how long a command waits for them. */
  replicas: wholeNumber(1, 5),
  replicationWaitMs: wholeNumber(10, 3_000),
  partitions,
  /** Whether rights are checked. Without, whoever reaches the process may do everything. */
  auth: z.enum(['on', 'off']),
  /** Who signs access tokens: what stands in them, and where its `/oauth/token` is. */
  issuer: url('http://', 'https://').refine(URL.canParse, { error: 'is not a URL' }),
  /** Where its public keys are. */
  jwksUrl: url('http://', 'https://').refine(URL.canParse, { error: 'is not a URL' }),
};
type Common = { [Name in keyof typeof common]: z.output<(typeof common)[Name]> };
export type Role = Common['role'];
export type Durability = Common['durability'];

/** All but `port` and `databaseUrl` have defaults that suit every service. */
export type ConfigDefaults = { port: number; databaseUrl: string } & Partial<Common>;
export type Config<Own extends z.ZodRawShape = z.ZodRawShape> = Common & z.output<z.ZodObject<Own>>;
export type Env = Readonly<Record<string, string | undefined>>;

/** Whose settings they are. `isShared`: others have theirs from the same environment. */
export type Scope = { name: string; isShared?: boolean };

/** What services cannot have in common. `PRODUCT_PORT` wins over `PORT`, which is refused where others could mean it. */
const perService = new Set(['port', 'databaseUrl', 'databaseAdminUrl']);

/** Thrown where the environment cannot be used; the message names every bad variable. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/**
 * Reads one variable per field, those of `common` and of `own` (`initialStock` reads `INITIAL_STOCK`). An empty variable
 * counts as not set. What only one service can have is also read under its name (`PRODUCT_PORT`).
 *
 * @example
 * const config = loadConfig({ port: 3002, databaseUrl: 'file:.data/inventory.db' }, process.env, {
 *   initialStock: wholeNumber(0, 1_000_000).default(100),
 * });
 * config.initialStock; // number
 * @throws ConfigError
 */
export function loadConfig<Own extends z.ZodRawShape = Record<never, never>>(
  defaults: ConfigDefaults,
  env: Env,
  own?: Own,
  scope?: Scope,
): Config<Own> {
  const shape: z.ZodRawShape = { ...common, ...own };
  const given = new Map<string, Given>();
  for (const name of Object.keys(shape)) {
    const found = find(name, env, scope, `${name}File` in shape);
    if (found !== undefined) given.set(name, found);
  }
  const texts = Object.fromEntries([...given].map(([name, { value }]) => [name, value]));
  const parsed = z.object(shape).safeParse({ ...textOf(defaults), ...texts });
  const problems = parsed.error?.issues.map((issue) => describe(issue, given)) ?? [];
  if (scope?.isShared) problems.push(...ambiguous(scope.name, given));
  if (parsed.success && problems.length === 0) return parsed.data as Config<Own>;
  throw new ConfigError(problems.join('; '));
}

/** The variable, and what it says. */
type Given = { variable: string; value: string };

/** A variable can stand in a file, as secrets do: `SMTP_URL_FILE`. `isOwn`: the service reads that file itself. */
function find(name: string, env: Env, scope: Scope | undefined, isOwn: boolean): Given | undefined {
  const own = scope !== undefined && perService.has(name) ? [variableOf(scope.name, name)] : [];
  for (const variable of [...own, variableName(name)]) {
    const value = isOwn ? env[variable]?.trim() : settingIn(variable, env);
    if (value) return { variable, value };
  }
  return undefined;
}

/** Of a variable, or of the file that it names: `SMTP_URL`, `SMTP_URL_FILE`. @throws ConfigError */
export const settingIn = (variable: string, env: Env): string | undefined =>
  env[variable]?.trim() || textIn(`${variable}_FILE`, env);

function textIn(variable: string, env: Env): string | undefined {
  const file = env[variable]?.trim();
  if (!file) return undefined;
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new ConfigError(`${variable}: the file cannot be read (${code})`);
  }
}

/** `DATABASE_URL` in a process of several services: whose it is nobody could say. */
const ambiguous = (service: string, given: ReadonlyMap<string, Given>): string[] =>
  [...perService]
    .filter((name) => given.get(name)?.variable === variableName(name))
    .map(
      (name) =>
        `${variableName(name)} is for one service, and several share this process: set ${variableOf(service, name)}`,
    );

function textOf(defaults: ConfigDefaults): Record<string, string> {
  const all = {
    redisUrl: 'redis://127.0.0.1:6379',
    keysUrl: 'file:.data/keys.sqlite',
    host: '127.0.0.1',
    role: 'all',
    rateLimit: 0,
    keepAliveMs: connectionLimits.keepAliveMs,
    connectionsMax: connectionLimits.connectionsMax,
    release,
    logLevel: 'info',
    durability: 'memory',
    replicas: 1,
    replicationWaitMs: 1_000,
    partitions: limits.partitions,
    auth: 'on',
    issuer: 'http://127.0.0.1:3005',
    jwksUrl: 'http://127.0.0.1:3005/.well-known/jwks.json',
    ...defaults,
  };
  return Object.fromEntries(Object.entries(all).map(([name, value]) => [name, String(value)]));
}

/** URLs hold passwords, and so may whatever an app adds: only these values are shown. */
const shown = new Set([
  'port',
  'host',
  'role',
  'rateLimit',
  'keepAliveMs',
  'connectionsMax',
  'release',
  'logLevel',
  'durability',
  'replicas',
  'replicationWaitMs',
  'partitions',
  'auth',
]);

function describe(issue: z.core.$ZodIssue, given: ReadonlyMap<string, Given>): string {
  const name = String(issue.path[0]);
  const found = given.get(name);
  if (found === undefined) return `${variableName(name)} is missing`;
  const { variable, value } = found;
  return shown.has(name)
    ? `${variable}=${JSON.stringify(value)}: ${issue.message}`
    : `${variable}: ${issue.message}`;
}
