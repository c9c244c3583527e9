/** What a linter of OpenAPI documents finds. */
import spectral from '@stoplight/spectral-core';
import { ruleset } from './ruleset.ts';

export async function findingsIn(document: object): Promise<string[]> {
  const linter = new spectral.Spectral();
  linter.setRuleset(ruleset as never);
  const findings = await linter.run(JSON.stringify(document));
  return findings.map(({ code, path, message }) => `${code} ${path.join('.')}: ${message}`);
}
