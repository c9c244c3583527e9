// The browser that tests drive: Chromium or Chrome of this machine; on Debian and Ubuntu as root it is installed first.

import { aptInstall, canInstall, type Env, which } from './apt.ts';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

export const chromiumOnPath = (env: Env): string | undefined =>
  names.map((name) => which(name, env)).find((path) => path !== undefined);

/** Installed with apt where that is possible; undefined = none. */
export function findChromium({ env, say }: { env: Env; say: (text: string) => void }): string | undefined {
  const found = chromiumOnPath(env);
  if (found !== undefined || !canInstall(env)) return found;
  say('no Chromium on PATH: installing it with apt-get, for the tests in a browser');
  if (!aptInstall('chromium', env)) say('apt-get could not install chromium');
  return chromiumOnPath(env);
}
