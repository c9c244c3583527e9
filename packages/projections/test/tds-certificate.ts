/** The certificate that a SQL Server shows. TDS wraps the handshake in its own packets, so the driver is asked. */
import type { PeerCertificate } from 'node:tls';
import mssql from 'mssql';

/** What is internal to the driver, and the only way to it. */
type Connection = { messageIo: { securePair: { cleartext: { getPeerCertificate(): PeerCertificate } } } };
type Pool = { acquire(requester: unknown): Promise<Connection>; release(connection: Connection): void };

export async function certificateOf(serverUrl: string): Promise<{ pem: string; name: string }> {
  const { hostname, port, username, password } = new URL(serverUrl);
  const pool = await new mssql.ConnectionPool({
    server: hostname,
    port: Number(port),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    options: { encrypt: true, trustServerCertificate: true },
  }).connect();
  const internal = pool as unknown as Pool;
  const connection = await internal.acquire(pool);
  const { raw, subject } = connection.messageIo.securePair.cleartext.getPeerCertificate();
  internal.release(connection);
  await pool.close();
  const base64 = raw.toString('base64').replace(/.{64}/g, '$&\n');
  return {
    pem: `-----BEGIN CERTIFICATE-----\n${base64}\n-----END CERTIFICATE-----\n`,
    name: String(subject.CN),
  };
}
