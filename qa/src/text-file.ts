/** Text from files, decoded in its encoding, or refused with the number of the bad line. No character is replaced. */
import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { UsageFailure } from './failure.ts';

/** The text of a file in UTF-8, or UTF-16 with its byte order mark. Throws a {@link UsageFailure} where it is something else. */
export const readTextFile = (path: string): string => decodeText(path, bytesOf(path));

/** The same, of a file from before UTF-8, too: it is read as Windows-1252. */
export function readOldTextFile(path: string): string {
  const bytes = bytesOf(path);
  const isOld = !isPacked(bytes) && encodingOf(bytes) === 'utf-8' && !isUtf8(bytes);
  return isOld ? new TextDecoder('windows-1252').decode(bytes) : decodeText(path, bytes);
}

function bytesOf(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new UsageFailure(`${path} cannot be read: ${(error as Error).message}`);
  }
}

function decodeText(path: string, bytes: Buffer): string {
  if (isPacked(bytes)) throw new UsageFailure(`${path} is compressed: unpack it first`);
  const encoding = encodingOf(bytes);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    const line = encoding === 'utf-8' ? `, line ${firstBadLine(bytes)}` : '';
    throw new UsageFailure(`${path} is not ${encoding.toUpperCase()}${line}: save it as UTF-8`);
  }
}

/** The text of a file that is too large to be held, in pieces. Throws a {@link UsageFailure} where it is not UTF-8. */
export async function* decodedPieces(path: string, bytes: Readable): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of bytes) yield decoder.decode(chunk as Buffer, { stream: true });
    yield decoder.decode();
  } catch (error) {
    if (error instanceof TypeError) throw new UsageFailure(`${path} is not UTF-8: it was changed or damaged`);
    throw error;
  }
}

/** gzip, or ZIP: a text may begin with `PK`, too. */
const isPacked = ([first, second, third, fourth]: Uint8Array): boolean =>
  (first === 0x1f && second === 0x8b) ||
  (first === 0x50 && second === 0x4b && third === 0x03 && fourth === 0x04);

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

function firstBadLine(bytes: Uint8Array): number {
  const lines = Buffer.from(bytes).toString('latin1').split('\n');
  return 1 + lines.findIndex((line) => !isUtf8(Buffer.from(line, 'latin1')));
}
