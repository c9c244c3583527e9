/** Runs scenarios, side by side: each has ids of its own, and none knows of the others. */
import { DeadLetters, isOfReadModels } from '@quickmart/streams';
import type { Lab } from '../lab.ts';
import { statuses } from '../look/groups.ts';
import { eventsOf } from './events.ts';
import type { Scenario } from './format.ts';
import { differences } from './match.ts';
import type { Step } from './step.ts';
import { Names, perform } from './steps.ts';
import { tablesIn } from './tables.ts';

export type Outcome = { file: string; scenario: string; failures: string[]; ms: number };

/** A scenario says what people read. */
const opened = async <Row>({ sealing }: Lab, row: Row): Promise<Row> =>
  row === undefined ? row : JSON.parse(await sealing.openJson(JSON.stringify(row)));

/** Never throws: an error is the outcome of this scenario, and does not touch the others. */
export async function runScenario(scenario: Scenario, lab: Lab): Promise<Outcome> {
  const names = new Names();
  const began = performance.now();
  const failures: string[] = [];
  try {
    failures.push(...(await performAll([...scenario.given, ...scenario.when], names, lab)));
    if (failures.length === 0) {
      failures.push(...(await wrongEvents(scenario, names, lab)));
      failures.push(...(await wrongRows(scenario, names, lab)));
      failures.push(...(await wrongDead(scenario, names, lab)));
    }
  } catch (error) {
    failures.push(`it broke off: ${(error as Error).message}`);
  }
  const { file } = scenario;
  return { file, scenario: scenario.scenario, failures, ms: Math.round(performance.now() - began) };
}

async function performAll(steps: readonly Step[], names: Names, lab: Lab): Promise<string[]> {
  for (const [i, step] of steps.entries()) {
    try {
      await perform(step, names, lab);
    } catch (error) {
      return [`step ${i + 1} (${Object.keys(step)[0]}): ${(error as Error).message}`];
    }
  }
  return [];
}

async function wrongEvents({ then }: Scenario, names: Names, lab: Lab): Promise<string[]> {
  const wrong: string[] = [];
  for (const [of, expected] of Object.entries(names.fill(then.events))) {
    const [category, id] = of.split('/') as [string, string];
    const events = await eventsOf(lab, category, id);
    const wanted = expected.map((one) => (typeof one === 'string' ? { [one]: {} } : one));
    const [types, actual] = [wanted.flatMap(Object.keys), events.map(({ eventType }) => eventType)];
    if (types.join() !== actual.join()) wrong.push(`${of} has ${listOf(actual)}; not ${listOf(types)}`);
    else
      for (const [i, one] of wanted.entries())
        wrong.push(...differences(one[types[i]!], await opened(lab, events[i]!.data), `${of} ${types[i]}`));
  }
  return wrong;
}

const listOf = (types: readonly string[]): string => types.join(', ') || 'no event';

async function wrongRows({ then }: Scenario, names: Names, lab: Lab): Promise<string[]> {
  const wrong: string[] = [];
  for (const { service, table, key, has, absent } of names.fill(then.rows)) {
    const found = tablesIn(service).find(({ name }) => name === table)!;
    const row = await opened(lab, await lab.services.get(service)!.readModels.get(found, key));
    if (absent && row !== undefined) wrong.push(`${table} has ${JSON.stringify(row)}`);
    if (has && row === undefined) wrong.push(`${table} has no row ${key}`);
    if (has && row !== undefined) wrong.push(...differences(has, row, `${table} ${key}`));
  }
  return wrong;
}

/** Only aggregates that the scenario knows: the others are those of other scenarios. */
async function wrongDead({ then }: Scenario, names: Names, lab: Lab): Promise<string[]> {
  const wrong: string[] = [];
  const expected = names.fill(then.dead);
  for (const name of new Set([...Object.keys(expected), ...(await groupNames(lab))])) {
    const [category, group] = name.split('/') as [string, string];
    const all = await new DeadLetters(lab.store.log, category, group).all();
    const wanted = new Set(expected[name as keyof typeof expected] ?? []);
    const own = all.filter(({ aggregateId }) => aggregateId !== undefined && names.has(aggregateId));
    for (const id of wanted)
      if (!all.some(({ aggregateId }) => aggregateId === id))
        wrong.push(`${name} has no dead letter of ${id}`);
    for (const { aggregateId = '', eventType, errorMessage } of own)
      if (!wanted.has(aggregateId) && !isOfReadModels(group))
        wrong.push(`${name} has given up on ${eventType} of ${aggregateId}: ${errorMessage}`);
  }
  return wrong;
}

const groupNames = async (lab: Lab): Promise<string[]> =>
  (await statuses(lab)).flatMap(({ category, group, dead }) => (dead > 0 ? [`${category}/${group}`] : []));
