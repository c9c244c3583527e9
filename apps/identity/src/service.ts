/** The identity service: who people and machines are, what they may do, and the tokens that say so. */
import { defineService } from '@quickmart/service';
import { accountRoutes } from './account-routes.ts';
import { addressRoutes } from './address-routes.ts';
import { problems } from './api.ts';
import { bootstrap } from './bootstrap.ts';
import { client } from './client.ts';
import { clientRoutes } from './client-routes.ts';
import { checkSettings, partsOf, settings } from './config.ts';
import { emailRoutes } from './email-routes.ts';
import { inboxRoutes } from './inbox-routes.ts';
import { keyRoutes } from './key-routes.ts';
import { meRoutes } from './me-routes.ts';
import { oauthRoutes } from './oauth-routes.ts';
import { onUser } from './person.ts';
import { personRoutes } from './person-routes.ts';
import { clientList, userList } from './read-models.ts';
import { onRotation } from './rotation.ts';
import { sessionRoutes } from './session-routes.ts';
import { signingKeys } from './signing-key.ts';
import { user } from './user.ts';
import { userRoutes } from './user-routes.ts';

export default defineService({
  name: 'identity',
  port: 3005,
  title: 'QuickMart identity',
  description: 'Accounts, guests, roles, machine clients, and the access tokens that say who somebody is.',
  tags: [
    { name: 'Accounts', description: 'Sign up, verify, reset' },
    { name: 'Sessions', description: 'Log in, go on, log out' },
    { name: 'Me', description: 'One’s own account' },
    { name: 'Users', description: 'For staff: rights, locks' },
    { name: 'Clients', description: 'Machines, and what they may do' },
    { name: 'Tokens', description: 'OAuth 2, and the keys of tokens' },
    { name: 'Development', description: 'On a machine of one’s own' },
  ],
  aggregates: [user, client, signingKeys],
  readModels: [userList, clientList],
  problems,
  settings,
  checkSettings,
  ephemeral: true,
  parts: partsOf,
  prepare: bootstrap,
  tokenKeys:
    ({ keyRing }) =>
    () =>
      keyRing.jwks(),
  react: (parts) => ({ user: onUser(parts) }),
  timers: (parts) => ({ 'signing-key': onRotation(parts) }),
  routes: [
    accountRoutes,
    sessionRoutes,
    meRoutes,
    emailRoutes,
    addressRoutes,
    userRoutes,
    personRoutes,
    clientRoutes,
    oauthRoutes,
    keyRoutes,
    inboxRoutes,
  ],
});
