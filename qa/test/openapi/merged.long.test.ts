/** The document of all services together. Its operations are those of the services, which openapi.test.ts checks one by one. */
import { expect, test } from 'vitest';
import { mergedOf } from '../../src/openapi/documents.ts';
import { findingsIn } from './findings.ts';

// The linter takes more than in proportion to the length: half a minute for all of them.
test('all together keep the rules', async () => {
  expect(await findingsIn(await mergedOf())).toEqual([]);
});
