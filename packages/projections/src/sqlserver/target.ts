/** What a `sqlserver://` URL says. */
import { readFileSync } from 'node:fs';

export type Target = {
  host: string;
  port: number;
  user: string;
  password: string;
  database: string;
  /** `strict` is TDS 8: the whole connection is TLS, and the certificate is always checked. */
  encrypt: boolean | 'strict';
  trustServerCertificate: boolean;
  /** Certificates, PEM: the authority of the server's one, or that one itself. */
  certificate: string | undefined;
  /** What the certificate is made out to, where that is not the host. */
  hostNameInCertificate: string | undefined;
  connectionsMax: number;
};

const form = 'sqlserver://user:password@host:1433/Database?encrypt=true&trustServerCertificate=true';

const encrypts: Record<string, boolean | 'strict'> = { true: true, false: false, strict: 'strict' };
const booleans: Record<string, boolean> = { true: true, false: false };
const oneOf =
  <Value>(choices: Record<string, Value>) =>
  (text: string): Value => {
    if (!Object.hasOwn(choices, text)) throw new Error(`must be ${Object.keys(choices).join(' or ')}`);
    return choices[text] as Value;
  };
const connectionsLimit = 100;

function connections(text: string): number {
  const number = Number(text);
  // One connection holds the projector's transaction while another one answers queries.
  if (!/^\d+$/.test(text) || number < 2 || number > connectionsLimit)
    throw new Error(`must be a whole number from 2 to ${connectionsLimit}`);
  return number;
}

const options = {
  encrypt: oneOf(encrypts),
  trustServerCertificate: oneOf(booleans),
  certificate: (path: string) => readFileSync(path, 'utf8'),
  hostNameInCertificate: (name: string) => name,
  connectionsMax: connections,
};
type Options = { [Name in keyof typeof options]: ReturnType<(typeof options)[Name]> };

/** Throws an Error that says what is wrong, without the password. A misspelt option is wrong, too. */
export function parseTarget(url: string): Target {
  const { hostname, port, username, password, pathname, searchParams } = parseUrl(url);
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? 1433 : Number(port),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    database: decodeURIComponent(pathname.slice(1)),
    ...{ encrypt: true, trustServerCertificate: false, connectionsMax: 10 },
    ...{ certificate: undefined, hostNameInCertificate: undefined },
    ...parseOptions(searchParams),
  };
}

function parseUrl(text: string): URL {
  try {
    const url = new URL(text);
    for (const part of [url.hostname, url.username, url.pathname.slice(1)])
      if (decodeURIComponent(part) === '') throw new Error('incomplete');
    decodeURIComponent(url.password);
    return url;
  } catch {
    throw new Error(
      `DATABASE_URL is not of the form ${form} (special characters of the password percent-encoded)`,
    );
  }
}

function parseOptions(given: URLSearchParams): Partial<Options> {
  const parsed: Record<string, unknown> = {};
  for (const [name, text] of given) {
    if (!Object.hasOwn(options, name))
      throw new Error(
        `DATABASE_URL has an unknown option ${name}: there are ${Object.keys(options).join(', ')}`,
      );
    try {
      parsed[name] = options[name as keyof Options](text);
    } catch (error) {
      throw new Error(`DATABASE_URL: ${name}=${text}: ${(error as Error).message}`, { cause: error });
    }
  }
  return parsed;
}
