/**
 * Seals and opens personal data. One per process.
 *
 * A key is looked up whenever something is opened: so an erasure holds at once, in every process. Keys for sealing are kept
 * in memory: what is sealed under a key that was destroyed meanwhile opens for nobody.
 *
 * @example
 * const sealing = await openSealing({ url: 'file:.data/keys.sqlite', master: { file: '.data/master.key' }, logger });
 * const sealed = await sealing.seal(userId, 'UserRegisteredEvent/email', 'ann@example.com');
 * await sealing.open([sealed]); // Map { sealed => 'ann@example.com' }
 * await sealing.erase(userId);
 * await sealing.open([sealed]); // Map { sealed => null }
 */
import { createHmac, createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { parseSealed, sealedInJson, subjectIn } from '@quickmart/contracts/personal';
import type { Logger } from '@quickmart/streams';
import { LRUCache } from 'lru-cache';
import { openText, personKey, sealText } from './cipher.ts';
import type { KeyRing } from './key-ring.ts';

const customerPlace = 'customer';
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const blindKey = 'secret:blind-index';
const secretName = /^[a-z][a-z0-9-]{0,60}$/;

export class Sealing implements AsyncDisposable {
  readonly #keys: KeyRing;
  readonly #blind: KeyObject;
  readonly #logger: Logger;
  /** Whoever orders comes back within minutes. Of an erased person it opens for nobody, like what is sealed with a kept key. */
  readonly #customers = new LRUCache<string, string>({ max: 10_000, ttl: 600_000 });

  private constructor(keys: KeyRing, blind: Buffer, logger: Logger) {
    this.#keys = keys;
    this.#blind = createSecretKey(blind);
    this.#logger = logger;
  }

  static async on(keys: KeyRing, logger: Logger): Promise<Sealing> {
    const blind = await keys.secret(blindKey, () => randomBytes(32));
    return new Sealing(keys, blind, logger);
  }

  /**
   * The sealed text: always the same one for the same text, person and place. `subject` is a UUID, `place` what the text is:
   * see contracts/src/personal.ts. What is sealed for a person who was erased opens for nobody.
   * @throws OutageError where the keys cannot be reached
   */
  async seal(subject: string, place: string, text: string): Promise<string> {
    const id = subjectId(subject);
    return sealText(await this.#keys.toSeal(id), id, place, text);
  }

  /** Every field for itself, for the place `<place>/<its name>`: so each is opened where it stands in an answer. Null stays null. */
  async sealFields<Fields extends { readonly [Name in keyof Fields]: string | null | undefined }>(
    subject: string,
    place: string,
    fields: Fields,
  ): Promise<Fields> {
    const sealed = Object.entries<string | null | undefined>(fields).map(async ([field, text]) => [
      field,
      text == null ? text : await this.seal(subject, `${place}/${field}`, text),
    ]);
    return Object.fromEntries(await Promise.all(sealed)) as Fields;
  }

  /** As `seal`, but makes no key: undefined where nothing was ever sealed for this person, or they were erased. */
  async find(subject: string, place: string, text: string): Promise<string | undefined> {
    const id = subjectId(subject);
    const key = (await this.#keys.toOpen([id])).get(id);
    return key && sealText(personKey(key), id, place, text);
  }

  /**
   * What each of these sealed texts says. Null: the person was erased, or it is not what was once sealed.
   * @throws OutageError where the keys cannot be reached
   */
  async open(texts: Iterable<string>): Promise<Map<string, string | null>> {
    const parsed = [...new Set(texts)].map((text) => [text, parseSealed(text)] as const);
    const found = await this.#keys.toOpen([
      ...new Set(parsed.flatMap(([, sealed]) => sealed?.subject ?? [])),
    ]);
    const keys = new Map([...found].map(([subject, key]) => [subject, createSecretKey(key)]));
    return new Map(
      parsed.map(([text, sealed]) => {
        const key = sealed && keys.get(sealed.subject);
        const opened = key && openText(key, sealed);
        if (key && opened === undefined)
          this.#logger.error(
            { subject: sealed.subject, place: sealed.place },
            'a sealed text does not open: it was changed, or moved here from another place',
          );
        return [text, opened ?? null];
      }),
    );
  }

  /** The same for every sealed text that is a value in a JSON text. */
  async openJson(json: string): Promise<string> {
    const texts = await this.open([...json.matchAll(sealedInJson)].map(([, text]) => text!));
    return json.replaceAll(sealedInJson, (_, text: string) => JSON.stringify(texts.get(text)));
  }

  /** For finding by equality what is kept sealed: the same text of the same purpose is always the same, and says nothing. */
  blind(purpose: string, text: string): string {
    return this.#hmac(purpose, text).toString('base64url');
  }

  /**
   * A customer as events name them: a UUID, which says nothing, as it is; any other text, which may be an e-mail address, is
   * sealed for the person that it stands for.
   */
  async customer(text: string): Promise<string> {
    if (isId(text)) return text;
    const known = this.#customers.get(text);
    if (known !== undefined) return known;
    const sealed = await this.seal(this.subjectOf(text), customerPlace, text);
    this.#customers.set(text, sealed);
    return sealed;
  }

  /** All that events may name this customer by, to find them by equality: older ones have the text itself. */
  async customers(text: string): Promise<string[]> {
    const sealed = isId(text) ? undefined : await this.find(this.subjectOf(text), customerPlace, text);
    return sealed === undefined ? [text] : [sealed, text];
  }

  /** Whose a text is that names a person: of a UUID itself, of a sealed text its own, of any other a UUID that follows from it. */
  subjectOf(text: string): string {
    const known = subjectIn(text);
    if (known !== undefined) return known;
    const hash = this.#hmac('subject', text);
    hash[6] = (hash[6]! & 0x0f) | 0x80;
    hash[8] = (hash[8]! & 0x3f) | 0x80;
    const hex = hash.toString('hex', 0, 16);
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  }

  #hmac(purpose: string, text: string): Buffer {
    return createHmac('sha256', this.#blind).update(`${purpose.length} ${purpose}${text}`).digest();
  }

  /** Destroys the key of a person, for ever. False: that was done before. */
  async erase(subject: string): Promise<boolean> {
    return await this.#keys.erase(subjectId(subject));
  }

  /** Keeps a secret of the system, such as a signing key. Of several processes that do so at once, one wins: see what is kept. */
  async keep(name: string, secret: string): Promise<string> {
    const kept = await this.#keys.secret(secretId(name), () => Buffer.from(secret));
    return kept.toString();
  }

  async kept(name: string): Promise<string | undefined> {
    const id = secretId(name);
    return (await this.#keys.toOpen([id])).get(id)?.toString();
  }

  /** Forgets a secret of the system. */
  async forget(name: string): Promise<boolean> {
    return await this.#keys.erase(secretId(name));
  }

  /** Wraps every key by this master key. The other one has to be known until it is done; run it again after a crash. */
  async rotate(newMaster: Buffer): Promise<{ wrapped: number }> {
    return await this.#keys.rotate(newMaster);
  }

  /** For checks of readiness. */
  async ping(): Promise<void> {
    await this.#keys.ping();
  }

  async close(): Promise<void> {
    await this.#keys.close();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}

/** As services make them: in small letters. */
const isId = (text: string): boolean => uuid.test(text) && text === text.toLowerCase();

function subjectId(subject: string): string {
  if (!uuid.test(subject)) throw new Error('the subject of personal data is a UUID');
  return subject.toLowerCase();
}

function secretId(name: string): string {
  if (!secretName.test(name)) throw new Error(`${name} cannot be the name of a secret`);
  return `secret:${name}`;
}
