/** `pnpm qa token`: an access token, for calls by hand. */
import { Command } from 'commander';
import { UsageFailure } from './failure.ts';
import { serviceUrl } from './target.ts';
import { tokensFor } from './tokens.ts';

const help = `
Of the machine client of the system that \`npm start\` runs here. Of another one: set ISSUER, CLIENT_ID and CLIENT_SECRET_FILE
(or CLIENT_SECRET). It may do everything that the client may, for ten minutes.

Example
  curl localhost:3000/api/orders -H "Authorization: Bearer $(npm run -s qa -- token)"`;

export const tokenCommand = (): Command =>
  new Command('token')
    .description('an access token for calls by hand')
    .addHelpText('after', help)
    .action(async () => {
      const token = await tokensFor(serviceUrl('identity'))?.current();
      if (token === undefined)
        throw new UsageFailure('no system runs here: start it with `npm start`, or set CLIENT_ID');
      process.stdout.write(`${token}\n`);
    });
