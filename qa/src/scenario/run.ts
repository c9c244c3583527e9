/** Runs scenarios, side by side: each has ids of its own, and none knows of the others. */
import { DeadLetters } from '@quickmart/streams';
import { Failure } from '../failure.ts';
import type { Lab } from '../lab.ts';
import { services } from '../services.ts';
import type { Scenario, Step } from './format.ts';
import { differences } from './match.ts';
import { Names, perform } from './steps.ts';

export type Outcome = { file: string; scenario: string; failures: string[]; ms: number };

export async function runScenario(scenario: Scenario, lab: Lab): Promise<Outcome> {
  const names = new Names();
  const began = performance.now();
  const failures = await performAll([...scenario.given, ...scenario.when], names, lab);
  if (failures.length === 0) {
    failures.push(...(await wrongEvents(scenario, names, lab)));
    failures.push(...(await wrongRows(scenario, names, lab)));
    failures.push(...(await wrongDead(scenario, names, lab)));
  }
  const { file } = scenario;
  return { file, scenario: scenario.scenario, failures, ms: Math.round(performance.now() - began) };
}

async function performAll(steps: readonly Step[], names: Names, lab: Lab): Promise<string[]> {
  for (const [i, step] of steps.entries()) {
    try {
      await perform(step, names, lab);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      return [`step ${i + 1}: ${error.message}`];
    }
  }
  return [];
}

async function wrongEvents({ then }: Scenario, names: Names, lab: Lab): Promise<string[]> {
  const wrong: string[] = [];
  for (const [of, expected] of Object.entries(names.fill(then.events))) {
    const [category, id] = of.split('/') as [string, string];
    const events = await lab.store.history(category, id, { afterVersion: 0, limit: 1000 }).catch(() => []);
    const wanted = expected.map((one) => (typeof one === 'string' ? { [one]: {} } : one));
    const [types, actual] = [wanted.flatMap(Object.keys), events.map(({ eventType }) => eventType)];
    if (types.join() !== actual.join()) wrong.push(`${of} has ${actual.join(', ')}; not ${types.join(', ')}`);
    else
      for (const [i, one] of wanted.entries())
        wrong.push(...differences(one[types[i]!], events[i]!.data, `${of} ${types[i]}`));
  }
  return wrong;
}

async function wrongRows({ then }: Scenario, names: Names, lab: Lab): Promise<string[]> {
  const wrong: string[] = [];
  for (const { service, table, key, has, absent } of names.fill(then.rows)) {
    const { projections = [] } = services.find(({ name }) => name === service) ?? {};
    const found = projections.find((one) => one.table.name === table)?.table;
    if (found === undefined) throw new Failure(`${service} has no table ${table}`);
    const row = await lab.services.get(service)!.readModels.get(found, key);
    if (absent && row !== undefined) wrong.push(`${table} has ${JSON.stringify(row)}`);
    if (has && row === undefined) wrong.push(`${table} has no row ${key}`);
    if (has && row !== undefined) wrong.push(...differences(has, row, `${table} ${key}`));
  }
  return wrong;
}

/** Only aggregates that the scenario knows: the others are those of other scenarios. */
async function wrongDead({ then }: Scenario, names: Names, lab: Lab): Promise<string[]> {
  const wrong: string[] = [];
  for (const [name, expected] of Object.entries(names.fill(then.dead))) {
    const [category, group] = name.split('/') as [string, string];
    for (const id of expected) {
      const letters = await new DeadLetters(lab.store.log, category, group).list({ limit: 10_000 });
      if (!letters.some(({ aggregateId }) => aggregateId === id))
        wrong.push(`${name} has no dead letter of ${id}`);
    }
  }
  return wrong;
}
