import { suitesOn } from './suites.ts';

suitesOn('cluster');
