/**
 * How a text is sealed: AES-256-GCM under the key of its person, with the person and the place as associated data.
 *
 * The nonce follows from the text (as in SIV, RFC 5297): the same text of the same person at the same place is always the
 * same sealed text. So decisions compare sealed texts, a repeated request leads to the same event, and a customer's orders
 * are found by equality. Who has no key learns from it only that two texts of one person are equal.
 */
import { createCipheriv, createDecipheriv, createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import { formatSealed, type Sealed } from '@quickmart/contracts/personal';

const nonceBytes = 12;
const tagBytes = 16;

/** The key of a person, ready for use: Node takes four times as long with the bytes of a key. */
export type PersonKey = {
  readonly text: KeyObject;
  /** For nonces, and nothing else. */
  readonly nonce: KeyObject;
};

export function personKey(key: Buffer): PersonKey {
  const text = createSecretKey(key);
  return { text, nonce: createSecretKey(createHmac('sha256', text).update('nonce').digest()) };
}

export function sealText(key: PersonKey, subject: string, place: string, text: string): string {
  const about = associated(subject, place);
  const nonce = nonceOf(key, about, text);
  const payload = encrypt(key.text, nonce, about, Buffer.from(text)).toString('base64url');
  return formatSealed({ subject, place, payload });
}

/** Undefined where it was not sealed under this key, for this person and place. */
export function openText(key: KeyObject, { subject, place, payload }: Sealed): string | undefined {
  return decrypt(key, associated(subject, place), Buffer.from(payload, 'base64url'))?.toString();
}

const associated = (subject: string, place: string): string => `${subject} ${place}`;

/** The length keeps two pairs of `about` and `text` from being one. */
const nonceOf = ({ nonce }: PersonKey, about: string, text: string): Buffer =>
  createHmac('sha256', nonce).update(`${about.length} ${about}${text}`).digest().subarray(0, nonceBytes);

/** Nonce, ciphertext and tag. */
export function encrypt(key: KeyObject, nonce: Buffer, about: string, plain: Buffer): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
  cipher.setAAD(Buffer.from(about));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Undefined where a byte of it, of the key or of `about` is another one. */
export function decrypt(key: KeyObject, about: string, sealed: Buffer): Buffer | undefined {
  if (sealed.length < nonceBytes + tagBytes) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceBytes), {
    authTagLength: tagBytes,
  });
  decipher.setAAD(Buffer.from(about));
  decipher.setAuthTag(sealed.subarray(-tagBytes));
  const plain = decipher.update(sealed.subarray(nonceBytes, -tagBytes));
  try {
    return Buffer.concat([plain, decipher.final()]);
  } catch {
    return undefined;
  }
}
