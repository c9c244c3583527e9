/**
 * A proxy to a SQL Server that answers chosen requests with an error of its own: what Azure or another session does
 * to one, whenever a test wants it. Only for `encrypt=false`, where just the login is encrypted.
 *
 * A TDS packet: type, status (1: the last of its message), length in two bytes, four bytes more, data. [MS-TDS]
 */
import { connect, createServer, type Socket } from 'node:net';

/** Batch, remote procedure call, transaction: what the login consists of is let through. */
const requestTypes = new Set([1, 3, 14]);
const isTls = (type: number) => type >= 20 && type <= 23;

export async function faultyTds(host: string, port: number) {
  const sockets = new Set<Socket>();
  let fault = { number: 0, after: Number.POSITIVE_INFINITY, times: 0 };
  /** The error to answer this request with. */
  const next = (): number | undefined => {
    if (--fault.after >= 0 || fault.times === 0) return undefined;
    fault.times--;
    return fault.number;
  };
  const server = createServer((near) => {
    const far = connect(port, host);
    for (const socket of [near, far]) {
      sockets.add(socket.on('error', () => {}));
      socket.on('close', () => [near, far].forEach((one) => void one.destroy()));
    }
    far.pipe(near);
    near.on('data', splitter(near, far, next));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as { port: number }).port,
    /** Fails `times` requests with this error, after letting `after` through. */
    fail: (number: number, after = 0, times = 1) => {
      fault = { number, after, times };
    },
    /** How many of the errors are still to come. */
    left: () => fault.times,
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

/** Passes packets on; those of a request that is to fail are dropped, and after the last one comes the error. */
function splitter(near: Socket, far: Socket, next: () => number | undefined) {
  let rest = Buffer.alloc(0);
  let failing: number | undefined;
  let isFirst = true;
  return (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    while (rest.length >= 8) {
      const type = rest[0]!;
      const length = isTls(type) ? 5 + rest.readUInt16BE(3) : rest.readUInt16BE(2);
      if (rest.length < length) return;
      const packet = rest.subarray(0, length);
      rest = rest.subarray(length);
      if (isFirst && requestTypes.has(type)) failing = next();
      const isLast = isTls(type) || (packet[1]! & 1) === 1;
      if (failing === undefined) far.write(packet);
      else if (isLast) near.write(errorAnswer(failing));
      if (isLast) failing = undefined;
      isFirst = isLast;
    }
  };
}

function errorAnswer(number: number): Buffer {
  const text = Buffer.from(`injected ${number}`, 'utf16le');
  const error = Buffer.alloc(14 + text.length);
  error.writeInt32LE(number, 0);
  error.writeUInt8(1, 4);
  error.writeUInt8(16, 5);
  error.writeUInt16LE(text.length / 2, 6);
  text.copy(error, 8);
  // The names of server and procedure stay empty, the line 0.
  const done = Buffer.from([0xfd, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  const body = Buffer.concat([Buffer.from([0xaa, error.length & 255, error.length >> 8]), error, done]);
  const header = Buffer.from([4, 1, 0, 0, 0, 0, 1, 0]);
  header.writeUInt16BE(8 + body.length, 2);
  return Buffer.concat([header, body]);
}
