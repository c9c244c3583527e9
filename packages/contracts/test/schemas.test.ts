import { expect, test } from 'vitest';
import { z } from 'zod';
import { faultOf, schemaFiles } from '../scripts/schemas.ts';
import { schemaOf } from '../src/json-schema.ts';
import { published } from '../src/registry.ts';
import { filesIn } from './corpus.ts';

test.each(schemaFiles)('$eventType $version is as it was published', (file) => {
  const fault = faultOf(file);
  expect(fault, fault).toBeUndefined();
});

test('no published version is gone', () => {
  const kept = [...published.keys()].flatMap((service) =>
    filesIn(service, 'schemas').map(({ path }) => path.href),
  );
  const declared = schemaFiles.map(({ path }) => path.href);
  expect(declared).toEqual(expect.arrayContaining(kept));
});

test('an edit of a published version is told, with what to do; one without a file, too', () => {
  const first = schemaFiles[0]!;
  const edited = { ...first, schema: schemaOf(z.object({ colour: z.string() })) };
  expect(faultOf(edited)).toMatch(/is published.*add \.version\(2, …\) \(docs\/changing-an-event\.md\)/);
  const path = new URL('NeverSeenEvent.1.json', first.path);
  expect(faultOf({ ...first, path })).toMatch(/NeverSeenEvent\.1\.json is missing: run npm run contracts/);
});

test('what is said about the data is no part of it', () => {
  const told = z.object({ colour: z.string().meta({ description: 'Of the mug', example: 'blue' }) });
  expect(schemaOf(told)).toEqual(schemaOf(z.object({ colour: z.string() })));
});
