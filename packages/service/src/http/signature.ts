/**
 * Signatures of webhooks, in Stripe's scheme: `t=<unix seconds>,v1=<hex>`, where v1 is the HMAC-SHA256 of
 * `<t>.<body>`. There may be several v1 while a secret is changed; any of them will do.
 * Source: https://docs.stripe.com/webhooks#verify-manually
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { requestLimits } from '../process/limits.ts';

const digest = (secret: string, seconds: string, body: Uint8Array): Buffer =>
  createHmac('sha256', secret).update(`${seconds}.`).update(body).digest();

export function signWebhook(secret: string, body: Uint8Array, now: number): string {
  const seconds = String(Math.floor(now / 1000));
  return `t=${seconds},v1=${digest(secret, seconds, body).toString('hex')}`;
}

/** False for a signature that is missing, malformed, too old, or of another body or secret. */
export function isWebhookSigned(
  secret: string,
  header: string | undefined,
  body: Uint8Array,
  now: number,
): boolean {
  const fields = (header ?? '').split(',').map((field) => field.split('='));
  const seconds = fields.find(([name]) => name?.trim() === 't')?.[1] ?? '';
  if (!/^\d{1,12}$/.test(seconds)) return false;
  if (Math.abs(now - Number(seconds) * 1000) > requestLimits.signatureToleranceMs) return false;
  const expected = digest(secret, seconds, body);
  return fields
    .filter(([name, value = '']) => name === 'v1' && /^[0-9a-f]{64}$/.test(value))
    .map(([, value = '']) => timingSafeEqual(Buffer.from(value, 'hex'), expected))
    .includes(true);
}
