import { suitesOn } from './suites.ts';

suitesOn('sentinel');
