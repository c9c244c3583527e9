/**
 * No text that a command takes is left out of the tests: texts.test.ts sends the fields that it knows, and what else can be created
 * is created here, with texts as long as they may be, and read back.
 */

import { limits } from '@quickmart/contracts/limits';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { itemOf, type Operation, operationsOf, type Schema } from '../test/fuzz/document.ts';
import { send } from '../test/testing.ts';
import { fields, textOf, worlds } from '../test/texts.ts';
import { type Lab, startLab } from './lab.ts';
import { serviceNames } from './names.ts';
import { documentOf } from './openapi/documents.ts';

let lab: Lab;
beforeAll(async () => {
  lab = await startLab();
  await lab.consume();
});
afterAll(() => lab?.stop());

const known: Record<string, number> = {
  ...fields,
  attributes: fields.attribute,
  options: fields.option,
  choices: fields.option,
  // Of an export and an erasure: apps/identity/src/texts.test.ts.
  customer: limits.emailLength,
};
/** Texts of an operation that are not sent there. What is about the caller needs one: apps/identity/src/texts.test.ts. */
function textsLeft({ id, path, access, requestBody }: Operation): string[] {
  // Operators choose by what is there already.
  if (access?.kind === 'signed-in' || path.includes('/{service}/')) return [];
  const seen = new Set<string>();
  for (const { schema } of Object.values(requestBody?.content ?? {}))
    if (id !== 'receiveWebhook' && schema?.type !== 'string') textsOf(schema ?? {}, '', seen);
  return [...seen].filter((one) => {
    const [name = '', max] = one.split(' ');
    return known[name] !== Number(max);
  });
}

/** Texts that may be anything: without a format, a pattern or a list of values. `seen` gets `name maxLength`. */
function textsOf(schema: Schema, name: string, seen: Set<string>): void {
  const {
    type,
    format,
    pattern,
    enum: values,
    maxLength,
    properties = {},
    items,
    additionalProperties,
  } = schema;
  if (type === 'string' && !format && !pattern && !values && schema.const === undefined)
    seen.add(`${name} ${maxLength}`);
  for (const [field, inner] of Object.entries(properties)) textsOf(inner, field, seen);
  if (items) textsOf(items, name, seen);
  if (typeof additionalProperties === 'object') textsOf(additionalProperties, name, seen);
  for (const branch of [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])])
    textsOf(branch, name, seen);
}

const documents = serviceNames.map(async (name) => operationsOf(name, await documentOf(name)));
const operations = (await Promise.all(documents)).flat();
const others = operations.filter((operation) => textsLeft(operation).length > 0);

test.each(others)('$id creates something, which is read back as it was sent', async (operation) => {
  const item = itemOf(operation, operations);
  const isCreate = operation.path === `/api/${operation.resource}` && item !== undefined;
  expect(isCreate ? [] : textsLeft(operation), 'no test sends them').toEqual([]);
  for (const nth of worlds.keys()) await createdWithTexts(operation, item!.path, nth);
});

/** The example of the document, with texts as long as they may be. */
async function createdWithTexts({ service, path, requestBody }: Operation, item: string, nth: number) {
  const { schema: { properties = {}, ...schema } = {} } = requestBody!.content['application/json']!;
  const isText = ({ type, format, pattern, maxLength }: Schema) =>
    type === 'string' && !format && !pattern && maxLength !== undefined;
  const longTexts = Object.entries(properties)
    .filter(([, one]) => isText(one))
    .map(([name, { maxLength = 0 }]) => {
      const long = '\u{1F600}'.repeat(maxLength - 1);
      const [some] = fc.sample(textOf(maxLength - 1), { numRuns: 1, seed: nth });
      // Unique, where that is what it has to be.
      return [name, String.fromCodePoint(0x1f600 + nth) + (nth === 0 ? long : some)];
    });
  const body = { ...(schema.example as object), ...Object.fromEntries(longTexts) };
  const created = await send(lab, service, { method: 'POST', path, body });
  expect(created).toMatchObject(body);
  // A secret is shown once.
  const { secret: _, ...kept } = created;
  const own = item.replace(/\{.+\}/, created.id);
  expect(await send(lab, service, { method: 'GET', path: own })).toEqual(kept);
}
