/** `pnpm qa rebuild`: a read model anew from the log, while the old one serves. */
import { existsSync } from 'node:fs';
import type { Rebuilt } from '@quickmart/projections';
import { openTables, variableOf } from '@quickmart/service';
import type { Command } from 'commander';
import { UsageFailure } from './failure.ts';
import { openProgress } from './progress.ts';
import { type Service, services } from './services.ts';
import {
  databaseOf,
  fileOf,
  print,
  silentLog,
  type Target,
  type WriteOptions,
  withTarget,
  writeCommand,
} from './target.ts';

type Options = WriteOptions & { restart: boolean; create: boolean };

const names = services.flatMap((service) =>
  service.readModels.map((projection) => `${service.name}/${projection.name}`),
);
const help = `
Read models
  ${names.join('\n  ')}

The services may run: they serve the old rows until the new ones are complete. After an interruption (Ctrl-C) the same command
goes on where it was; --restart begins again, e.g. because the code has changed since. It removes the dead letters whose events
this checkout can apply. The others stay, and their aggregates are named. Without --yes it only says what it would do.

The database is that of the service that runs here, or of <SERVICE>_DATABASE_URL, or .data/<service>.sqlite.

Exit codes: 0; 1 where events of an aggregate still cannot be applied

Examples
  pnpm qa rebuild order/order-list
  pnpm qa rebuild order/order-list --yes
  pnpm qa rebuild inventory --yes            # all read models of a service`;

export const rebuildCommand = (): Command =>
  writeCommand('rebuild', 'build a read model anew from the log, while the old one serves', help)
    .argument('<read-model>', '<service>/<projection>, or <service> for all of them')
    .option('--restart', 'do not go on with a rebuild that was interrupted', false)
    .option('--create', 'make the database where it is not there, e.g. beside a copy of a log', false)
    .action((what: string, options: Options) => {
      const { service, projections } = chosen(what);
      return withTarget(options, async (target) => {
        const meant = projections.map((name) => `${service.name}/${name}`).join(', ');
        if (!options.yes)
          return print(options, { dryRun: true, projections }, `would rebuild ${meant}; --yes does it`);
        const rebuilt = await rebuild(service, projections, options, target);
        const { events, parked, settled } = rebuilt;
        const said = `${meant}: ${events} events read, ${settled} dead letters removed`;
        print(options, rebuilt, [said, ...linesOfParked(parked)].join('\n'));
        process.exitCode = parked.length === 0 ? 0 : 1;
      });
    });

/** The aggregates with an event that a rebuild could not apply. */
export type Parked = Rebuilt['parked'];
export const linesOfParked = (parked: Parked): string[] =>
  parked.map(
    ({ projection, aggregateId, reason = 'see its dead letter' }) =>
      `  cannot be applied, and stays a dead letter: ${projection} ${aggregateId} (${reason})`,
  );

function chosen(what: string): { service: Service; projections: string[] } {
  const [name, projection] = what.split('/');
  const service = services.find((one) => one.name === name);
  const all = service?.readModels.map(({ name }) => name) ?? [];
  if (service === undefined || (projection !== undefined && !all.includes(projection)))
    throw new UsageFailure(`there is no read model ${what}; there are ${names.join(', ')}`);
  return { service, projections: projection === undefined ? all : [projection] };
}

export async function rebuild(
  service: Service,
  projections: readonly string[],
  { restart, create = false }: { restart: boolean; create?: boolean },
  { store, data }: Target,
): Promise<Rebuilt> {
  const { name } = service;
  const url = databaseOf(name, data);
  const file = fileOf(url);
  // Nobody would read a new one: a service that has none yet makes its own when it starts.
  if (!create && file !== undefined && !existsSync(file)) throw new UsageFailure(missing(name, url));
  const adminUrl = process.env[variableOf(name, 'databaseAdminUrl')];
  const readModels = await openTables(service, { url, adminUrl, logger: silentLog });
  const progress = openProgress(process.stderr);
  const interrupt = new AbortController();
  const onInterrupt = () =>
    interrupt.abort(new UsageFailure('interrupted: the same command goes on with it'));
  process.once('SIGINT', onInterrupt);
  progress.start(`rebuilding ${name}`, 100);
  let percent = 0;
  try {
    return await readModels.rebuild({
      log: store.log,
      group: `${name}-read-models`,
      projections,
      restart,
      signal: interrupt.signal,
      onLocked: () => progress.note('waits for a session that reads the tables, such as a report'),
      onProgress: ({ category, share }) => {
        progress.tick(Math.max(0, Math.floor(share * 100) - percent));
        percent = Math.floor(share * 100);
        progress.note(category);
      },
    });
  } finally {
    process.off('SIGINT', onInterrupt);
    progress.stop();
    await readModels.close();
  }
}

const missing = (service: string, url: string): string =>
  `there is no database ${url}. If the service has another one, name it: ${variableOf(service, 'databaseUrl')}=… ` +
  'If it has none yet, start it: it builds its read models from the log. --create makes one here';
