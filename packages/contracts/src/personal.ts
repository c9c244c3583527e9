/**
 * Personal data in events. A field that holds personal data is marked where it is declared, and its value is a sealed text.
 * A sealed text opens with the key of its person only. Handlers, states and rows pass it on, and never open it.
 *
 * A sealed text is `sealed.<version>.<subject>.<place>.<payload>`. The subject is whose it is, the place is what it is. Both
 * are bound to the payload: a text that was moved to another person or another place does not open, or is refused here.
 *
 * @example
 * event('UserRegisteredEvent', z.object({ userId: id, email: z.string().meta({ personal: 'userId' }) }));
 */
import { z } from 'zod';

/**
 * What `.meta({ personal })` says: the path of the subject's id in the same data, or more than that.
 * - `of`: that path. Without it, the sealed text alone says whose it is.
 * - `place`: what it is, for values that are copied into other events; by default `<event type>/<path of the field>`.
 * - `clear`: what may stand there unsealed. `uuid`: an id, which names nobody. `any`: also what the system itself says, and
 *   what is copied from events of the time before.
 */
export type Personal = string | { of?: string; place?: string; clear?: 'uuid' | 'any' };

declare module 'zod' {
  interface GlobalMeta {
    personal?: Personal | undefined;
    /** A field of an event that is for nobody's eyes, such as the hash of a password: no history and no export shows it. */
    secret?: true | undefined;
  }
}

/** Who buys: an id as it is, or a text of theirs, sealed. */
export const customerId = z.string().meta({ personal: { place: 'customer', clear: 'uuid' } });
/** The same, copied from another event. */
export const copiedCustomerId = z.string().meta({ personal: { place: 'customer', clear: 'any' } });
/** Why: what the system says as it is, what a person has typed sealed. */
export const typedReason = z.string().meta({ personal: { place: 'reason', clear: 'any' } });
/** An address, sealed field by field for the person that the field `of` of the same event names. */
export function personalAddress(of: string) {
  const field = (name: string) => z.string().meta({ personal: { of, place: `address/${name}` } });
  return z.object({
    name: field('name'),
    company: field('company').nullable(),
    line1: field('line1'),
    line2: field('line2').nullable(),
    postalCode: field('postalCode'),
    city: field('city'),
    region: field('region').nullable(),
    country: field('country'),
    phone: field('phone').nullable(),
  });
}
export type PersonalAddress = z.infer<ReturnType<typeof personalAddress>>;

const form =
  /^sealed\.1\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([A-Za-z0-9/_-]{1,100})\.([\w-]{38,})$/;
/** All of them in a JSON text, where they are values. */
export const sealedInJson =
  /"(sealed\.1\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.[A-Za-z0-9/_-]{1,100}\.[\w-]{38,})"(?!:)/g;

export type Sealed = { subject: string; place: string; payload: string };

/** Undefined where it is no sealed text. */
export function parseSealed(text: string): Sealed | undefined {
  const [, subject, place, payload] = form.exec(text) ?? [];
  return subject && place && payload ? { subject, place, payload } : undefined;
}

export const formatSealed = ({ subject, place, payload }: Sealed): string =>
  `sealed.1.${subject}.${place}.${payload}`;

export const isSealed = (text: string): boolean => text.startsWith('sealed.1.') && form.test(text);

/** The longest sealed text of so many characters, for the columns of read models. */
export const sealedLength = (characters: number, place = 'x'.repeat(100)): number =>
  formatSealed({ subject: 'x'.repeat(36), place, payload: '' }).length +
  Math.ceil(((4 * characters + 28) * 4) / 3);

/** A field of an event that holds personal data. */
export type Mark = {
  readonly path: readonly string[];
  readonly place: string;
  readonly of: string | undefined;
  readonly clear: 'uuid' | 'any' | undefined;
};

/** The fields of an event that are secret. */
export const secretsOf = (shape: z.ZodType): string[] =>
  shape instanceof z.ZodObject
    ? Object.entries(shape.shape).flatMap(([name, field]) => (isSecret(field as z.ZodType) ? [name] : []))
    : [];

