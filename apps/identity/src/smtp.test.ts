/** Mail over SMTP, to a server that speaks as much of it as it takes. */
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { startService } from '@quickmart/service/testing';
import { expect, onTestFinished, test, vi } from 'vitest';
import { env, newEmail, password } from '../test/testing.ts';
import identity from './service.ts';

type Letter = { to: string; text: string };

async function startMailServer() {
  const letters: Letter[] = [];
  const server = createServer((socket) => void serve(socket, letters));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return { letters, url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

/** RFC 5321, without what a mail to one person does not need. */
async function serve(socket: Socket, letters: Letter[]): Promise<void> {
  const say = (line: string) => void socket.write(`${line}\r\n`);
  say('220 mail.example');
  let [to, text, isData] = ['', '', false];
  for await (const line of createInterface(socket)) {
    if (isData && line !== '.') text += `${line}\n`;
    else if (isData) {
      letters.push({ to, text });
      [text, isData] = ['', false];
      say('250 taken');
    } else if (line.startsWith('DATA')) {
      isData = true;
      say('354 go on');
    } else if (line.startsWith('QUIT')) socket.end('221 bye\r\n');
    else {
      to = /^RCPT TO:<(.*)>/.exec(line)?.[1] ?? to;
      say('250 mail.example');
    }
  }
}

const started = async (url: string) => {
  const service = await startService(identity, { env: { ...env, SMTP_URL: url } });
  onTestFinished(() => service.stop());
  return service;
};

test('with SMTP_URL a code goes out by mail, and nobody reads it here', async () => {
  const { letters, url } = await startMailServer();
  const { send } = await started(url);
  const email = newEmail();
  const { body } = await send('POST', '/api/accounts', { email, password });
  await vi.waitFor(() => expect(letters).toHaveLength(1), 10_000);
  const [letter] = letters as [Letter];
  expect(letter.to).toBe(email);
  expect(letter.text).not.toContain(body.id);
  const code = /Subject: Your code to verify: (\d{6})/.exec(letter.text)?.[1];
  expect((await send('POST', '/api/accounts/verify', { email, code })).status).toBe(200);
  expect((await send('GET', '/dev/inbox')).status).toBe(404);
});

test('where no mail goes out, the answer is the same, and the log says so without the address', async () => {
  const service = await started('smtp://127.0.0.1:1');
  const email = newEmail();
  expect((await service.send('POST', '/api/accounts', { email, password })).status).toBe(201);
  await vi.waitFor(() => expect(service.lines.join('\n')).toContain('a mail could not be sent'), 10_000);
  expect(service.lines.filter((line) => line.includes(email))).toEqual([]);
});
