/** The options of a `sqlserver://` URL: `?encrypt=true&connectionsMax=20`. */
import { readFileSync } from 'node:fs';
import { authentications, type Method } from './authentication.ts';

export type Options = {
  /** `strict` is TDS 8: the whole connection is TLS, and the certificate is always checked. */
  encrypt: boolean | 'strict';
  trustServerCertificate: boolean;
  /** Certificates, PEM: the authority of the server's one, or that one itself. */
  certificate: string | undefined;
  /** What the certificate is made out to, where that is not the host. */
  hostNameInCertificate: string | undefined;
  connectionsMax: number;
  connectTimeoutMs: number;
  /** How long a query waits for a free connection of the pool. */
  acquireTimeoutMs: number;
  /** Of one statement; changes of the schema have no limit. */
  requestTimeoutMs: number;
  applicationIntent: 'ReadWrite' | 'ReadOnly';
  /** Whether a database that is missing is created. */
  createDatabase: boolean;
  authentication: Method;
  /** Of Entra, where `authentication` needs it. */
  tenantId: string | undefined;
  /** Of the application that signs in with a user's password, or of a managed identity. */
  clientId: string | undefined;
};

const defaults: Options = {
  encrypt: true,
  trustServerCertificate: false,
  certificate: undefined,
  hostNameInCertificate: undefined,
  connectionsMax: 10,
  connectTimeoutMs: 5000,
  acquireTimeoutMs: 5000,
  requestTimeoutMs: 15_000,
  applicationIntent: 'ReadWrite',
  createDatabase: true,
  authentication: 'SqlPassword',
  tenantId: undefined,
  clientId: undefined,
};

const booleans = { true: true, false: false };
const oneOf =
  <Value>(choices: Record<string, Value>) =>
  (text: string): Value => {
    const name = Object.keys(choices).find((one) => one.toLowerCase() === text.toLowerCase());
    if (name === undefined) throw new Error(`must be ${Object.keys(choices).join(' or ')}`);
    return choices[name]!;
  };
const wholeNumber = (min: number, max: number) => (text: string) => {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < min || number > max)
    throw new Error(`must be a whole number from ${min} to ${max}`);
  return number;
};
const asItIs = (text: string): string => text;
const timeout = wholeNumber(100, 600_000);

const parsers: { [Name in keyof Options]: (text: string) => Options[Name] } = {
  encrypt: oneOf<boolean | 'strict'>({ ...booleans, strict: 'strict' }),
  trustServerCertificate: oneOf(booleans),
  certificate: (path) => readFileSync(path, 'utf8'),
  hostNameInCertificate: asItIs,
  // One connection holds the projector's transaction while another one answers queries.
  connectionsMax: wholeNumber(2, 100),
  connectTimeoutMs: timeout,
  acquireTimeoutMs: timeout,
  requestTimeoutMs: timeout,
  applicationIntent: oneOf({ ReadWrite: 'ReadWrite', ReadOnly: 'ReadOnly' }),
  createDatabase: oneOf(booleans),
  authentication: oneOf(Object.fromEntries(authentications.map((method) => [method, method]))),
  tenantId: asItIs,
  clientId: asItIs,
};

/** As they stand in connection strings of other drivers, too: `Authentication`, `ApplicationIntent`. */
const names = new Map(Object.keys(parsers).map((name) => [name.toLowerCase(), name as keyof Options]));

/** Throws an Error that says which option is wrong. A misspelt one is wrong, too. */
export function parseOptions(given: URLSearchParams): Options {
  const parsed: Record<string, unknown> = { ...defaults };
  for (const [spelt, text] of given) {
    const name = names.get(spelt.toLowerCase());
    if (name === undefined)
      throw new Error(`has an unknown option ${spelt}: there are ${Object.keys(parsers).join(', ')}`);
    try {
      parsed[name] = parsers[name](text);
    } catch (error) {
      throw new Error(`has ${name}=${text}: ${(error as Error).message}`, { cause: error });
    }
  }
  return parsed as Options;
}
