// What `npm start -- --help` and `npm run dev -- --help` say: before anything is installed, on the Node of the machine.
// Run as: node help.mjs <start|dev>

import { say } from './terminal.mjs';

export const startHelp = `npm start [-- options]

Installs what is missing, finds or starts Redis, starts every service and stays in the foreground.
  --fresh            start with no data: empties .data/ first
  --split            a process per service, as in production; else one for all of them
  --port-offset N    add N to every port (3001, 3002, …)
  --help             this text

Environment (all optional)
  REDIS_URL               a Redis to use instead of a private one
  PRODUCT_DATABASE_URL    sqlserver://user:password@host:1433/ProductDb instead of SQLite in .data/;
                          likewise for each service
  HOST, LOG_LEVEL, …      handed to the services`;

export const devHelp = `npm run dev [-- service …]

The system in watch mode, with a debugger's port for each process. Without names, all services in one process; with names,
only these, each in a process of its own: \`npm run dev -- order payment\`.`;

const asked = process.argv[1]?.endsWith('help.mjs') ? process.argv[2] : undefined;
if (asked !== undefined) say(asked === 'dev' ? devHelp : startHelp);
