/** The AsyncAPI documents of all services, read by the official parser. */
import { DiagnosticSeverity, Parser } from '@asyncapi/parser';
import { published } from '@quickmart/contracts/registry';
import { expect, test } from 'vitest';
import { asyncApiOf } from './openapi/documents.ts';
import { services } from './services.ts';

const parser = new Parser();
/** The parser compiles the schema of AsyncAPI, which takes seconds on a machine with other work. */
const timeout = 120_000;

async function read(document: object) {
  const { document: parsed, diagnostics } = await parser.parse(JSON.stringify(document));
  const faults = diagnostics.filter(({ severity }) => severity === DiagnosticSeverity.Error);
  return { parsed, faults: faults.map(({ path, message }) => `${path.join('.')}: ${message}`) };
}

const typesIn = (parsed: Awaited<ReturnType<typeof read>>['parsed'], action: 'isSend' | 'isReceive') => {
  const operations = parsed?.operations().filter((operation) => operation[action]()) ?? [];
  return operations.flatMap((operation) => operation.messages().map((message) => message.name()));
};

test.each(services)('$name says what it publishes and what it reads', { timeout }, async ({ name }) => {
  const { parsed, faults } = await read(await asyncApiOf(name));
  expect(faults).toEqual([]);
  const own = published.get(name)?.map(({ eventType }) => eventType) ?? [];
  expect(typesIn(parsed, 'isSend').sort()).toEqual([...own].sort());
});

test('an order is paid and packed by what others say', { timeout }, async () => {
  const { parsed } = await read(await asyncApiOf('order'));
  expect(typesIn(parsed, 'isReceive')).toEqual(
    expect.arrayContaining(['StockReservedEvent', 'PaymentCapturedEvent', 'ProductPriceChangedEvent']),
  );
});

test('the parser finds what is wrong', { timeout }, async () => {
  const { faults } = await read({ ...(await asyncApiOf('order')), channels: {} });
  expect(faults).not.toEqual([]);
});
