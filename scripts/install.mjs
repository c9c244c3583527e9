// Dependencies by the pinned pnpm, and the pinned Node that everything but these scripts runs on. All that is asked of
// the machine is Node >= 20 with npx; pnpm comes through npx, Node 24 as the npm package `node`.

import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure, messageOf } from './failure.mjs';
import { homeSettings } from './home.mjs';

const nodeMajorMin = 20;

/** Throws a Failure on a Node that is too old for these scripts. */
export function requireNode(version = process.versions.node) {
  if (Number(version.split('.')[0]) >= nodeMajorMin) return;
  throw new Failure(
    `Node ${nodeMajorMin} or newer is needed to start, this is ${version}: get one at https://nodejs.org. ` +
      'The services run on a Node 24 of their own, which is installed with the dependencies.',
  );
}

/** The pinned Node's binary itself: the link in node_modules/.bin may be a shell script, which swallows signals. @param {string} root */
export const pinnedNode = (root) =>
  join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** Where Node keeps what it has compiled: a start takes a third less time, and a tenth less memory. @param {string} root */
export const compileCacheOf = (root) => join(root, 'node_modules', '.cache', 'node');

/**
 * Installs what the lockfile says, unless it is installed already. A folder that is new in the workspace is noticed.
 * @param {{ root: string, say: (text: string) => void }} options
 */
export async function install({ root, say }) {
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const stampFile = stampFileOf(root);
  if (existsSync(pinnedNode(root)) && read(stampFile) === stampOf(root)) return;

  say(`installing dependencies with ${packageManager} (the first time this takes a minute or two)`);
  rmSync(stampFile, { force: true }); // one that ends halfway leaves neither what was there, nor what should be
  await pnpmInstall(root, packageManager);
  if (!existsSync(pinnedNode(root))) {
    throw new Failure(
      'The package `node` came without its binary: its install script did not run. ' +
        'Is `ignore-scripts` set in your npm configuration? Run `npm_config_ignore_scripts=false npm start`.',
    );
  }
  writeFileSync(stampFile, stampOf(root)); // a new folder is in the lockfile only now
}

/** @param {string} root */
export const stampFileOf = (root) => join(root, 'node_modules', '.quickmart-installed');

/** What an install depends on: the lockfile, pnpm's settings, the manifests, and the kind of machine. @param {string} root */
export function stampOf(root) {
  const hash = createHash('sha256');
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml', ...manifests(root)])
    hash.update(file).update(readFileSync(join(root, file)));
  return `${hash.digest('hex')} ${process.platform}-${process.arch}\n`;
}

/** Of the workspace's folders, and its own. @param {string} root */
const manifests = (root) =>
  ['apps', 'packages', 'examples', '.']
    .filter((parent) => existsSync(join(root, parent)))
    .flatMap((parent) => readdirSync(join(root, parent)).map((name) => join(parent, name, 'package.json')))
    .concat('package.json')
    .filter((file) => existsSync(join(root, file)))
    .sort();

/** @param {string} file */
const read = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : undefined);

/** @param {string} root @param {string} pnpm */
function pnpmInstall(root, pnpm) {
  // The log levels are said, as `npm test --silent` would silence these two as well, and the reason of a failure.
  const args = ['--loglevel=error', '-y', pnpm, 'install', '--loglevel=info'];
  args.push('--prefer-offline', '--config.confirmModulesPurge=false');
  // Where the lockfile lacks a folder that is new, it is added to it; on a CI server that is a fault.
  args.push(process.env.CI ? '--frozen-lockfile' : '--no-frozen-lockfile');
  // NODE_ENV=production would leave out Node 24, which is a dev dependency.
  const env = { ...process.env, ...homeSettings(root, process.env), NODE_ENV: 'development' };
  return new Promise((resolve, reject) => {
    const windows = process.platform === 'win32'; // npx is a .cmd there, which only a shell runs
    const child = spawn('npx', args, {
      cwd: root,
      env,
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: windows,
    });
    child.once('error', (error) =>
      reject(new Failure(`npx does not run (${messageOf(error)}): is npm installed?`)),
    );
    child.once('exit', (code) => {
      if (code === 0) resolve(undefined);
      else
        reject(
          new Failure(
            `Installing failed (exit code ${code}): see pnpm's message above. Is the npm registry reachable?`,
          ),
        );
    });
  });
}
