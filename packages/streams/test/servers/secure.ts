/**
 * A Redis behind TLS, for a user with no more rights than are asked for. TLS ends in this process, in front of the server,
 * as it does with stunnel or a load balancer: not every redis-server is built with TLS.
 */
import { once } from 'node:events';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { createServer } from 'node:tls';
import { aclRule } from '../../src/operate/rights.ts';
import { type Certificate, selfSigned } from './certificate.ts';
import { startRedis, type TestRedis } from './redis.ts';

export type SecureRedis = {
  /** `rediss://user:password@127.0.0.1:port` */
  readonly url: string;
  readonly port: number;
  readonly login: { username: string; password: string };
  readonly certificate: Certificate;
  /** The server behind it, for whoever administers it. */
  readonly server: TestRedis;
  stop(): Promise<void>;
};

const login = { username: 'quickmart', password: 'p@ss/word' };

/** `rule`: of the user, behind its password; by default what {@link aclRule} asks for. */
export async function startSecureRedis(
  options: { rule?: string; certificate?: Certificate; appendOnly?: boolean } = {},
): Promise<SecureRedis> {
  const { certificate = selfSigned(), rule = aclRule(['*']), appendOnly = false } = options;
  const user = ['--user', login.username, 'on', `>${login.password}`, ...rule.split(' ')];
  const server = await startRedis({ appendOnly, args: user });
  const tls = await startTls(server.port, certificate);
  const [name, password] = [login.username, login.password].map(encodeURIComponent);
  const url = `rediss://${name}:${password}@127.0.0.1:${tls.port}`;
  const stop = async () => {
    await tls.stop();
    await server.stop();
  };
  return { url, port: tls.port, login, certificate, server, stop };
}

/** TLS in front of a port of 127.0.0.1. */
export async function startTls(targetPort: number, certificate: Certificate) {
  const sockets = new Set<Socket>();
  const server = createServer(certificate, (near) => {
    const far = connect(targetPort, '127.0.0.1');
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.on('error', () => {}).on('close', () => sockets.delete(one) && other.destroy());
      one.pipe(other);
    }
  });
  server.on('tlsClientError', () => {}); // one that does not trust us, or speaks no TLS
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const stop = async () => {
    const closed = once(server, 'close');
    server.close();
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  return { port: (server.address() as AddressInfo).port, stop };
}
