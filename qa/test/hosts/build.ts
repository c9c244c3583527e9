/** Another build of the same code: in a folder of its own, with another table of orders. */
import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../src/process.ts';

const changed = 'apps/order/src/read-models.ts';

/** Returns the folder. */
export function newBuild(folder: string): string {
  for (const part of ['apps', 'packages', 'qa', 'package.json', 'pnpm-workspace.yaml'])
    cpSync(join(root, part), join(folder, part), { recursive: true, verbatimSymlinks: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const before = readFileSync(join(folder, changed), 'utf8');
  const after = before.replace("name: 'orders',", "name: 'orders',\n  revision: 1_000,");
  if (after === before) throw new Error(`${changed} has no table of orders`);
  writeFileSync(join(folder, changed), after);
  return folder;
}
