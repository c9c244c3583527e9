/** The console in a real browser: what staff and operators do, each on its pages; the keyboard alone; a long list. */
import { describe } from 'vitest';
import { keyboardOf } from './keyboard.ts';
import { longListOf } from './long-list.ts';
import { operatorTests } from './operators.ts';
import { consoleOfTests } from './shop.ts';
import { staffOf } from './staff.ts';

const { at, place, opened } = consoleOfTests({ split: ['review'] });
const { browser } = at;

describe.skipIf(!browser.isThere)('the console', () => {
  staffOf(at, place);
  keyboardOf(at, place);
  longListOf(at, 10_000);
  operatorTests({ ...at, place, opened });
});
