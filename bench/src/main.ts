/** `pnpm bench`: every number beside its floor or its peers, measured in one run, interleaved, as medians. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { httpCreate, showHttpCreate } from './http-create.ts';
import { postToStock, showPostToStock } from './post-to-stock.ts';

const folder = fileURLToPath(new URL('../results', import.meta.url));
const say = (line: string) => process.stderr.write(`${line}\n`);

const program = new Command('bench')
  .description('Measures QuickMart on this machine. Results: a table on stdout, JSON in bench/results/.')
  .option('--rounds <n>', 'fresh processes per system; the median of the rounds counts', Number, 5)
  .option('--seconds <n>', 'load per round of HTTP create', Number, 5)
  .option('--count <n>', 'products per round of POST to stock', Number, 300)
  .addHelpText(
    'after',
    '\nExamples:\n  pnpm bench\n  pnpm bench --rounds 1 --seconds 2 --count 100   a quick look',
  )
  .parse();
const { rounds, seconds, count } = program.opts<{ rounds: number; seconds: number; count: number }>();

say('HTTP create');
const create = await httpCreate(rounds, seconds, say);
say('POST to stock');
const stock = await postToStock(rounds, count, say);

console.table([...showHttpCreate(create), ...showPostToStock(stock)]);
mkdirSync(folder, { recursive: true });
const file = `${folder}/${new Date().toISOString().replaceAll(':', '-')}.json`;
const machine = { node: process.version, cpus: cpus().length, model: cpus()[0]?.model };
writeFileSync(
  file,
  `${JSON.stringify({ machine, rounds, httpCreate: create, postToStock: stock }, null, 2)}\n`,
);
say(`written: ${file}`);
