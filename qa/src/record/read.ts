/** Reads a recording line by line: only little of it is in memory, however long it is. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import type { LogEntry } from '@quickmart/streams';
import { z } from 'zod';
import { UsageFailure } from '../failure.ts';
import { decodedPieces } from '../text-file.ts';
import {
  type Claim,
  type Header,
  headerBytes,
  headerShape,
  type Line,
  parseLine,
  type Timer,
} from './format.ts';

/** Throws a {@link UsageFailure} where the file is no recording. */
export async function readHeader(path: string): Promise<Header> {
  const file = await open(path).catch((error: Error) => {
    throw new UsageFailure(`${path} cannot be read: ${error.message}`);
  });
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headerBytes), 0, headerBytes, 0);
    const header = headerShape.safeParse(tryParse(buffer.subarray(0, bytesRead).toString()));
    if (header.success) return header.data;
    throw new UsageFailure(`${path} is no recording of this version: ${z.prettifyError(header.error)}`);
  } finally {
    await file.close();
  }
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const batchLines = 500;

/** Everything after the header, in batches. Throws a {@link UsageFailure} that names the first bad line. */
export const readLines = (path: string): AsyncGenerator<Line[]> => parsedLines(path, '');

/**
 * The entries of one category, in order; the others are not even parsed. `types`: only lines in which one of these event types
 * stands, wherever it does.
 */
export const readEntries = (
  path: string,
  category: string,
  types: readonly string[] = [''],
): AsyncGenerator<LogEntry[]> =>
  parsedLines(path, `{"position":"${category}.`, types) as AsyncGenerator<LogEntry[]>;

export const readClaims = (path: string): AsyncGenerator<Claim[]> =>
  parsedLines(path, '{"claim":') as AsyncGenerator<Claim[]>;

export const readTimers = (path: string): AsyncGenerator<Timer[]> =>
  parsedLines(path, '{"timer":') as AsyncGenerator<Timer[]>;

async function* parsedLines(
  path: string,
  start: string,
  parts: readonly string[] = [''],
): AsyncGenerator<Line[]> {
  const input = Readable.from(decodedPieces(path, createReadStream(path, { start: headerBytes })));
  let [batch, number] = [[] as Line[], 1];
  for await (const text of createInterface({ input })) {
    number += 1;
    if (!text.startsWith(start) || !parts.some((part) => text.includes(part))) continue;
    batch.push(parsed(text, path, number));
    if (batch.length < batchLines) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

function parsed(text: string, path: string, number: number): Line {
  try {
    return parseLine(text);
  } catch (error) {
    const reason = error instanceof z.ZodError ? z.prettifyError(error) : (error as Error).message;
    throw new UsageFailure(`${path}:${number} is not a line of a recording: ${reason}`);
  }
}

export async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { start: headerBytes })) hash.update(chunk as Buffer);
  return `sha256:${hash.digest('hex')}`;
}
