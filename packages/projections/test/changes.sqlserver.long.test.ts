/** A change of tables that takes longer than the 15 s that a statement has by default. */
import { test } from 'vitest';
import { changeSlowly } from './changes.ts';

test('a change of tables takes as long as it takes', () => changeSlowly(20, {}));
