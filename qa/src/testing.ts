/** For tests: commands as they are typed, and requests that must succeed. */
import type { Lab } from './lab.ts';
import { type Request, request } from './lab-io.ts';
import { run } from './program.ts';

/** `pnpm qa <args>` in this process, on a lab where one is given. */
export async function qa(
  lab: Lab | undefined,
  ...args: string[]
): Promise<{ code: number; out: string; err: string }> {
  const target = lab ? ['--redis', lab.url, '--data', lab.data] : [];
  const said = { out: '', err: '' };
  const [out, err] = [process.stdout.write, process.stderr.write];
  const listen = (name: 'out' | 'err') => (text: string | Uint8Array) => {
    said[name] += text;
    return true;
  };
  process.stdout.write = listen('out');
  process.stderr.write = listen('err');
  try {
    return { code: await run([...args, ...target]), ...said };
  } finally {
    Object.assign(process.stdout, { write: out });
    Object.assign(process.stderr, { write: err });
    // What a command says is no outcome of the tests.
    process.exitCode = undefined;
  }
}

// biome-ignore lint/suspicious/noExplicitAny: what an API answers has no type here.
type Body = any;

/** Sends a request that must succeed; its body. */
export async function send(lab: Lab, service: string, sent: Request): Promise<Body> {
  const { status, body } = await request(lab, service, sent);
  if (status >= 300) throw new Error(`${sent.method} ${sent.path}: ${status} ${JSON.stringify(body)}`);
  return body;
}
