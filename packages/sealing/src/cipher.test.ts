import { randomBytes } from 'node:crypto';
import { formatSealed, parseSealed, sealedLength } from '@quickmart/contracts/personal';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openText, personKey, sealText } from './cipher.ts';

const key = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => personKey(Buffer.from(bytes)));
const subject = fc.uuid();
const place = fc.stringMatching(/^[A-Za-z0-9/_-]{1,100}$/);
const text = fc.string({ unit: 'grapheme', maxLength: 300 });
const sealedOf = fc.tuple(key, subject, place, text).map(([key, subject, place, text]) => ({
  key,
  subject,
  place,
  text,
  sealed: sealText(key, subject, place, text),
}));

describe('what is sealed', () => {
  test('opens again, is the same every time, and fits its column', () => {
    fc.assert(
      fc.property(sealedOf, ({ key, subject, place, text, sealed }) => {
        expect(openText(key.text, parseSealed(sealed)!)).toBe(text);
        expect(sealText(key, subject, place, text)).toBe(sealed);
        expect(sealed.length).toBeLessThanOrEqual(sealedLength([...text].length));
        // Of a shorter one the letters come about by chance.
        if (text.length > 20)
          expect(sealed).not.toContain(Buffer.from(text).toString('base64url').slice(0, 24));
      }),
    );
  });

  test('does not open where any byte of it is another one', () => {
    fc.assert(
      fc.property(sealedOf, fc.nat(), fc.integer({ min: 1, max: 255 }), ({ key, sealed }, at, change) => {
        const parsed = parseSealed(sealed)!;
        const bytes = Buffer.from(parsed.payload, 'base64url');
        bytes[at % bytes.length]! ^= change;
        expect(openText(key.text, { ...parsed, payload: bytes.toString('base64url') })).toBeUndefined();
        const cut = bytes.subarray(0, at % bytes.length);
        expect(openText(key.text, { ...parsed, payload: cut.toString('base64url') })).toBeUndefined();
      }),
    );
  });

  test('does not open as that of another person, at another place, or under another key', () => {
    fc.assert(
      fc.property(sealedOf, subject, place, ({ key, sealed, ...own }, subject, place) => {
        const parsed = parseSealed(sealed)!;
        if (subject !== own.subject) expect(openText(key.text, { ...parsed, subject })).toBeUndefined();
        if (place !== own.place) expect(openText(key.text, { ...parsed, place })).toBeUndefined();
        expect(openText(personKey(randomBytes(32)).text, parsed)).toBeUndefined();
      }),
    );
  });

  test('has a nonce of its own for every text, place and person', () => {
    fc.assert(
      fc.property(
        key,
        fc.uniqueArray(fc.tuple(subject, place, text), { selector: String, minLength: 2 }),
        (key, all) => {
          const nonces = all.map(([subject, place, text]) =>
            parseSealed(sealText(key, subject, place, text))!.payload.slice(0, 16),
          );
          expect(new Set(nonces).size).toBe(all.length);
        },
      ),
    );
  });
});

test('a text that somebody has typed is none that is sealed', () => {
  for (const typed of [
    'sealed.1.',
    'sealed.1.ann.name.abc',
    `x${formatSealed({ subject: 'a', place: 'b', payload: 'c' })}`,
  ])
    expect(parseSealed(typed)).toBeUndefined();
});
