/** Ours and the peer in turn, round by round, each in a fresh process on a fresh database. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startRedis } from '@quickmart/streams/testing';
import mssql from 'mssql';
import { parseTarget } from '../../../packages/projections/src/sqlserver/target.ts';
import { addSample, brief, type Sample, type Samples } from '../bars.ts';
import { runTask } from '../task.ts';
import type { BuildOptions } from './build.ts';
import type { Task } from './child.ts';
import type { Size } from './workload.ts';

type Sizes = Record<'log' | 'sqliteRows' | 'sqlserver' | 'sqlserverRows' | 'lag' | 'million', Size>;
const sized = (events: number, products: number): Size => ({ events, products });
/** `log` is what Redis holds; the others read a part of it, or all. */
const sizes: Record<'full' | 'quick', Sizes> = {
  full: {
    log: sized(200_000, 40_000),
    sqliteRows: sized(20_000, 40_000),
    sqlserver: sized(200_000, 40_000),
    sqlserverRows: sized(1_000, 40_000),
    lag: sized(5_000, 1_000),
    million: sized(1_000_000, 1_000_000),
  },
  quick: {
    log: sized(20_000, 4_000),
    sqliteRows: sized(2_000, 4_000),
    sqlserver: sized(20_000, 4_000),
    sqlserverRows: sized(200, 4_000),
    lag: sized(1_000, 200),
    million: sized(20_000, 20_000),
  },
};

export type RunOptions = { rounds: number; quick: boolean; only?: string | undefined };

export async function runReadModels(
  { rounds, quick, only }: RunOptions,
  say: (line: string) => void,
): Promise<Samples> {
  const size = sizes[quick ? 'quick' : 'full'];
  const samples: Samples = new Map();
  const record = (name: string, sample: Sample) => {
    addSample(samples, name, sample);
    say(`  ${name}: ${brief(sample)}`);
  };
  const isChosen = (name: string) => only === undefined || only === name;
  if (isChosen('sqlserver') && process.env.SQLSERVER_TEST_URL === undefined)
    say('  sqlserver is left out: SQLSERVER_TEST_URL is not set');
  if (isChosen('build') || isChosen('sqlserver'))
    await withLog(size.log, async (redisUrl) => {
      const builds = [
        ...(isChosen('build') ? onSqlite(size) : []),
        ...(isChosen('sqlserver') ? onSqlServer(size) : []),
      ];
      for (let round = 0; round < rounds; round++)
        for (const { name, task, fresh, ...one } of round % 2 ? builds.toReversed() : builds)
          record(name, await fresh((databaseUrl) => child(task, { redisUrl, databaseUrl, ...one })));
    });
  if (isChosen('lag'))
    for (let round = 0; round < rounds; round++)
      await withLog(sized(0, 1), async (redisUrl) =>
        record('lag', await onFile((databaseUrl) => child('lag', { redisUrl, databaseUrl, ...size.lag }))),
      );
  // Once: it takes as long as all the others.
  if (isChosen('million'))
    await withLog(size.million, async (redisUrl) =>
      record(
        'million',
        await onFile((databaseUrl) => child('million', { redisUrl, databaseUrl, ...size.million })),
      ),
    );
  return samples;
}

type Fresh = (work: (databaseUrl: string) => Promise<Sample>) => Promise<Sample>;
type Build = Size & { name: string; task: Task; fresh: Fresh };

const onSqlite = ({ log, sqliteRows }: Sizes): Build[] => [
  { name: 'sqlite ours', task: 'ours', fresh: onFile, ...log },
  { name: 'sqlite row by row', task: 'rowByRow', fresh: onFile, ...sqliteRows },
];

function onSqlServer({ sqlserver, sqlserverRows }: Sizes): Build[] {
  const { SQLSERVER_TEST_URL: serverUrl } = process.env;
  if (serverUrl === undefined) return [];
  const fresh: Fresh = (work) => onDatabase(serverUrl, work);
  return [
    { name: 'sqlserver ours', task: 'ours', fresh, ...sqlserver },
    { name: 'sqlserver row by row', task: 'rowByRow', fresh, ...sqlserverRows },
  ];
}

const onFile: Fresh = async (work) => {
  const folder = mkdtempSync(join(tmpdir(), 'quickmart-bench-'));
  return await work(`file:${join(folder, 'bench.sqlite')}`).finally(() =>
    rmSync(folder, { recursive: true }),
  );
};

/** What is measured creates the database. */
async function onDatabase(
  serverUrl: string,
  work: (databaseUrl: string) => Promise<Sample>,
): Promise<Sample> {
  const name = `QuickMartBench${Date.now()}`;
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const sample = await work(url.href);
  const { host, port, user, password, encrypt, trustServerCertificate } = parseTarget(serverUrl);
  const server = await new mssql.ConnectionPool({
    server: host,
    port,
    user,
    password,
    options: { encrypt: encrypt !== false, trustServerCertificate },
  }).connect();
  await server.query(`drop database ${name}`);
  await server.close();
  return sample;
}

async function withLog(size: Size, work: (redisUrl: string) => Promise<void>): Promise<void> {
  const { url: redisUrl, stop } = await startRedis();
  try {
    await child('preload', { redisUrl, databaseUrl: '', ...size });
    await work(redisUrl);
  } finally {
    await stop();
  }
}

const child = (task: Task, options: BuildOptions): Promise<Sample> =>
  runTask(new URL('child.ts', import.meta.url), task, options).sample;
