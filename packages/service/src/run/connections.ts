/**
 * The connections of a server: none is kept for nothing, and none is cut while it has an answer to come, but for the
 * one on which nothing has moved for a long time. A stop ends the ones that wait at once, the others with their answer.
 * HTTP/2 has sessions, which know by themselves what is under way.
 */
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { ServerHttp2Session } from 'node:http2';
import type { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import type { Logger } from 'pino';
import type { ConnectionLimits } from '../process/limits.ts';
import { type AnyServer, isSecure } from './server.ts';

const sayEveryMs = 60_000;

/** `answers`: how many are under way; `settled`: bytes that had come when the last one ended. */
type Connection = { answers: Set<ServerResponse>; settled: number };

export class Connections {
  readonly #server: AnyServer;
  readonly #limits: ConnectionLimits;
  readonly #logger: Logger;
  readonly #connections = new Map<Socket, Connection>();
  readonly #sessions = new Set<ServerHttp2Session>();
  #stopping = false;
  #saidAt = Number.NEGATIVE_INFINITY;

  constructor(server: AnyServer, limits: ConnectionLimits, logger: Logger) {
    this.#server = server;
    this.#limits = limits;
    this.#logger = logger;
    const { keepAliveMs: keepAliveTimeout, connectionsMax: maxConnections } = limits;
    Object.assign(server, { keepAliveTimeout, maxConnections });
    server.setTimeout(limits.silenceMs);
    this.#listen(server as Server);
  }

  #listen(server: Server): void {
    server.on('drop', () => this.#full());
    server.on(isSecure(server) ? 'secureConnection' : 'connection', (socket: Socket) => this.#add(socket));
    server.on('session', (session: ServerHttp2Session) => this.#addSession(session));
    const onRequest = (request: IncomingMessage, response: ServerResponse) => this.#answer(request, response);
    server.prependListener('request', onRequest).prependListener('checkExpectation', onRequest);
  }

  /** Resolves when the last running request has its answer; nothing new is accepted. */
  async drain(): Promise<void> {
    const { promise: closed, resolve } = Promise.withResolvers<void>();
    this.#stopping = true;
    this.#server.close(() => resolve());
    for (const session of this.#sessions) session.close();
    for (const [socket, connection] of this.#connections) {
      for (const response of connection.answers) response.shouldKeepAlive = false;
      if (connection.answers.size === 0) this.#end(socket, connection);
    }
    await closed;
  }

  /** Ends what is left, at once. */
  cut(): void {
    for (const session of this.#sessions) session.destroy();
    for (const socket of this.#connections.keys()) socket.destroy();
  }

  #add(socket: Socket): void {
    if ((socket as TLSSocket).alpnProtocol === 'h2') return;
    this.#connections.set(socket, { answers: new Set(), settled: 0 });
    socket.once('close', () => this.#connections.delete(socket));
  }

  #addSession(session: ServerHttp2Session): void {
    this.#sessions.add(session);
    session.once('close', () => this.#sessions.delete(session));
    if (this.#stopping) session.close();
  }

  #answer({ socket }: IncomingMessage, response: ServerResponse): void {
    const connection = this.#connections.get(socket);
    if (connection === undefined) return;
    if (this.#stopping) response.shouldKeepAlive = false;
    connection.answers.add(response);
    response.on('close', () => {
      connection.answers.delete(response);
      connection.settled = socket.bytesRead;
      if (this.#stopping && connection.answers.size === 0) socket.destroySoon();
    });
  }

  /** A request whose headers are on their way may still come, for a moment. */
  #end(socket: Socket, connection: Connection): void {
    if (socket.bytesRead === connection.settled) return void socket.destroySoon();
    const late = setTimeout(() => {
      if (connection.answers.size === 0) socket.destroy();
    }, this.#limits.lingerMs);
    socket.once('close', () => clearTimeout(late));
  }

  /** Connections that only wait make room for the next ones. */
  #full(): void {
    (this.#server as Server).closeIdleConnections();
    if (performance.now() - this.#saidAt < sayEveryMs) return;
    this.#saidAt = performance.now();
    const { connectionsMax } = this.#limits;
    this.#logger.warn(
      { connectionsMax },
      'connections are refused: there are as many as CONNECTIONS_MAX allows',
    );
  }
}
