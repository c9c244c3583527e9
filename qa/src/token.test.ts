import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { tokensOf } from './tokens.ts';

const main = fileURLToPath(new URL('main.ts', import.meta.url));

/** Where no system runs: of the issuer only. */
const askedOf = (issuer: string) =>
  promisify(execFile)(process.execPath, [main, 'token'], {
    cwd: tmpdir(),
    env: { ...process.env, ISSUER: issuer, CLIENT_ID: 'till', CLIENT_SECRET: 'another secret' },
  });

test('a client that is refused is told why, in one line', async () => {
  const answer = { error: 'invalid_client', error_description: 'unknown client, or not its secret' };
  const server = createServer((_, response) => {
    response.writeHead(401, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  await expect(askedOf(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)).rejects.toMatchObject({
    code: 1,
    stderr: 'qa: HTTP 401: unknown client, or not its secret\n',
  });
});

test('an issuer that cannot be reached is named', async () => {
  const client = { clientId: 'till', clientSecret: 'another secret' };
  await expect(tokensOf('http://127.0.0.1:1', client, { budgetMs: 100 }).current()).rejects.toMatchObject({
    exitCode: 3,
    message: 'no access token: http://127.0.0.1:1 does not answer (bad port)',
  });
});
