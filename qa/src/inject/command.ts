/** `pnpm qa inject`: an event, or a poison message, into a local system, past every decision: what happens then? */
import { registry } from '@quickmart/contracts/registry';
import { Command, InvalidArgumentError } from 'commander';
import { assertAllowed } from '../allowed.ts';
import { Failure, UsageFailure } from '../failure.ts';
import { append } from '../lab-io.ts';
import { shortened } from '../logged.ts';
import { category, whole } from '../options.ts';
import { aggregates } from '../services.ts';
import { print, type Target, type WriteOptions, withTarget, writeCommand } from '../target.ts';

type Aggregate = { category: string; id: string };
type Options = WriteOptions & { host?: string };
type EventOptions = Options & { schema?: number };
type PoisonOptions = Options & { kind: string };
type Written = { eventType: string; schema: number; data: unknown };

const help = `
The event is appended with the next version of its aggregate. No service has decided it, so it may contradict what is there.
Every group gets it. Without --yes it only says what would be written. On a Redis that is not on this machine
nothing is done, unless --host names it; a port that is forwarded to another machine looks like one of this machine.

Kinds of poison
  unknown-type    an event that no code knows: a dead letter of the category's read models; reactions do not ask for it
  invalid-data    the first event of an aggregate, with data that its schema does not allow: also a dead letter of each reaction

Afterwards \`pnpm qa dead list\` shows it, and \`pnpm qa dead discard …\` removes it there. It stays in the log, so a rebuild of a
read model makes its dead letter again.

Examples
  pnpm qa inject event order/01a1fd5f-c748-706e-b085-2688268bf666 OrderCancelledEvent '{"by":"staff","code":"other","note":null}'
  pnpm qa inject poison order --yes                         # of an order that nobody knows
  pnpm qa inject poison order/01a1fd5f-c748-706e-b085-2688268bf666 --kind invalid-data --yes`;

export const injectCommand = (): Command =>
  new Command('inject')
    .description('put an event, or a poison message, into a local system')
    .addHelpText('after', help)
    .addCommand(eventCommand())
    .addCommand(poisonCommand());

const described = (name: string, description: string) =>
  writeCommand(name, description, help).option(
    '--host <name>',
    'the host of a Redis that is not on this machine',
  );

const eventCommand = () =>
  described('event', 'an event that this checkout can read')
    .argument('<aggregate>', '<category>/<id>', aggregateRef)
    .argument('<type>', 'of the event, e.g. OrderCancelledEvent')
    .argument('[json]', 'its data', json, {})
    .option('--schema <n>', 'the schema of the data (default: the newest)', whole(1, 1_000))
    .action((of: Aggregate, eventType: string, data: unknown, options: EventOptions) =>
      write(of, readable(of, eventType, data, options), options),
    );

const poisonCommand = () =>
  described('poison', 'an event that nobody can handle')
    .argument('<aggregate>', '<category>/<id>, or <category> for an aggregate of its own', aggregateRef)
    .option('--kind <kind>', 'unknown-type or invalid-data', kind, 'unknown-type')
    .action((of: Aggregate, options: PoisonOptions) => write(of, poisonOf(of, options.kind), options));

/** Throws a {@link UsageFailure} that says what is wrong with the event. */
function readable(
  { category }: Aggregate,
  eventType: string,
  data: unknown,
  { schema }: EventOptions,
): Written {
  const known = typesOf(category);
  if (!known.includes(eventType))
    throw new UsageFailure(`${category} has no ${eventType}; it has ${known.join(', ')}`);
  const event = { eventType, schema: schema ?? registry.event(eventType)?.schema ?? 1, data };
  try {
    registry.decode(event.eventType, event.schema, data);
    return event;
  } catch (error) {
    throw new UsageFailure(
      `${(error as Error).message}\nTo put it there all the same: \`pnpm qa inject poison\``,
    );
  }
}

function poisonOf({ category }: Aggregate, kindOf: string): Written {
  const [known = ''] = typesOf(category);
  return kindOf === 'unknown-type'
    ? { eventType: 'PoisonEvent', schema: 1, data: { poison: true } }
    : { eventType: known, schema: 1, data: { poison: true } };
}

const typesOf = (name: string): string[] =>
  aggregates.flatMap((one) => (one.category === name ? Object.keys(one.evolve) : []));

async function write({ category, id }: Aggregate, event: Written, options: Options): Promise<void> {
  await withTarget(options, async (target: Target) => {
    const said = `${event.eventType} of ${category} ${id}, data ${shortened(event.data)}`;
    if (!options.yes)
      return print(options, { dryRun: true, category, id, ...event }, `would append ${said}; --yes does it`);
    assertAllowed(target, options.host);
    await append(target, category, id, event).catch((error: Error) => {
      throw new Failure(error.message);
    });
    const head = await target.store.head(category, id);
    print(options, { ...head, category, id, ...event }, `appended ${said} at ${head?.position}`);
  });
}

function aggregateRef(text: string): Aggregate {
  const slash = text.indexOf('/');
  if (slash === -1) return { category: category(text), id: crypto.randomUUID() };
  const id = text.slice(slash + 1);
  if (id === '' || id.length > 200) throw new InvalidArgumentError('<category>/<id>');
  return { category: category(text.slice(0, slash)), id };
}

function kind(text: string): string {
  if (text === 'unknown-type' || text === 'invalid-data') return text;
  throw new InvalidArgumentError('unknown-type or invalid-data');
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new InvalidArgumentError('not JSON');
  }
}
