/** Finding products by what people type: parts of words, in any order, of the name or the SKU, without accents. */
import { limits } from './limits.ts';

/** Letters that Unicode does not take apart, as they are typed where a keyboard lacks them. */
const plain: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ł: 'l',
  ı: 'i',
};

/** `Crème Brûlée` → `creme brulee`: both sides of a comparison go through it, so the database compares exactly. */
const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[ßæœøđłı]/g, (letter) => plain[letter]!);

/** What a row is searched by. A name in rare letters may grow when it is folded, and is cut then. */
export const searchText = ({ name, sku }: { name: string; sku: string }): string =>
  `${folded(sku)} ${folded(name)}`.slice(0, limits.searchTextLength).toWellFormed().trimEnd();

/** The conditions for a search: every word is in it. */
export function searchFilters(search: string) {
  const words = folded(search)
    .split(/[\s,;]+/)
    .filter((word) => word !== '');
  // Of accents and commas only: nothing has it.
  const parts = words.length > 0 ? [...new Set(words)] : [search];
  return parts.map((value) => ({ column: 'search' as const, op: 'contains' as const, value }));
}
