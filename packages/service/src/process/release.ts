/** Which build this is, as operators read it, where `RELEASE` does not say it: the version of the package. */
import { readFileSync } from 'node:fs';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};
export const release: string = version;
