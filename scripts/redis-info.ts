// The few words of RESP that are needed to ask a Redis who it is: no client library has to be loaded for that.

import { connect as connectTcp } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { adviceOn, schemeProblem, serverName } from '../packages/service/src/redis/advice.ts';
import {
  AddressError,
  type Endpoint,
  type Login,
  parseAddress,
  type RedisAddress,
  type TlsFiles,
} from '../packages/streams/src/log/connect/address.ts';
import { contentsOf } from '../packages/streams/src/log/connect/certificates.ts';
import { codeOf, Failure, messageOf } from './failure.mjs';
import { masked } from './terminal.mjs';

const answerMs = 3_000;
export const versionMin = '7.0';

/**
 * The version of the Redis at `url`; of sentinels, or of a cluster, that of the first one that answers. Throws a Failure where
 * none can be reached, or lets us in, or where it is too old. Whether it is sound the services find out.
 */
export async function requireRedis(url: string): Promise<string> {
  const address = addressOf(url);
  const info = await infoOf(address, url);
  const version = /^redis_version:(\S+)/m.exec(info)?.[1] ?? 'unknown';
  if (isTooOld(version))
    throw new Failure(`Redis at ${masked(url)} is ${version}: ${versionMin} or newer is needed.`);
  return version;
}

function addressOf(url: string): RedisAddress {
  try {
    return parseAddress(url);
  } catch (error) {
    if (error instanceof AddressError) throw new Failure(`REDIS_URL ${error.message}.`);
    throw error;
  }
}

async function infoOf(address: RedisAddress, url: string): Promise<string> {
  const { kind, endpoints, login, sentinelLogin, tls } = address;
  const errors: unknown[] = [];
  for (const endpoint of endpoints) {
    try {
      return await askInfo({ endpoint, login: kind === 'sentinel' ? sentinelLogin : login, tls });
    } catch (error) {
      errors.push(error);
    }
  }
  const [error] = errors;
  const advice =
    adviceOn(error)?.advice ?? (await schemeProblem(address)) ?? 'start it, or correct REDIS_URL';
  throw new Failure(
    `Redis at ${masked(url)} cannot be used (${messageOf(error) || codeOf(error)}): ${advice}. ` +
      'Without REDIS_URL a private one is started.',
  );
}

/** Valkey answers with the version of Redis it is compatible with, at least 7.2. */
export const isTooOld = (version: string): boolean =>
  Number.parseFloat(version) < Number.parseFloat(versionMin);

type Server = { endpoint: Endpoint; login: Login; tls: TlsFiles | undefined };

export function askInfo({ endpoint: { host, port }, login, tls }: Server): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = tls
      ? connectTls({ host, port, ...serverName(host), ...contentsOf(tls) })
      : connectTcp({ host, port });
    const give = (error: Error) => {
      socket.destroy();
      reject(error);
    };
    let received = '';
    socket.setEncoding('utf8').setTimeout(answerMs, () => give(new Error(`no answer in ${answerMs} ms`)));
    socket.once('error', give);
    socket.once('close', () => give(new Error('it closed the connection')));
    socket.once(tls ? 'secureConnect' : 'connect', () =>
      socket.write(loginWords(login) + command('INFO', 'server')),
    );
    socket.on('data', (text: string) => {
      received += text;
      const refused = /^-(.*)\r\n/m.exec(received)?.[1];
      if (refused) return give(new Error(refused));
      if (!/^redis_version:\S+\r\n/m.test(received)) return;
      resolve(received);
      socket.destroy();
    });
  });
}

function loginWords({ username, password }: Login): string {
  if (password === undefined) return '';
  return command('AUTH', ...(username === undefined ? [] : [username]), password);
}

const command = (...words: string[]): string =>
  `*${words.length}\r\n${words.map((word) => `$${Buffer.byteLength(word)}\r\n${word}\r\n`).join('')}`;
