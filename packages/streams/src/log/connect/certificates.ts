/** The certificates that the URL of a Redis names. */
import { readFileSync } from 'node:fs';
import { AddressError, type TlsFiles } from './address.ts';

/** @throws AddressError where one cannot be read */
export function contentsOf(files: TlsFiles): { ca?: string; cert?: string; key?: string } {
  const contents: { ca?: string; cert?: string; key?: string } = {};
  for (const name of ['ca', 'cert', 'key'] as const) {
    const file = files[name];
    if (file !== undefined) contents[name] = contentOf(name, file);
  }
  return contents;
}

function contentOf(name: string, file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new AddressError(`the file of ${name} cannot be read (${(error as NodeJS.ErrnoException).code})`);
  }
}
