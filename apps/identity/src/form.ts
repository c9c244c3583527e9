/** A small form as a body, as OAuth has it. */
import type { ServiceContext } from '@quickmart/service';
import { limits } from './limits.ts';

const formType = /^application\/x-www-form-urlencoded\s*(;|$)/i;

/** Undefined where it is none, is too large, or has a field twice. */
export async function readForm(c: ServiceContext): Promise<URLSearchParams | undefined> {
  if (!formType.test(c.req.header('Content-Type') ?? '')) return undefined;
  if (Number(c.req.header('Content-Length') ?? 0) > limits.formBytes) return undefined;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of c.req.raw.body ?? []) {
    size += chunk.length;
    if (size > limits.formBytes) return undefined;
    chunks.push(chunk);
  }
  const form = new URLSearchParams(Buffer.concat(chunks).toString());
  const names = [...form.keys()];
  return new Set(names).size === names.length ? form : undefined;
}
