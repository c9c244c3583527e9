/** For staff: everything that is known about a person, exported or erased. Whose it is stands in the body: paths are logged. */
import { text } from '@quickmart/contracts/shapes';
import { type Api, commandOf, createRoute, json, jsonBody, keepNoAnswer, needs } from '@quickmart/service';
import { z } from 'zod';
import { errors, exported } from './api.ts';
import type { Parts } from './config.ts';
import { limits } from './limits.ts';
import { erasePerson, exportPerson, personOf } from './person.ts';
import { demandRoles } from './rights.ts';

const tags = ['Users'];
const access = needs('users:write');
const whom = z
  .strictObject({
    customer: text(limits.emailLength, 1).meta({
      description:
        'The id of an account or a guest, an e-mail address, or the text that orders name the customer by',
    }),
  })
  .meta({ id: 'Whom', example: { customer: 'anna@example.com' } });
const erasure = z
  .object({ ids: z.array(z.string()) })
  .meta({ id: 'Erasure', example: { ids: ['019a0000-0000-7000-8000-000000000007'] } });

const eraseRoute = createRoute({
  method: 'post',
  path: '/api/erasures',
  operationId: 'erasePerson',
  access,
  tags,
  summary: 'Erase a person, everywhere and for ever',
  description:
    'Also a guest, or a customer without an account. It may be repeated. Nobody erases somebody with rights that they do not have.',
  request: { body: jsonBody(whom) },
  responses: { 200: json(erasure, 'The ids of the person'), ...errors('rights-exceeded') },
});

const exportRoute = createRoute({
  method: 'post',
  path: '/api/exports',
  operationId: 'exportPerson',
  access,
  tags,
  summary: 'Everything that is known about a person, as one JSON file',
  description: 'It reads the log from its first event on, and takes its time.',
  request: { body: jsonBody(whom) },
  responses: { 200: json(exported, 'All of it'), ...errors('too-many-requests') },
});

export function personRoutes(api: Api, parts: Parts): void {
  api.openapi(eraseRoute, async (c) => {
    keepNoAnswer(c);
    const person = await personOf(parts, c.req.valid('json').customer);
    demandRoles(c.get('caller'), person.account?.roles ?? [], []);
    await erasePerson(parts, person, commandOf(c));
    return c.json({ ids: [...person.ids] }, 200);
  });

  api.openapi(exportRoute, async (c) => {
    keepNoAnswer(c);
    const person = await personOf(parts, c.req.valid('json').customer);
    return c.json(await exportPerson(parts, person), 200);
  });
}
