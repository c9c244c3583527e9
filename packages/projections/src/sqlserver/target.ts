/** What a `sqlserver://` URL says. */
import { type Authentication, authenticationOf } from './authentication.ts';
import { type Options, parseOptions } from './options.ts';

export type Target = Options & {
  host: string;
  /** Undefined: that of the instance, which the SQL Server Browser of the host is asked for. */
  port: number | undefined;
  instance: string | undefined;
  user: string;
  password: string;
  database: string;
  /** Undefined: user and password are a login of the server. */
  login: Authentication | undefined;
};

const form = 'sqlserver://user:password@host:1433/Database?encrypt=true&trustServerCertificate=true';

/** Throws an Error that says what is wrong, without the password. A misspelt option is wrong, too. */
export function parseTarget(url: string, variable = 'DATABASE_URL'): Target {
  try {
    return targetOf(url);
  } catch (error) {
    throw new Error(`${variable} ${(error as Error).message}`, { cause: (error as Error).cause });
  }
}

function targetOf(text: string): Target {
  const { place, url } = split(text);
  const options = parseOptions(url.searchParams);
  const [user, password] = [decodeURIComponent(url.username), decodeURIComponent(url.password)];
  if (user === '' && options.authentication === 'SqlPassword') throw malformed();
  return {
    ...options,
    ...place,
    user,
    password,
    database: decodeURIComponent(url.pathname.slice(1)),
    login: authenticationOf(options, user, password),
  };
}

const malformed = (): Error =>
  new Error(`is not of the form ${form} (special characters of the password percent-encoded)`);

/** `host`, `host:1433`, `host,1433` as in connection strings, `host\INSTANCE`, `[::1]:1433`. */
const address = /^(\[[^\]]+\]|[^\\,:]+)(?:\\([^\\,:]+))?(?:[,:](\d{1,5}))?$/;

/** The host is read here: a URL has no names of instances, and no port behind a comma. */
function split(text: string) {
  try {
    const [, scheme = '', host = '', rest = ''] = /^(sqlserver:\/\/(?:[^/?#]*@)?)([^/?#@]*)(.*)$/s.exec(
      text,
    )!;
    const [, name = '', instance, port] = address.exec(decodeURIComponent(host))!;
    const url = new URL(`${scheme}host${rest}`);
    if (decodeURIComponent(url.pathname.slice(1)) === '') throw malformed();
    decodeURIComponent(url.username + url.password);
    // As every driver of SQL Server does: a port needs no instance.
    const number = port === undefined ? (instance === undefined ? 1433 : undefined) : Number(port);
    if (number !== undefined && (number < 1 || number > 65_535)) throw malformed();
    const place = { host: name.replace(/^\[|\]$/g, ''), port: number };
    return { url, place: { ...place, instance: port === undefined ? instance : undefined } };
  } catch {
    throw malformed();
  }
}

/** For messages. */
export const serverOf = ({ host, port, instance }: Target): string =>
  port === undefined ? `${host}\\${instance}` : `${host}:${port}`;
