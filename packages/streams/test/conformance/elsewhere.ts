/** `--import` this, and the process believes to run on another machine: whether it lives cannot be looked up then. */
import { syncBuiltinESMExports } from 'node:module';
import os from 'node:os';

os.hostname = () => `elsewhere-${process.pid}`;
syncBuiltinESMExports();
