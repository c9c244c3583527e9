/** What an operator can do about a Redis that cannot be used, in a few words. `npm start` asks here, too. */
import { connect as connectTcp, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { Endpoint, RedisAddress } from '@quickmart/streams';

const spokenMs = 1_500;

/** What the error says; what to do; whether waiting can change it. */
const known: readonly [RegExp, string, boolean][] = [
  [
    /sentinel.*(WRONGPASS|NOAUTH)/i,
    'its sentinels want a login of their own: add ?sentinelUsername=…&sentinelPassword=… to REDIS_URL',
    false,
  ],
  [
    /sentinel.*unknown command/i,
    'it is no sentinel: name the sentinels in REDIS_URL, or write redis://',
    false,
  ],
  [
    /No such master|sentinel.*invalid reply: null/i,
    'the sentinels know no master of this name: correct it at the end of REDIS_URL',
    false,
  ],
  [/cluster support disabled/, 'it is no cluster: write redis:// in REDIS_URL', false],
  [
    /WRONGPASS/,
    'correct the user and the password in REDIS_URL (special characters encoded: @ as %40)',
    false,
  ],
  [/NOAUTH/, 'it wants a password: set REDIS_URL=redis://user:password@host:port', false],
  [/NOPERM/, 'give its user the rights of docs/redis.md', false],
  [
    /^DENIED|protected mode/,
    'its protected mode takes no clients of other machines: give it a password',
    false,
  ],
  [
    /DB index is out of range|SELECT is not allowed/,
    'correct the database number at the end of REDIS_URL',
    false,
  ],
  [/CERT_HAS_EXPIRED/, 'its certificate has expired: renew it', false],
  [/CERT_NOT_YET_VALID/, 'its certificate is not valid yet: check the clock of this machine (NTP)', false],
  [
    /ERR_TLS_CERT_ALTNAME_INVALID/,
    'its certificate is for another name: write a name that it has in REDIS_URL',
    false,
  ],
  [
    /SELF_SIGNED|UNABLE_TO_(VERIFY|GET_ISSUER)|CERT_UNTRUSTED|CERT_SIGNATURE_FAILURE/,
    'its certificate is not trusted: set NODE_EXTRA_CA_CERTS to a file with the certificate of the CA that issued it, or add ?ca=<file> to REDIS_URL',
    false,
  ],
  [
    /WRONG_VERSION_NUMBER|wrong version number|PACKET_LENGTH_TOO_LONG/,
    'it speaks no TLS: write redis:// in REDIS_URL',
    false,
  ],
  [
    /certificate.required|BAD_CERTIFICATE|alert handshake failure|HANDSHAKE_FAILURE/i,
    'it wants a certificate of its clients: add ?cert=/path/to.crt&key=/path/to.key to REDIS_URL',
    false,
  ],
  [/MOVED/, 'it is a node of a cluster: write redis+cluster:// in REDIS_URL', false],
  [/ENOTFOUND/, 'there is no machine of this name: correct REDIS_URL', true],
  [/EAI_AGAIN/, 'the name server does not answer: check DNS and the network of this machine', true],
  [/ECONNREFUSED/, 'nothing listens there: start Redis, or correct REDIS_URL', true],
  [/ENETUNREACH|EHOSTUNREACH/, 'there is no way to this machine: check the network and REDIS_URL', true],
  [/max number of clients/, 'it has as many clients as it takes: raise its maxclients', true],
  [/^LOADING/, 'it is still loading its data: wait, then start again', true],
];

const textOf = (error: unknown): string => {
  const { code, message } = (error ?? {}) as { code?: string; message?: string };
  return [code, message].filter(Boolean).join(' ');
};

/** What to do about it; undefined = that is not known. `passes`: whether it may be well by itself. */
export function adviceOn(error: unknown): { advice: string; passes: boolean } | undefined {
  const text = textOf(error);
  const found = known.find(
    ([pattern]) => pattern.test(text.replace(/^\w+ (?=[A-Z]+ )/, '')) || pattern.test(text),
  );
  return found && { advice: found[1], passes: found[2] };
}

/**
 * What is wrong with the scheme of a URL, where the other side hangs up or says nothing: a Redis with TLS does that to a
 * client without, and the other way round.
 */
export async function schemeProblem({
  endpoints: [endpoint],
  tls,
}: Pick<RedisAddress, 'endpoints' | 'tls'>): Promise<string | undefined> {
  if (tls === undefined)
    return (await speaksTls(endpoint)) ? 'it speaks TLS: write rediss:// in REDIS_URL' : undefined;
  return (await speaksPlain(endpoint)) ? 'it speaks no TLS: write redis:// in REDIS_URL' : undefined;
}

/** Why none of these can be reached; undefined: one can. */
export async function unreachable(endpoints: readonly Endpoint[]): Promise<Error | undefined> {
  const errors = await Promise.all(endpoints.map(connectionError));
  return errors.every((error) => error !== undefined) ? errors[0] : undefined;
}

function connectionError(endpoint: Endpoint): Promise<Error | undefined> {
  return new Promise((resolve) => {
    const socket = connectTcp(endpoint, () => end(undefined));
    const end = (error: Error | undefined) => {
      socket.destroy();
      resolve(error);
    };
    socket.on('error', end);
    socket.setTimeout(spokenMs, () => end(new Error(`no connection in ${spokenMs} ms`)));
  });
}

/** SNI takes no addresses. */
export const serverName = (host: string): { servername?: string } => (isIP(host) ? {} : { servername: host });

/** A certificate is not looked at: whether there is one is the question. */
function speaksTls({ host, port }: Endpoint): Promise<boolean> {
  const socket = connectTls({ host, port, rejectUnauthorized: false, ...serverName(host) });
  return answers(socket, 'secureConnect', () => true);
}

/** A server with TLS may answer, too, with bytes that are no word of Redis. */
function speaksPlain(endpoint: Endpoint): Promise<boolean> {
  const socket = connectTcp(endpoint, () => socket.write('PING\r\n'));
  return answers(socket, 'data', (data) => /^[+-]/.test(String(data)));
}

function answers(socket: Socket, event: string, isIt: (value: unknown) => boolean): Promise<boolean> {
  return new Promise((resolve) => {
    const end = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once(event, (value) => end(isIt(value)));
    socket.on('error', () => end(false));
    socket.once('close', () => end(false));
    socket.setTimeout(spokenMs, () => end(false));
  });
}
