// The few words of RESP that are needed to ask a Redis who it is: no client library has to be loaded for that.

import { connect as connectTcp } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { adviceOn, schemeProblem, serverName } from '../packages/service/src/redis/advice.ts';
import { codeOf, Failure, messageOf } from './failure.mjs';
import { masked } from './terminal.mjs';

const answerMs = 3_000;
export const versionMin = '7.0';

/**
 * The version of the Redis at `url` (redis:// or rediss://). Throws a Failure where it cannot be reached, does not let us
 * in or is too old.
 */
export async function requireRedis(url: string): Promise<string> {
  const target = parse(url);
  let info: string;
  try {
    info = await askInfo(target);
  } catch (error) {
    const advice = adviceOn(error)?.advice ?? (await schemeProblem(url)) ?? 'start it, or correct REDIS_URL';
    throw new Failure(
      `Redis at ${masked(url)} cannot be used (${messageOf(error) || codeOf(error)}): ${advice}. ` +
        'Without REDIS_URL a private one is started.',
    );
  }
  const version = /^redis_version:(\S+)/m.exec(info)?.[1] ?? 'unknown';
  if (isTooOld(version))
    throw new Failure(`Redis at ${masked(url)} is ${version}: ${versionMin} or newer is needed.`);
  return version;
}

/** Valkey answers with the version of Redis it is compatible with, at least 7.2. */
export const isTooOld = (version: string): boolean =>
  Number.parseFloat(version) < Number.parseFloat(versionMin);

function parse(url: string): URL {
  const target = URL.canParse(url) ? new URL(url) : undefined;
  if (target && /^rediss?:$/.test(target.protocol)) return target;
  throw new Failure(`REDIS_URL must look like redis://[user:password@]host:port, not ${masked(url)}.`);
}

export function askInfo(target: URL): Promise<string> {
  const port = Number(target.port || 6379);
  const host = target.hostname.replace(/^\[|\]$/g, '');
  const tls = target.protocol === 'rediss:';
  return new Promise((resolve, reject) => {
    const socket = tls ? connectTls({ host, port, ...serverName(host) }) : connectTcp({ host, port });
    const give = (error: Error) => {
      socket.destroy();
      reject(error);
    };
    let received = '';
    socket.setEncoding('utf8').setTimeout(answerMs, () => give(new Error(`no answer in ${answerMs} ms`)));
    socket.once('error', give);
    socket.once('close', () => give(new Error('it closed the connection')));
    socket.once(tls ? 'secureConnect' : 'connect', () =>
      socket.write(login(target) + command('INFO', 'server')),
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

function login(target: URL): string {
  if (!target.password) return '';
  const user = target.username ? [decodeURIComponent(target.username)] : [];
  return command('AUTH', ...user, decodeURIComponent(target.password));
}

const command = (...words: string[]): string =>
  `*${words.length}\r\n${words.map((word) => `$${Buffer.byteLength(word)}\r\n${word}\r\n`).join('')}`;
