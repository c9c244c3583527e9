/** What the documents must be, beyond valid OpenAPI 3.1: the rules of the public interface that a machine can check. */
import type { RulesetFunctionContext } from '@stoplight/spectral-core';
import functions from '@stoplight/spectral-functions';
import rulesets from '@stoplight/spectral-rulesets';

const { pattern, schema, truthy } = functions;

const rule = (given: string | string[], check: object, more: object = {}) => ({
  given,
  severity: 'error',
  ...more,
  // biome-ignore lint/suspicious/noThenProperty: Spectral's word.
  then: check,
});
const fits = (fitting: object) => ({ function: schema, functionOptions: { schema: fitting } });
const has = (...required: string[]) => fits({ required });
const hasOne = (name: string) => fits({ contains: { properties: { name: { const: name } } } });
const asWritten = { resolved: false };
const named = { field: '$ref', function: truthy };
const fieldless = { not: { required: ['properties'], properties: { properties: { minProperties: 1 } } } };

const api = '$.paths[?(@property.match(/^.api/))]';
const operations = `${api}[get,post,put,patch,delete]`;
const changes = '$.paths[*][put,patch,delete]';
/** Or there is no version to be changed. */
const versioned = (properties: object) => fits({ anyOf: [{ required: ['x-unversioned'] }, { properties }] });
const inBodies = (types: string) => `$.paths[*][*].requestBody.content[${types}].schema`;

const own = {
  'operations-are-summed-up': rule(operations, { field: 'summary', function: truthy }),
  'operation-ids-are-names': rule(operations, {
    field: 'operationId',
    function: pattern,
    functionOptions: { match: '^[a-z][A-Za-z]+$' },
  }),
  'every-operation-can-fail': rule(`${operations}.responses`, has('400', '429', '431', '500', '503')),
  'an-item-may-be-missing': rule(
    '$.paths[?(@property.match(/\\{/))][get,post,put,patch,delete].responses',
    has('404'),
  ),
  'a-change-needs-its-version': rule(changes, versioned({ responses: { required: ['412', '415', '428'] } })),
  'a-change-names-its-version': rule(
    changes,
    versioned({ parameters: { contains: { properties: { name: { const: 'If-Match' } } } } }),
  ),
  'a-post-can-be-repeated': rule(`${api}.post.parameters`, hasOne('Idempotency-Key')),
  'a-body-can-be-wrong': rule(
    "$.paths[*][?(@.requestBody && @.requestBody.content['application/json'])].responses",
    has('413', '415', '422'),
  ),
  'created-has-an-address': rule(
    '$.paths[*].post.responses[201].headers',
    has('Location', 'ETag', 'Event-Position', 'Idempotency-Replayed'),
  ),
  'wait-before-you-try-again': rule(`${api}[*].responses[429,503].headers`, has('Retry-After')),
  'failures-are-problems': rule(
    `${api}[*].responses[?(@property >= '400')].content`,
    has('application/problem+json'),
  ),
  'problems-have-examples': rule(
    "$.paths[*][*].responses[*].content['application/problem+json']",
    has('examples'),
  ),
  'bodies-have-names': rule(
    [inBodies("'application/json'"), '$.paths[*][*].responses[*].content[*].schema'],
    named,
    asWritten,
  ),
  'schemas-have-examples': rule('$.components.schemas[*]', has('example')),
  'objects-have-names': rule(
    '$.components.schemas[*].properties[*]',
    fits({ ...fieldless, properties: { items: fieldless } }),
    asWritten,
  ),
};

/** A schema stands in each place that refers to it, in every document: an example that was found good is not tried again. */
function triedOnce(name: 'oas3-valid-media-example' | 'oas3-valid-schema-example') {
  const { then, ...known } = rulesets.oas.rules[name];
  const good = new Set<string>();
  const check = (target: Record<string, unknown>, options: object, context: RulesetFunctionContext) => {
    // Read-only fields may be left out of requests, write-only ones of responses.
    const isMedia = name === 'oas3-valid-media-example';
    const use = isMedia && context.path.filter((part) => part === 'requestBody' || part === 'responses');
    const key = `${use} ${JSON.stringify(target)}`;
    if (good.has(key)) return [];
    const findings = then.function(target, options as never, context) as unknown[];
    if (findings.length === 0) good.add(key);
    return findings;
  };
  return rule(known.given, { ...then, function: check }, known);
}

export const ruleset = {
  extends: [[rulesets.oas, 'recommended']],
  rules: {
    'info-contact': 'off',
    'operation-description': 'error',
    'oas3-parameter-description': 'error',
    'oas3-valid-media-example': triedOnce('oas3-valid-media-example'),
    'oas3-valid-schema-example': triedOnce('oas3-valid-schema-example'),
    'oas3-unused-component': 'error',
    ...own,
  },
};
