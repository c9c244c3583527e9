/**
 * Where a Redis is, from the text of a URL: one server, the master that sentinels name, or a cluster.
 *
 * @example
 * parseAddress('redis://user:password@host:6379');
 * parseAddress('redis+sentinel://user:password@host1:26379,host2:26379/mymaster');
 * parseAddress('rediss+cluster://host1:7001,host2:7002?ca=/etc/quickmart/ca.pem');
 */

export type Endpoint = { host: string; port: number };
export type Login = { username?: string; password?: string };
/** Files with certificates. Without `ca`, those count that Node knows. `cert` and `key`: of this client. */
export type TlsFiles = { ca?: string; cert?: string; key?: string };

export type RedisAddress = {
  kind: 'standalone' | 'sentinel' | 'cluster';
  /** The server; or sentinels, or nodes of the cluster: any of them that answers will do. */
  endpoints: readonly [Endpoint, ...Endpoint[]];
  login: Login;
  /** Of the sentinels, where they have a login of their own. */
  sentinelLogin: Login;
  /** What the sentinels call the master. */
  master?: string;
  /** Database number: 0 in a cluster. */
  database: number;
  /** Undefined: no TLS. */
  tls: TlsFiles | undefined;
  /** What servers call a node, such as `172.18.0.2:6379`, and where it is reached instead. */
  natMap: Readonly<Record<string, Endpoint>>;
};

/** The text is no address of a Redis. The message holds nothing of the text but names that are no secrets. */
export class AddressError extends Error {
  override readonly name = 'AddressError';
}

const addressForms =
  'redis://[user:password@]host:port, redis+sentinel://[user:password@]host:port,host:port/master or ' +
  'redis+cluster://[user:password@]host:port,host:port (rediss… with TLS; special characters of a password encoded, @ as %40)';

const parts =
  /^(rediss?)(?:\+(sentinel|cluster))?:\/\/(?:([^/?#]*)@)?([^@/?#]*)(?:\/([^?#]*))?(?:\?([^#]*))?$/;
const parameters = ['ca', 'cert', 'key', 'sentinelUsername', 'sentinelPassword', 'natMap'] as const;
type Parameters = Partial<Record<(typeof parameters)[number], string>>;

/** @throws AddressError */
export function parseAddress(text: string): RedisAddress {
  const found = parts.exec(text);
  if (found === null) throw new AddressError(`must look like ${addressForms}`);
  const [, scheme, kind = 'standalone', login, hosts = '', path = '', query = ''] = found as unknown as [
    string,
    'redis' | 'rediss',
    RedisAddress['kind']?,
    ...(string | undefined)[],
  ];
  const given = parametersOf(query);
  const address = {
    kind,
    endpoints: endpointsOf(hosts, kind),
    login: loginOf(login),
    sentinelLogin: sentinelLoginOf(given, kind),
    tls: tlsOf(given, scheme),
    natMap: natMapOf(given, kind),
  };
  return { ...address, ...databaseOf(path, kind) };
}

function parametersOf(query: string): Parameters {
  const given: Parameters = {};
  for (const [name, value] of new URLSearchParams(query)) {
    if (!(parameters as readonly string[]).includes(name) || value === '')
      throw new AddressError(`its parameters are ${parameters.join(', ')}, each with a value`);
    given[name as keyof Parameters] = value;
  }
  return given;
}

function endpointsOf(hosts: string, kind: RedisAddress['kind']): [Endpoint, ...Endpoint[]] {
  const [first, ...others] = hosts
    .split(',')
    .map((host) => endpointOf(host, kind === 'sentinel' ? 26_379 : 6_379));
  if (kind === 'standalone' && others.length > 0)
    throw new AddressError('one server has one host: several are for redis+sentinel:// and redis+cluster://');
  return [first!, ...others];
}

/** `host`, `host:port` or `[::1]:port`. */
function endpointOf(text: string, defaultPort?: number): Endpoint {
  const [, bracketed, plain, digits] =
    /^(?:\[([0-9a-fA-F:.]+)\]|([^[\]:\s]+))(?::(\d{1,5}))?$/.exec(text) ?? [];
  const host = bracketed ?? plain;
  const port = digits === undefined ? defaultPort : Number(digits);
  if (host === undefined || port === undefined || port > 65_535 || port === 0)
    throw new AddressError(`must look like ${addressForms}`);
  return { host, port };
}

function loginOf(text: string | undefined): Login {
  if (text === undefined) return {};
  const [username = '', password] = split(text, ':').map(decoded);
  return { ...(username !== '' && { username }), ...(password !== undefined && { password }) };
}

function sentinelLoginOf(
  { sentinelUsername: username, sentinelPassword: password }: Parameters,
  kind: RedisAddress['kind'],
): Login {
  if (kind !== 'sentinel' && (username ?? password) !== undefined)
    throw new AddressError('sentinelUsername and sentinelPassword are for redis+sentinel://');
  return { ...(username !== undefined && { username }), ...(password !== undefined && { password }) };
}

function tlsOf({ ca, cert, key }: Parameters, scheme: 'redis' | 'rediss'): TlsFiles | undefined {
  const files = { ...(ca !== undefined && { ca }), ...(cert && { cert }), ...(key && { key }) };
  if (scheme === 'redis' && Object.keys(files).length > 0)
    throw new AddressError('ca, cert and key are for TLS: rediss://, with two s');
  if ((cert === undefined) !== (key === undefined))
    throw new AddressError('cert and key go together: the certificate of this client, and its private key');
  return scheme === 'rediss' ? files : undefined;
}

/** `172.18.0.2:6379=localhost:7001,…` */
function natMapOf({ natMap }: Parameters, kind: RedisAddress['kind']): Record<string, Endpoint> {
  if (natMap === undefined) return {};
  if (kind === 'standalone') throw new AddressError('natMap is for redis+sentinel:// and redis+cluster://');
  return Object.fromEntries(
    natMap.split(',').map((pair) => {
      const [told = '', reached = ''] = split(pair, '=');
      return [textOfEndpoint(endpointOf(told)), endpointOf(reached)];
    }),
  );
}

/** `/mymaster/2`: behind the sentinels the name of the master, then the number of the database. */
function databaseOf(path: string, kind: RedisAddress['kind']): Pick<RedisAddress, 'database' | 'master'> {
  const [master = '', number = ''] = kind === 'sentinel' ? split(path, '/').map(decoded) : ['', path];
  if (kind === 'sentinel' && master === '')
    throw new AddressError(
      'behind the sentinels stands what they call the master: redis+sentinel://host:port/mymaster',
    );
  if (kind === 'cluster' && number !== '')
    throw new AddressError('a cluster has one database: nothing stands behind its nodes');
  if (!/^\d{0,5}$/.test(number)) throw new AddressError('the number of the database must be a whole number');
  return { database: Number(number), ...(kind === 'sentinel' && { master }) };
}

/** At the first separator. */
function split(text: string, separator: string): [string] | [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new AddressError('special characters are encoded, such as % as %25');
  }
}

export const textOfEndpoint = ({ host, port }: Endpoint): string =>
  `${host.includes(':') ? `[${host}]` : host}:${port}`;

/** For people: without any secret. */
export function textOfAddress({ kind, endpoints, master }: RedisAddress): string {
  const all = endpoints.map(textOfEndpoint).join(', ');
  if (kind === 'sentinel') return `${master} of the sentinels ${all}`;
  return kind === 'cluster' ? `the cluster ${all}` : all;
}
