/** What a resource is called, in its operations and in words: all of it follows from its path and from the id of its shape. */
import type { z } from 'zod';

export type Names = {
  /** `GiftCard` */
  id: string;
  /** `GiftCards` */
  ids: string;
  /** `gift card` */
  one: string;
  /** `Gift cards` */
  many: string;
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `gift-cards` → `giftCards` */
export const camel = (path: string): string =>
  path.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** @throws where the shape has no `.meta({ id: … })`. */
export function namesOf(path: string, shape: z.ZodType): Names {
  const id = shape.meta()?.id;
  if (id === undefined) throw new Error(`the shape of ${path} needs an id: .meta({ id: … })`);
  const last = path.slice(path.lastIndexOf('/') + 1);
  const one = id.replace(/(?<!^)[A-Z]/g, (letter) => ` ${letter}`).toLowerCase();
  return { id, ids: capital(camel(last)), one, many: capital(last.replaceAll('-', ' ')) };
}

export const withArticle = (name: string): string => `${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name}`;
