/**
 * Requests of every kind against the running services, made from their own OpenAPI documents; see README.md.
 *
 * SEED=… asks other requests (`random`: new ones each time), FUZZ_RUNS=… (per fuzzer) makes it longer.
 */
import { env } from 'node:process';
import { portOf } from '@quickmart/service';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { documentOf } from '../../../apps/gateway/src/owners.ts';
import { serviceNames } from '../../src/names.ts';
import { type System, startSystem } from '../../src/processes.ts';
import { qa } from '../testing.ts';
import { fetchDocument, type Operation, operationsOf } from './document.ts';
import { Violation } from './oracle.ts';
import { request } from './request.ts';
import { Run } from './run.ts';
import { type Step, step } from './step.ts';
import { deadLetters, writtenBy } from './trace.ts';

const seed = Number(env.SEED);
const runs = Number(env.FUZZ_RUNS ?? 13);
// Fuzzers run side by side: much of the time goes by in waits of two seconds for what never comes.
const fuzzers = 8;
// By number and not by time: a busy machine asks the same, only later.
const timeoutMs = 600_000 + runs * 5_000;

let system: System;
let operations: Operation[];
const refused = new Set<string>();
const answered = new Map<string, number[]>();
const prepared = new Set<string>();
let requests = 0;
let started = 0;

beforeAll(async () => {
  // The long run asks processes of their own, as in production.
  system = await startSystem({ apart: env.LONG ? serviceNames : [], env: { LOG_LEVEL: 'warn' } });
  const lists = serviceNames.map(async (name) => operationsOf(name, await fetchDocument(system[name].url)));
  // With other signing keys, the tokens that the requests are sent with would be worthless.
  operations = (await Promise.all(lists)).flat().filter(({ id }) => id !== 'rotateSigningKey');
});
afterAll(() => system?.stop());

/** A run on its own, so that it is the same when it is repeated or shrunk. */
async function oneRun(steps: Step[]): Promise<void> {
  started += 1;
  const name = `fuzz-${seed}-${started}`;
  const run = new Run(name, system, operations);
  await Promise.all(system.services.filter(({ isAlive }) => !isAlive).map((service) => service.start()));
  try {
    await run.prepare(name);
    for (const one of steps) await run.take(one);
  } finally {
    for (const id of run.refused) refused.add(id);
    for (const id of run.prepared) prepared.add(id);
    for (const [id, status] of run.statuses) answered.set(id, [...(answered.get(id) ?? []), status]);
    requests += run.statuses.length;
  }
  for (const { url, name: service } of system.services) {
    const alive = await fetch(`${url}/livez`).catch(() => undefined);
    if (alive?.status !== 200) throw new Violation(`${service} does not live any more`);
  }
}

/** Undefined where nothing was found. As soon as one fuzzer has found something, the others leave it the machine. */
async function fuzz(index: number, found: { by?: number }): Promise<string | undefined> {
  const sequences = fc.array(step(operations), { minLength: 1, maxLength: 16, size: 'max' });
  const property = fc.asyncProperty(sequences, async (steps) => {
    if (found.by !== undefined && found.by !== index) return;
    await oneRun(steps).catch((error: unknown) => {
      found.by ??= index;
      throw error;
    });
  });
  const details = await fc.check(property, { seed: seed + index, numRuns: runs });
  if (!details.failed || details.errorInstance === null) return undefined;
  const steps = fc.stringify(details.counterexample?.[0]).slice(0, 10_000);
  return `${details.errorInstance}\nafter ${details.numShrinks} shrinks, of fuzzer ${index}: ${steps}`;
}

/** What chance has left out is asked by itself. */
async function askTheRest(): Promise<void> {
  for (const operation of operations.filter(({ id }) => !answered.has(id) && !prepared.has(id))) {
    const [plan] = fc.sample(request(operation), { numRuns: 1, seed });
    await oneRun([{ kind: 'send', plan: plan! }]);
  }
}

describe(`the services, fuzzed with SEED=${seed} FUZZ_RUNS=${runs}`, () => {
  test('answer as their documents say, whatever they are asked', { timeout: timeoutMs }, async () => {
    const found = {};
    const reports = await Promise.all(Array.from({ length: fuzzers }, (_, index) => fuzz(index, found)));
    console.info(`fuzz: SEED=${seed} FUZZ_RUNS=${runs}, ${started} runs, ${requests} requests`);
    const failure = reports.find((report) => report !== undefined);
    if (failure === undefined) await askTheRest();
    if (failure !== undefined)
      expect.fail(`SEED=${seed} FUZZ_RUNS=${runs}\n${failure}\n${system.defects().slice(-8).join('\n')}`);
  });

  test('were asked everything, with and without success', () => {
    expect(operations.filter(({ id }) => !answered.has(id) && !prepared.has(id)).map(({ id }) => id)).toEqual(
      [],
    );
    // By chance, a few requests can all end in the same way; this many do not. But for what has no way of its own there:
    // payments come of orders, webhooks are signed, what comes back was shipped and delivered first, attention is rare.
    // Whoever may do everything may give every right to a client.
    const rare = new Set(['returnOrder', 'retryOrderPayment', 'resolveOrderAttention', 'createClient']);
    // Whoever has no token and no code gets none by chance.
    const isProven = ({ service, access }: Operation) =>
      access?.kind === 'signed-in' || (service === 'identity' && access?.kind === 'open');
    const common = new Set(
      operations
        .filter((one) => one.service !== 'payment' && !rare.has(one.id) && !isProven(one))
        .map(({ id }) => id),
    );
    const often = [...answered].filter(([id, statuses]) => statuses.length >= 60 && common.has(id));
    const oneSided = often.filter(
      ([, statuses]) => !statuses.some((status) => status < 300) || !statuses.some((status) => status >= 400),
    );
    expect(oneSided).toEqual([]);
  });

  test('serve the documents that the repository has', async () => {
    for (const name of serviceNames) {
      const kept = JSON.stringify(documentOf(name));
      const here = kept.replaceAll(`http://127.0.0.1:${portOf('identity')}`, system.identity.url);
      expect(await fetchDocument(system[name].url)).toEqual(JSON.parse(here));
    }
  });

  test('have handled every event, and given up on none', async () => {
    const lag = await qa(undefined, 'lag', '--wait', '60', '--redis', system.redis.url);
    expect(lag.code, lag.out).toBe(0);
    expect(await deadLetters(await system.redis.connect())).toEqual([]);
  });

  test('have written nothing for a request that they refused', async () => {
    expect(refused.size).toBeGreaterThan(0);
    expect(await writtenBy(await system.redis.connect(), refused)).toEqual([]);
  });

  test('have logged no defect, and not died', () => {
    expect(system.defects().map((line) => line.slice(0, 1_000))).toEqual([]);
  });
});
