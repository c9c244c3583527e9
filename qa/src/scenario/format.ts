/**
 * A scenario file: what is given, what happens then, and what must be so afterwards. Strict: a misspelt word is an error,
 * not a check that was left out. The steps are in step.ts; qa/scenarios/README.md is the reference.
 *
 * `$mug` stands for an id, a new one per run; `as: order` gives a name to the id of an answer, `keep` to others in it.
 */
import { basename } from 'node:path';
import { parse, YAMLParseError } from 'yaml';
import { z } from 'zod';
import { UsageFailure } from '../failure.ts';
import { readTextFile } from '../text-file.ts';
import { aggregateName, groupName, service, step } from './step.ts';
import { assertColumns, assertTable } from './tables.ts';

const eventName = z.string().endsWith('Event');
const expectedEvent = z
  .union([eventName, z.record(eventName, z.unknown())], {
    error:
      'the type of an event (…Event), alone or with what its data has at least: { OrderCancelledEvent: { by: customer } }',
  })
  .meta({ description: 'The type of an event, alone or with what its data has at least' });

const row = z
  .strictObject({
    service,
    table: z.string().meta({ description: '`pnpm qa scenario --tables` lists them, with their columns' }),
    key: z.string().meta({ description: 'Of the first column of its primary key, e.g. $order' }),
    has: z
      .record(z.string(), z.unknown())
      .optional()
      .meta({ description: 'Column → what it has at least, or a matcher' }),
    absent: z.literal(true).optional().meta({ description: 'There must be no such row' }),
  })
  .superRefine((value, context) => {
    if ((value.has === undefined) === (value.absent === undefined))
      context.addIssue({ code: 'custom', message: 'either `has` or `absent: true`' });
    if (assertTable(value, context)) assertColumns(value, context);
  });

const then = z
  .strictObject({
    events: z
      .record(aggregateName, z.array(expectedEvent))
      .default({})
      .meta({ description: 'Of each aggregate exactly these events, in this order' }),
    rows: z.array(row).default([]).meta({ description: 'Rows of read models' }),
    dead: z.record(groupName, z.array(z.string())).default({}).meta({
      description: 'The aggregates whose events a group has given up on; no others of the scenario',
    }),
  })
  .meta({ description: 'What must be so afterwards' });

export const scenario = z.strictObject({
  scenario: z.string().meta({ description: 'The story in one sentence: what happens; what must be so then' }),
  given: z.array(step).default([]).meta({ description: 'What comes first' }),
  when: z.array(step).min(1).meta({ description: 'What it is about' }),
  then,
});
export type Scenario = z.infer<typeof scenario> & { file: string };

/** Throws a {@link UsageFailure} that names the file, the place in it and what is wrong there. */
export function readScenario(path: string): Scenario {
  try {
    const parsed = scenario.safeParse(parse(readTextFile(path)));
    if (parsed.success) return { ...parsed.data, file: basename(path) };
    throw new UsageFailure(`${path}: ${z.prettifyError(parsed.error)}`);
  } catch (error) {
    if (error instanceof YAMLParseError) throw new UsageFailure(`${path}: ${error.message}`);
    throw error;
  }
}

/** For editors; qa/scenarios/scenario.schema.json is this. */
export const scenarioSchema = (): object => z.toJSONSchema(scenario, { io: 'input' });