/** The names of all fields that are secret, at whatever depth: by them what is secret is known in a state, too. */
export const secretNamesIn = (shape: z.ZodType): string[] => [
  ...secretsOf(shape),
  ...partsOf(shape).flatMap(([, part]) => secretNamesIn(part)),
];

/** Also where it may be null or left out, and where it is a list of secrets. */
const isSecret = (field: z.ZodType): boolean =>
  field.meta()?.secret === true ||
  (!(field instanceof z.ZodObject) && partsOf(field).some(([, part]) => isSecret(part)));

const wrappers = [z.ZodOptional, z.ZodExactOptional, z.ZodNullable, z.ZodDefault, z.ZodReadonly];

/** What a shape is made of, each with its part of a path: none, where it stands at the same place. */
function partsOf(shape: z.ZodType): (readonly [path: readonly string[], part: z.ZodType])[] {
  if (shape instanceof z.ZodObject)
    return Object.entries(shape.shape).map(([name, field]) => [[name], field as z.ZodType]);
  if (shape instanceof z.ZodArray) return [[['*'], shape.element as z.ZodType]];
  if (shape instanceof z.ZodRecord) return [[['*'], shape.valueType as z.ZodType]];
  if (shape instanceof z.ZodUnion) return shape.options.map((one) => [[], one as z.ZodType]);
  if (wrappers.some((wrapper) => shape instanceof wrapper))
    return [[[], (shape as z.ZodOptional<z.ZodType>).unwrap()]];
  return [];
}

/** The marks of an event's data. `*` in a path stands for every item of an array or a record. */
export function marksOf(eventType: string, shape: z.ZodType, path: readonly string[] = []): Mark[] {
  const personal = shape.meta()?.personal;
  if (personal !== undefined) {
    const {
      of,
      place = [eventType, ...path].join('/'),
      clear,
    }: Exclude<Personal, string> = typeof personal === 'string' ? { of: personal } : personal;
    return [{ path, place: place.replaceAll('*', '_'), of, clear }];
  }
  return partsOf(shape).flatMap(([own, part]) => marksOf(eventType, part, [...path, ...own]));
}

/**
 * What is wrong with the personal data of an event, in words that do not hold it. A sealed text stands in its place and is
 * of its person. Where the event is new, nothing stands there in clear.
 */
export function personalFault(marks: readonly Mark[], data: unknown, isNew: boolean): string | undefined {
  for (const mark of marks)
    for (const value of valuesAt(data, mark.path)) {
      const fault = faultOf(mark, value, data, isNew);
      if (fault !== undefined) return `${mark.path.join('.')} ${fault}`;
    }
  return undefined;
}

function faultOf({ place, of, clear }: Mark, value: unknown, data: unknown, isNew: boolean) {
  if (value === null || value === undefined) return undefined;
  const sealed = parseSealed(String(value));
  if (sealed === undefined) {
    const isClear = clear === 'any' || (clear === 'uuid' && isUuid(value));
    return isNew && !isClear ? 'is personal and not sealed' : undefined;
  }
  if (sealed.place !== place) return `holds what was sealed for ${sealed.place}`;
  if (of === undefined) return undefined;
  const subject = subjectIn(valuesAt(data, of.split('.'))[0]);
  return subject === undefined || subject === sealed.subject ? undefined : 'is of somebody else';
}

/** Made once: that takes twenty times as long as to use it. */
const uuid = z.uuid();
const isUuid = (value: unknown): boolean => uuid.safeParse(value).success;

/** Whom a value names: a subject's id, or a sealed text. Undefined: a text from before personal data was sealed. */
export function subjectIn(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  return parseSealed(value)?.subject ?? (isUuid(value) ? value.toLowerCase() : undefined);
}

/** What stands at a path of an event's data: several, where there is a `*` in it. */
export function valuesAt(data: unknown, [name, ...rest]: readonly string[]): unknown[] {
  if (name === undefined) return [data];
  if (typeof data !== 'object' || data === null) return [];
  if (name === '*') return Object.values(data).flatMap((item) => valuesAt(item, rest));
  return valuesAt((data as Record<string, unknown>)[name], rest);
}
