/**
 * A body of any size as a stream of UTF-8, for routes that read line by line. Where it should be UTF-8 and is not, only
 * the line that it is in is spoilt: `damage` stands in it, a text that no line can have by chance, and the route refuses
 * that line.
 */
import { isUtf8 } from 'node:buffer';
import { randomUUID } from 'node:crypto';
import { Readable, Transform } from 'node:stream';
import type { TextDecoder } from 'node:util';
import { createGunzip } from 'node:zlib';
import type { ServiceContext } from './context.ts';
import { declaredDecoder, isGzip } from './encoding.ts';
import { Refusal, refuse } from './problems.ts';

export type TextStream = {
  /** Fails where the caller hangs up, and where the body is no gzip or not in its charset. */
  source: Readable;
  /** Whether something in this text could not be decoded. */
  isDamaged: (text: string) => boolean;
};

/** What a body may grow to when it is unpacked: texts shrink to a tenth, a bomb to a thousandth. */
const growth = { free: 1024 * 1024, ratioMax: 200 };

/** Refuses with media-type-unsupported what is declared and unknown, and what is plainly no text. */
export async function textStream(c: ServiceContext): Promise<TextStream> {
  const [gzip, decoder] = [isGzip(c), declaredDecoder(c)];
  const sent = Readable.fromWeb((c.req.raw.body ?? new Blob([]).stream()) as never);
  if (!gzip && decoder === undefined) await refuseOther(sent);
  const damage = `\u{10FFFE}${randomUUID()}\u{10FFFE}`;
  const bytes = gzip ? unpacked(sent) : sent;
  const source = chained(bytes, decoder ? transcoder(decoder) : checker(damage));
  return { source, isDamaged: (text) => text.includes(damage) };
}

/** Looks at how the body begins. */
async function refuseOther(sent: Readable): Promise<void> {
  const first = await firstOf(sent);
  if (first === undefined) return;
  sent.unshift(first);
  const found = signatures.find(({ begins }) => begins.every((byte, index) => first[index] === byte));
  if (found === undefined) return;
  sent.resume();
  refuse('media-type-unsupported', found.detail);
}

const utf16 = 'the body is UTF-16: send UTF-8, or say so with charset=utf-16le or utf-16be';
const signatures = [
  { begins: [0x1f, 0x8b], detail: 'the body is compressed: send Content-Encoding: gzip, or plain text' },
  { begins: [0xff, 0xfe], detail: utf16 },
  { begins: [0xfe, 0xff], detail: utf16 },
  { begins: [0x50, 0x4b, 3, 4], detail: 'the body is a ZIP file, or a spreadsheet: send CSV or NDJSON' },
];

/** Undefined where the body is empty. Refuses where it does not come: nobody would hear of that again. */
async function firstOf(sent: Readable): Promise<Uint8Array | undefined> {
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array | undefined>();
  const look = () => resolve(sent.read() ?? undefined);
  const missing = () => reject(new Refusal('malformed-request', 'the body did not arrive'));
  sent.once('readable', look).once('end', look).once('error', missing);
  const first = await promise;
  sent.off('readable', look).off('end', look).off('error', missing);
  return first;
}

/** Fails where it would grow too much, and as soon as it does. */
function unpacked(sent: Readable): Readable {
  let [packed, size] = [0, 0];
  const counter = new Transform({
    transform(chunk: Uint8Array, _, done) {
      packed += chunk.length;
      done(null, chunk);
    },
  });
  const limiter = new Transform({
    transform(chunk: Uint8Array, _, done) {
      size += chunk.length;
      if (size > growth.free + growth.ratioMax * packed) return done(new Error('it unpacks to far too much'));
      done(null, chunk);
    },
  });
  return chained(chained(chained(sent, counter), createGunzip(), 'it is not valid gzip'), limiter);
}

/**
 * `pipe`, with errors handed on. What fails lets go of what was before it: that is read to its end and dropped, since a
 * caller who is still sending could not hear the answer.
 */
function chained<Next extends Transform>(from: Readable, to: Next, saying?: string): Next {
  from.on('error', (error) => to.destroy(error));
  to.on('error', () => {
    from.unpipe(to);
    from.resume();
  });
  if (saying !== undefined) to.prependListener('error', (error) => Object.assign(error, { message: saying }));
  return from.pipe(to);
}

function transcoder(decoder: TextDecoder): Transform {
  const decoded = (chunk?: Uint8Array) => {
    try {
      return Buffer.from(chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode());
    } catch {
      throw new Error(`it is not ${decoder.encoding}, as its charset says`);
    }
  };
  return transform(decoded, () => decoded());
}

/** Lets UTF-8 pass, and marks the lines that are not. */
function checker(damage: string): Transform {
  let tail: Buffer = Buffer.alloc(0);
  const checked = (chunk: Uint8Array) => {
    const all = Buffer.concat([tail, chunk]);
    const end = all.length - openEnd(all);
    tail = all.subarray(end);
    return marked(all.subarray(0, end), damage);
  };
  return transform(checked, () => marked(tail, damage));
}

/** How many bytes at the end begin a character that goes on in the next chunk. */
function openEnd(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? back : 0;
    if (byte < 0x80) return 0;
  }
  return 0;
}

const lineEnd = 0x0a;

function marked(bytes: Buffer, damage: string): Buffer {
  if (isUtf8(bytes)) return bytes;
  const lines: Buffer[] = [];
  for (let start = 0; start < bytes.length; ) {
    const found = bytes.indexOf(lineEnd, start);
    const end = found < 0 ? bytes.length : found + 1;
    const line = bytes.subarray(start, end);
    lines.push(isUtf8(line) ? line : Buffer.from(line.toString('latin1').replace(/[\x80-\xff]+/g, damage)));
    start = end;
  }
  return Buffer.concat(lines);
}

const transform = (each: (chunk: Uint8Array) => Buffer, last: () => Buffer): Transform =>
  new Transform({
    transform(chunk: Uint8Array, _, done) {
      callback(done, () => each(chunk));
    },
    flush(done) {
      callback(done, last);
    },
  });

function callback(done: (error: Error | null, data?: Buffer) => void, work: () => Buffer): void {
  try {
    done(null, work());
  } catch (error) {
    done(error as Error);
  }
}
