/** Every row against what two fresh replays of the log say. One finding per row, whatever is wrong with it. */
import type { Difference, ReadModels, Verified } from '@quickmart/projections';
import { OutageError } from '@quickmart/streams';
import { shortened } from '../logged.ts';
import type { Service } from '../services.ts';
import type { Target } from '../target.ts';
import type { Findings } from './finding.ts';

type Checks = { target: Target; findings: Findings; tick: (count: number) => void };

/** How many rows were compared. */
export async function verifyRows(service: Service, readModels: ReadModels, checks: Checks): Promise<number> {
  const { target, findings, tick } = checks;
  const verified = (projections?: string[]) => {
    let done = 0;
    const onProgress = ({ events, rows }: { events: number; rows: number }) => {
      tick(events + rows - done);
      done = events + rows;
    };
    return readModels.verify({ log: target.store.log, projections, onProgress });
  };
  let rows = 0;
  const add = (result: Verified) => {
    rows += addFindings(service, result, findings);
  };
  try {
    add(await verified());
  } catch (error) {
    if (error instanceof OutageError) await target.redis.ping();
    // A read model that cannot be compared must not hide findings in the others.
    for (const { name } of service.readModels)
      await findings.part(`rows of ${service.name}/${name}`, target.redis, async () =>
        add(await verified([name])),
      );
  }
  return rows;
}

function addFindings({ name }: Service, { tables, differences }: Verified, findings: Findings): number {
  for (const list of Map.groupBy(differences, ({ table, key }) => `${table} ${key}`).values()) {
    const { table, key } = list[0]!;
    findings.add('row', `${name} ${table} ${key}`, list.map(textOf).join('; '));
  }
  for (const { table, differing } of tables) {
    const listed = new Set(differences.flatMap((one) => (one.table === table ? [one.key] : []))).size;
    if (differing > listed) findings.add('row', `${name} ${table}`, `${differing - listed} more rows differ`);
  }
  return tables.reduce((sum, { rows }) => sum + rows, 0);
}

function textOf({ column, live, first, second }: Difference): string {
  const [is, one, two] = [live, first, second].map((value) =>
    column === undefined && value === undefined ? 'no row' : shortened(value, 400),
  );
  const said = one === two ? `the events say ${one}` : `it is not pure: two replays say ${one} and ${two}`;
  return `${column ?? 'there'} is ${is}, ${said}`;
}
