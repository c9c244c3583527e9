// Where npm and pnpm keep what they download: in the home folder, as always. Where that cannot be written (a read-only
// home, a user without one, folders that a sudo has left to root), beside the data of this checkout.

import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

/** Settings by which npm and pnpm are told of a folder; where it is without one; its name in .data/home. @param {NodeJS.ProcessEnv} env */
function folders(env) {
  const home = env.HOME || homedir();
  return [
    { setting: 'npm_config_cache', usual: join(home, '.npm'), name: 'npm' },
    {
      setting: 'npm_config_store_dir',
      usual: join(env.XDG_DATA_HOME || join(home, '.local', 'share'), 'pnpm'),
      name: 'pnpm-store',
    },
    {
      setting: 'npm_config_cache_dir',
      usual: join(env.XDG_CACHE_HOME || join(home, '.cache'), 'pnpm'),
      name: 'pnpm-cache',
    },
    {
      setting: 'npm_config_state_dir',
      usual: join(env.XDG_STATE_HOME || join(home, '.local', 'state'), 'pnpm'),
      name: 'pnpm-state',
    },
  ];
}

/**
 * Settings for each folder that cannot be written where it is; none on most machines.
 * @param {string} root of the checkout
 * @param {NodeJS.ProcessEnv} env
 * @returns {Record<string, string>}
 */
export function homeSettings(root, env) {
  const elsewhere = folders(env)
    .filter(({ setting, usual }) => !canWrite(env[setting] || usual))
    .map(({ setting, name }) => [setting, join(root, '.data', 'home', name)]);
  return Object.fromEntries(elsewhere);
}

/** Whether the folder can be written, or made. @param {string} folder */
function canWrite(folder) {
  let existing = folder;
  while (!existsSync(existing) && dirname(existing) !== existing) existing = dirname(existing);
  try {
    accessSync(existing, constants.W_OK | constants.X_OK);
    return statSync(existing).isDirectory();
  } catch {
    return false;
  }
}
