/** The server below an api: HTTP/1.1, or TLS with HTTP/2 and HTTP/1.1 on one port. */
import { createServer, type RequestListener, Server } from 'node:http';
import { createSecureServer, type Http2SecureServer } from 'node:http2';
import type { ConnectionLimits } from '../process/limits.ts';

/** Certificate and key, in PEM. */
export type Tls = { cert: string; key: string };
export type AnyServer = Server | Http2SecureServer;

export function serverOf(listener: unknown, limits: ConnectionLimits, tls: Tls | undefined): AnyServer {
  const { headersMs, checkEveryMs, streamsMax } = limits;
  const onRequest = listener as RequestListener;
  // Imports are streamed for as long as they take; bodies that are read whole have a timeout of their own (body.ts).
  // A request without Host is refused by the listener, as a problem.
  const options = {
    requestTimeout: 0,
    headersTimeout: headersMs,
    connectionsCheckingInterval: checkEveryMs,
    requireHostHeader: false,
  };
  if (tls === undefined) return createServer(options, onRequest).on('checkExpectation', onRequest);
  const settings = { maxConcurrentStreams: streamsMax };
  const secure = {
    ...options,
    ...tls,
    allowHTTP1: true,
    minVersion: 'TLSv1.2' as const,
    handshakeTimeout: headersMs,
    settings,
  };
  return createSecureServer(secure, listener as Parameters<typeof createSecureServer>[1]);
}

/** Its connections are TLS, with HTTP/2 sessions on some of them. */
export const isSecure = (server: AnyServer): boolean => !(server instanceof Server);
