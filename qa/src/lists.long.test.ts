/** The same with LONG set: filters in every combination of three. */
import './lists.test.ts';
