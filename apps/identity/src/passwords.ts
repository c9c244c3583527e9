/**
 * Passwords: argon2id, a few at a time. To check one costs the same whether there is an account or not; where too many wait,
 * the next one is refused, so that a flood of logins does not starve everything else.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { argon2id } from './hash-threads.ts';
import { limits } from './limits.ts';
import { turns } from './turns.ts';

type Parameters = { memory: number; passes: number; parallelism: number };
const current: Parameters = { memory: limits.hashKiB, passes: limits.hashPasses, parallelism: 1 };
const saltBytes = 16;
const hashBytes = 32;

/** Of this process. */
const hashing = turns({
  atOnce: limits.hashesMax,
  waitingMax: limits.hashesWaitingMax,
  refusal: 'too many passwords are being checked; try again',
  retryAfterSeconds: 2,
});

/** Refuses with too-many-requests, before anything else is done, where the next one would be refused. */
export const demandTurnToHash = (): void => hashing.demandTurn();

/** As text, in the form that other implementations have: `$argon2id$v=19$m=…,t=…,p=…$salt$hash`. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(saltBytes);
  return format(current, salt, await hashing.inTurn(() => digest(password, salt, current)));
}

/** Without a hash, which somebody has who was erased, it costs the same, and is false. */
export async function isPassword(password: string, hash: string | null): Promise<boolean> {
  const { parameters, salt, digest: expected } = parse(hash ?? nobodysHash);
  const actual = await hashing.inTurn(() => digest(password, salt, parameters));
  return timingSafeEqual(actual, expected) && hash !== null;
}

const digest = async (
  password: string,
  nonce: Buffer,
  { memory, passes, parallelism }: Parameters,
): Promise<Buffer> =>
  await argon2id({
    message: password.normalize('NFKC'),
    nonce,
    parallelism,
    tagLength: hashBytes,
    memory,
    passes,
  });

const base64 = (bytes: Buffer): string => bytes.toString('base64').replaceAll('=', '');

const format = ({ memory, passes, parallelism }: Parameters, salt: Buffer, hash: Buffer): string =>
  `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(salt)}$${base64(hash)}`;

function parse(text: string): { parameters: Parameters; salt: Buffer; digest: Buffer } {
  const [, memory, passes, parallelism, salt, hash] =
    /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/.exec(text) ?? [];
  if (hash === undefined) throw new Error('this is no hash of a password');
  return {
    parameters: { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) },
    salt: Buffer.from(salt!, 'base64'),
    digest: Buffer.from(hash, 'base64'),
  };
}

/** Of no password: what is compared with it never fits. */
export const nobodysHash = format(current, randomBytes(saltBytes), randomBytes(hashBytes));
