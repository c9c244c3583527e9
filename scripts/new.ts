// `pnpm new service <name>`: a small service that works, from the templates in new-service/. They are the code of a
// service called sample-item; its name becomes the new one, in every way in which it is written.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { allServices, StartError } from '../packages/service/src/index.ts';
import { install, pinnedNode } from './install.mjs';
import { fail, say, step } from './terminal.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const templates = join(root, 'scripts', 'new-service');
const nameLengthMax = 30;

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
const pluralOf = (name: string) =>
  name.replace(/(?:([^aeiou])y|(s|x|z|ch|sh))?$/, (_, y?: string, s?: string) =>
    y ? `${y}ies` : `${s ?? ''}${s ? 'es' : 's'}`,
  );

/** Every way in which a name is written: `gift-card`, giftCard, GiftCard, gift_card, gift card, Gift card. */
function formsOf(name: string): string[] {
  const words = name.split('-');
  const pascal = words.map(capital).join('');
  const camel = pascal.charAt(0).toLowerCase() + pascal.slice(1);
  return [name, camel, pascal, words.join('_'), words.join(' '), capital(words.join(' '))];
}

/** The plural stands first: it begins with the singular. */
const allForms = (name: string) => [...formsOf(pluralOf(name)), ...formsOf(name)];

function filled(text: string, name: string, port: number): string {
  const forms = allForms(name);
  return allForms('sample-item')
    .reduce((filled, form, index) => filled.replaceAll(form, forms[index] ?? ''), text)
    .replace('port: 3999', `port: ${port}`);
}

/** Path in `new-service/` → text. */
const files = (readdirSync(templates, { recursive: true }) as string[])
  .filter((file) => file.endsWith('.template'))
  .map((file) => [file, readFileSync(join(templates, file), 'utf8')] as const);

/** @throws StartError where the name cannot be one, or is taken. */
async function portFor(name: string): Promise<number> {
  if (!/^[a-z][a-z0-9]*(-[a-z][a-z0-9]*)*$/.test(name) || name.length > nameLengthMax)
    throw new StartError(
      `${JSON.stringify(name)} is no name for a service: use small letters and digits, words joined by "-", ` +
        `at most ${nameLengthMax} characters, such as gift-card`,
    );
  const services = await allServices();
  const categories = services.flatMap(({ aggregates }) => aggregates.map(({ category }) => category));
  const taken = [...services.map((one) => one.name), ...categories].includes(name);
  if (taken || existsSync(join(root, 'apps', name)) || existsSync(join(root, 'packages/contracts/src', name)))
    throw new StartError(`${name} is taken, by a service or by its aggregates: choose another name`);
  const code = files.map(([, text]) => text).join('\n');
  const word = allForms(name).find((form) => new RegExp(`\\b${form}\\b`).test(code));
  if (word !== undefined || isReserved(name))
    throw new StartError(
      `${name} cannot be told from a word of the code (${word ?? name}): choose another name`,
    );
  return Math.max(...services.map(({ port }) => port)) + 1;
}

function isReserved(word: string): boolean {
  try {
    new Function(word.replaceAll('-', ''), '"use strict"');
    return ['all', 'await'].includes(word);
  } catch {
    return true;
  }
}

function write(name: string, port: number): void {
  for (const [file, text] of files) {
    const folder = file.startsWith('app') ? `apps/${name}` : `packages/contracts/src/${name}`;
    const inside = filled(file.replace(/^[a-z]+\//, '').replace(/\.template$/, ''), name, port);
    const target = join(root, folder, inside);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, filled(text, name, port));
  }
  // The gateway reads the documents of all services, also while that of this one is made for the first time.
  writeFileSync(join(root, 'apps', name, 'openapi.json'), '{ "paths": {} }\n');
}

function run(...args: string[]): void {
  const { status, stdout, stderr } = spawnSync(pinnedNode(root), args, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new StartError(`node ${args.join(' ')} has failed:\n${stdout}${stderr}`);
}

async function newService(name: string): Promise<void> {
  const port = await portFor(name);
  step(`writing apps/${name} and packages/contracts/src/${name}, for port ${port}`);
  write(name, port);
  await install({ root, say: step });
  const own = [`apps/${name}`, `packages/contracts/src/${name}`];
  run('packages/contracts/scripts/schemas.ts');
  run('qa/src/openapi/files.ts');
  run('scripts/compose.ts');
  // Writes apps/<name>/rows.json, which is new.
  run('node_modules/vitest/vitest.mjs', 'run', 'qa/src/verify/revisions.test.ts', '--project', 'main');
  run('node_modules/@biomejs/biome/bin/biome', 'check', '--write', ...own);
  step(`npm start serves it: http://localhost:${port}/swagger
  Its tests:      npm test -- apps/${name}
  Its events:     packages/contracts/src/${name}/events.ts. While nobody has run them, edit them, delete its schemas/ and
                  run npm run contracts; later see docs/changing-an-event.md
  Its interface:  apps/${name}/src/api.ts and routes.ts; npm run openapi after each change
  How to go on:   docs/your-own-service.md`);
}

const help = `pnpm new service <name>, or npm run new -- service <name>

Writes a small service that works, with its events, rights and tests: apps/<name>/ and packages/contracts/src/<name>/. <name>:
small letters and digits, words joined by "-", such as gift-card. docs/your-own-service.md goes on from there.`;

try {
  const [what, name, ...more] = process.argv.slice(2);
  if (what === '--help' || what === '-h') say(help);
  else if (what !== 'service' || name === undefined || more.length > 0)
    throw new StartError('usage: pnpm new service <name>, or npm run new -- service <name>');
  else await newService(name);
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  fail(error.message);
  process.exitCode = 1;
}
