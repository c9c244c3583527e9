/** The steps of a scenario, each known by its first word. */
import { z } from 'zod';
import { categories, services } from '../services.ts';

// Names are checked by code and not by a pattern, so that the schema for editors does not change with each service.
const among = (what: string, names: readonly string[]) => ({
  error: `is no ${what}: there are ${names.join(', ')}`,
});
const serviceNames = services.map(({ name }) => name);
export const service = z
  .string()
  .refine((name) => serviceNames.includes(name), among('service', serviceNames));
const inCategory = z
  .string()
  .regex(/^[^/]+\/./, { error: 'has the form <category>/<name>' })
  .refine((text) => categories.includes(text.split('/')[0] ?? ''), among('category', categories));
/** `order/$order` */
export const aggregateName = inCategory;
/** `order/inventory`: a category and a group that reads it. */
export const groupName = inCategory;
const headers = z.record(z.string(), z.string()).optional().meta({ description: 'Further request headers' });
const status = z.int().min(100).max(599);

const product = z
  .strictObject({
    product: z.string().regex(/^[a-z]\w*$/, { error: 'a name, e.g. mug: later $mug' }),
    stock: z
      .int()
      .min(0)
      .optional()
      .meta({ description: 'Counted to this; without: what a new product has' }),
    price: z.int().default(1000).meta({ description: 'In cents' }),
  })
  .meta({ description: 'A product, created over HTTP; its name stands for its id' });
const request = z
  .strictObject({
    request: z.string().regex(/^(GET|POST|PUT|PATCH|DELETE) \/\S+$/, { error: 'e.g. POST /api/orders' }),
    to: service,
    body: z.unknown().optional(),
    headers,
    status: status.meta({ description: 'What it must be answered with' }),
    answer: z.unknown().optional().meta({ description: 'What the answer must have at least' }),
    as: z.string().optional().meta({ description: 'A name for the id in the answer' }),
    keep: z
      .record(z.string(), z.string())
      .optional()
      .meta({ description: 'Name → where it is in the answer, e.g. pay: payment.id' }),
  })
  .meta({ description: 'A request to a service' });
const event = z
  .strictObject({
    event: z.string().endsWith('Event'),
    of: aggregateName,
    schema: z.int().default(1),
    data: z.unknown().default({}),
  })
  .meta({ description: 'An event straight into the log, past every decision: late, twice, unreadable' });
const webhook = z
  .strictObject({
    webhook: z.enum(['simulated', 'carrier']).meta({
      description: '`simulated`: the payment provider sends it; `carrier`: the simulated carrier',
    }),
    body: z.unknown().meta({ description: '{ id, type, data: { object } }, or as the carrier writes it' }),
    signature: z.enum(['valid', 'missing', 'wrong', 'old']).default('valid'),
    status: status.default(200),
  })
  .meta({ description: 'A message of the payment provider or the carrier, signed as it signs' });
const answers = z
  .strictObject({
    answers: z.templateLiteral(['payment/', z.string()]),
    times: z.int().min(1).max(10).default(1),
  })
  .meta({
    description:
      'The late answers of the simulated provider arrive: so many messages, which it has sent by itself',
  });
const redeliver = z
  .strictObject({ redeliver: z.string().endsWith('Event'), of: aggregateName, to: groupName })
  .meta({
    description:
      'A group gets the event again, and all that came after it, as after a crash between an effect and its acknowledgement',
  });
const time = z
  .strictObject({ timers: aggregateName })
  .meta({ description: 'The timers of an aggregate are due now' });
const redrive = z
  .strictObject({ redrive: groupName, of: z.string().meta({ description: 'The aggregate, e.g. $order' }) })
  .meta({ description: 'The dead letters of an aggregate are redriven' });

const singles = { product, request, event, webhook, answers, redeliver, timers: time, redrive };
type Kind = keyof typeof singles | 'together';
const list = Object.values(singles) as (typeof singles)[keyof typeof singles][];
const single = z.union(list, { error: ({ input }) => wrongStep(input, false) });
/** At the same moment. */
const together = z
  .strictObject({ together: z.array(single).min(2) })
  .meta({ description: 'Steps at the same moment' });
const repeat = z
  .strictObject({ times: z.int().min(2).max(100), together: single })
  .meta({ description: 'One step, so many times at the same moment' });
export const step = z.union([...list, together, repeat], { error: ({ input }) => wrongStep(input, true) });
export type Single = z.infer<typeof single>;
export type Step = z.infer<typeof step>;

/** What is wrong with the step that was meant; zod's union only says that none fits. */
function wrongStep(input: unknown, isOuter: boolean): string {
  const kinds = [...Object.keys(singles), ...(isOuter ? ['together'] : [])] as Kind[];
  if (typeof input !== 'object' || input === null || Array.isArray(input))
    return `a step has one of the words ${kinds.join(', ')}`;
  const fields = Object.keys(input);
  const kind = kinds.find((one) => fields.includes(one));
  if (kind === undefined) {
    const near = kinds.find((one) => fields.some((field) => distance(one, field) <= 2));
    const hint = near === undefined ? '' : `; is ${near} meant?`;
    return `no step has the words ${fields.join(', ')}: steps are ${kinds.join(', ')}${hint}`;
  }
  const parsed = (kind !== 'together' ? singles[kind] : 'times' in input ? repeat : together).safeParse(
    input,
  );
  const issues = parsed.error?.issues ?? [];
  return issues.map(({ path, message }) => `${[kind, ...path].join('.')}: ${message}`).join('; ');
}

/** How many characters have to be changed (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (const [i, char] of [...a].entries()) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++)
      next.push(Math.min(next[j]! + 1, row[j + 1]! + 1, row[j]! + (char === b[j] ? 0 : 1)));
    row = next;
  }
  return row.at(-1)!;
}
