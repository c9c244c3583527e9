/**
 * A scenario file: what is given, what happens then, and what must be so afterwards. Strict: a misspelt word is an error,
 * not a check that was left out.
 *
 * `$mug` stands for an id, a new one per run; `as: order` gives a name to the id of an answer, `keep` to others in it.
 */
import { basename } from 'node:path';
import { parse, YAMLParseError } from 'yaml';
import { z } from 'zod';
import { UsageFailure } from '../failure.ts';
import { categories, services } from '../services.ts';
import { readTextFile } from '../text-file.ts';

const service = z.enum(services.map(({ name }) => name));
const category = z.enum(categories);
/** `order/$order` */
const aggregateName = z.templateLiteral([category, '/', z.string()]);
/** `order/inventory`: a category and a group that reads it. */
const groupName = z.templateLiteral([category, '/', z.string()]);

const product = z.strictObject({
  product: z.string().regex(/^[a-z]\w*$/, { error: 'a name, e.g. mug: later $mug' }),
  stock: z.int().min(0).optional(),
  price: z.int().default(1000),
});
const request = z.strictObject({
  request: z.string().regex(/^(GET|POST|PUT|PATCH|DELETE) \/\S+$/, { error: 'e.g. POST /api/orders' }),
  to: service,
  body: z.unknown().optional(),
  headers: z.record(z.string(), z.string()).optional(),
  status: z.int(),
  answer: z.unknown().optional(),
  as: z.string().optional(),
  /** Name → where it is in the answer: `pay: payment.id`. */
  keep: z.record(z.string(), z.string()).optional(),
});
/** Straight into the log, past every decision. */
const event = z.strictObject({
  event: z.string().endsWith('Event'),
  of: aggregateName,
  schema: z.int().default(1),
  data: z.unknown().default({}),
});
/** As after a crash between an effect and its acknowledgement: the group gets it again, and all that came after it. */
const redeliver = z.strictObject({ redeliver: z.string(), of: aggregateName, to: groupName });
/** The timers of an aggregate are due now. */
const time = z.strictObject({ timers: aggregateName });
const redrive = z.strictObject({ redrive: groupName, of: z.string() });
const single = z.union([product, request, event, redeliver, time, redrive]);
/** At the same moment. */
const together = z.strictObject({ together: z.array(single).min(2) });
const repeat = z.strictObject({ times: z.int().min(2).max(100), together: single });
const step = z.union([single, together, repeat]);
export type Single = z.infer<typeof single>;
export type Step = z.infer<typeof step>;

const expectedEvent = z.union([
  z.string().endsWith('Event'),
  z.record(z.string().endsWith('Event'), z.unknown()),
]);
const row = z.strictObject({
  ...{ service, table: z.string(), key: z.string() },
  ...{ has: z.record(z.string(), z.unknown()).optional(), absent: z.literal(true).optional() },
});
const then = z.strictObject({
  /** Exactly these, in this order. */
  events: z.record(aggregateName, z.array(expectedEvent)).default({}),
  rows: z.array(row).default([]),
  /** The aggregates whose events a group has given up on; everything else it has not. */
  dead: z.record(groupName, z.array(z.string())).default({}),
});

const scenario = z.strictObject({
  scenario: z.string(),
  given: z.array(step).default([]),
  when: z.array(step).min(1),
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
