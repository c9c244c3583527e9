import { expect, expectTypeOf, test } from 'vitest';
import { errors, type problems, refuse } from '../../example/problems.ts';
import { type CodeOf, Refusal } from './problems.ts';

test('a decision refuses with a code of its service, or of every service', () => {
  const members = { errors: [{ pointer: '/colour', code: 'unknown', detail: 'no such colour' }] };
  expect(() => refuse('colour-invisible', 'nobody would find it', members)).toThrow(
    new Refusal('colour-invisible', 'nobody would find it', members),
  );
  expect(() => refuse('not-found', 'no mug has this id')).toThrow('no mug has this id');
});

test('a misspelt code does not compile, nor one of another service', () => {
  expectTypeOf(refuse).parameter(0).toEqualTypeOf<CodeOf<typeof problems>>();
  // @ts-expect-error: no problem has this code
  expect(() => refuse('colour-invisibel', '')).toThrow(Refusal);
  // @ts-expect-error: a code of the product service
  expect(() => errors('sku-taken')).toThrow(TypeError);
});

test('the responses of a route have the statuses of its codes', () => {
  const responses = errors('colour-invisible', 'name-taken', 'limit-reached', 'validation-failed');
  expectTypeOf<keyof typeof responses>().toEqualTypeOf<409 | 422>();
  expect(Object.keys(responses)).toEqual(['409', '422']);
  expect(responses[409].description).toBe(
    '`colour-invisible`: Mugs stay visible · `name-taken`: Another mug has this name · `limit-reached`: Limit reached',
  );
});
