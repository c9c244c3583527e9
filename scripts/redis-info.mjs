// The few words of RESP that are needed to ask a Redis who it is, before any client library is installed.

import { connect as connectTcp } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { adviceOn, schemeProblem, serverName } from '../packages/service/src/redis-advice.mjs';
import { codeOf, Failure, messageOf } from './failure.mjs';
import { masked } from './terminal.mjs';

const answerMs = 3_000;
export const versionMin = '7.0';

/**
 * The version of the Redis at `url`. Throws a Failure where it cannot be reached, does not let us in or is too old.
 * @param {string} url redis:// or rediss://
 */
export async function requireRedis(url) {
  const target = parse(url);
  let info;
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

/** Valkey answers with the version of Redis it is compatible with, at least 7.2. @param {string} version */
export const isTooOld = (version) => Number.parseFloat(version) < Number.parseFloat(versionMin);

/** @param {string} url */
function parse(url) {
  const target = URL.canParse(url) ? new URL(url) : undefined;
  if (target && /^rediss?:$/.test(target.protocol)) return target;
  throw new Failure(`REDIS_URL must look like redis://[user:password@]host:port, not ${masked(url)}.`);
}

/** @param {URL} target @returns {Promise<string>} */
export function askInfo(target) {
  const port = Number(target.port || 6379);
  const host = target.hostname.replace(/^\[|\]$/g, '');
  const tls = target.protocol === 'rediss:';
  return new Promise((resolve, reject) => {
    const socket = tls ? connectTls({ host, port, ...serverName(host) }) : connectTcp({ host, port });
    /** @param {Error} error */
    const give = (error) => {
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
    socket.on('data', (text) => {
      received += text;
      const refused = /^-(.*)\r\n/m.exec(received)?.[1];
      if (refused) return give(new Error(refused));
      if (!/^redis_version:\S+\r\n/m.test(received)) return;
      resolve(received);
      socket.destroy();
    });
  });
}

/** @param {URL} target */
function login(target) {
  if (!target.password) return '';
  const user = target.username ? [decodeURIComponent(target.username)] : [];
  return command('AUTH', ...user, decodeURIComponent(target.password));
}

/** @param {string[]} words */
const command = (...words) =>
  `*${words.length}\r\n${words.map((word) => `$${Buffer.byteLength(word)}\r\n${word}\r\n`).join('')}`;
