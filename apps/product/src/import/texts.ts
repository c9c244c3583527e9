/** Texts of other shops' files as ours: descriptions without HTML, names of attributes, SKUs. */
import { cut } from '@quickmart/contracts/shapes';
import { Parser } from 'htmlparser2';
import { limits } from '../limits.ts';

const blocks = new Set([
  'p',
  'div',
  'br',
  'li',
  'ul',
  'ol',
  'tr',
  'table',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'hr',
  'blockquote',
  'pre',
  'section',
]);
const silent = new Set(['script', 'style', 'template', 'noscript', 'iframe', 'svg']);

/** The text of a description: blocks and line breaks are new lines, everything else of the markup goes. */
export function withoutHtml(html: string): string {
  if (!/[<&]/.test(html)) return html;
  const parts: string[] = [];
  let muted = 0;
  const parser = new Parser({
    onopentagname: (name) => {
      if (silent.has(name)) muted++;
      if (blocks.has(name)) parts.push('\n');
    },
    onclosetag: (name) => {
      if (silent.has(name)) muted--;
      if (blocks.has(name) && name !== 'br' && name !== 'hr') parts.push('\n');
    },
    ontext: (text) => {
      if (muted === 0) parts.push(text);
    },
  });
  parser.end(html);
  return parts
    .join('')
    .replaceAll('\u00a0', ' ')
    .split('\n')
    .map((line) => line.replaceAll(/[ \t\r]+/g, ' ').trim())
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}

/** A description that fits, and what to say where it was cut. */
export function descriptionOf(html: string): { description: string; notes: string[] } {
  const text = withoutHtml(html);
  const description = cut(text, limits.descriptionLength).trimEnd();
  const notes =
    description === text ? [] : [`the description is cut to ${limits.descriptionLength} characters`];
  return { description, notes };
}

/** `Größe (EU)` → `Grosse-EU`: a name as attributes and options have it. */
export function nameOf(text: string, otherwise: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('ß', 'ss')
    .replaceAll(/[^A-Za-z0-9_.]+/g, '-')
    .replace(/^[^A-Za-z]+/, '')
    .replace(/-+$/, '');
  return plain === '' ? otherwise : plain.slice(0, limits.attributeKeyLength);
}

/** A SKU as ours are made: other characters become a dash. */
export const skuOf = (...parts: readonly string[]): string =>
  parts
    .map((part) => nameless(part))
    .filter((part) => part !== '')
    .join('-')
    .slice(0, limits.skuLength);

const nameless = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replaceAll(/[^A-Za-z0-9._-]+/g, '-')
    .replaceAll(/^[^A-Za-z0-9]+|-+$/g, '');

/** Attributes with the ones that say nothing left out, and texts cut. */
export function attributesOf(all: Readonly<Record<string, string | number | undefined>>) {
  const filled = Object.entries(all).filter(([, value]) => value !== undefined && value !== '');
  return Object.fromEntries(
    filled.map(([name, value]) => [
      name,
      typeof value === 'string' ? cut(value, limits.attributeValueLength).trimEnd() : value,
    ]),
  );
}

export const numberOf = (text: string | undefined): number | undefined => {
  const number = text === undefined || text.trim() === '' ? Number.NaN : Number(text);
  return Number.isFinite(number) ? number : undefined;
};

/** With what is no character of an address escaped; what is escaped stays. */
export const urlOf = (text: string): string => encodeURI(text.toWellFormed()).replaceAll('%25', '%');
