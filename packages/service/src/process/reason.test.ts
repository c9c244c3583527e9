import { expect, test } from 'vitest';
import { reasonOf } from './reason.ts';

const refused = Object.assign(new AggregateError([]), { code: 'ECONNREFUSED' });

test.each([
  [new Error('the service is down', { cause: new Error('no answer') }), 'the service is down: no answer'],
  [
    new Error('the database is down: no table', { cause: new Error('no table') }),
    'the database is down: no table',
  ],
  [new Error('not reached', { cause: refused }), 'not reached: ECONNREFUSED'],
  ['only a text', 'only a text'],
])('%# says the error and its cause, each once', (error, reason) => {
  expect(reasonOf(error)).toBe(reason);
});
