/** The address book of an account. Its version is that of the account. */
import { randomUUIDv7 } from 'node:crypto';
import { completeAddress } from '@quickmart/sealing';
import {
  type Api,
  commandOf,
  createRoute,
  idParam,
  json,
  jsonBody,
  respond,
  signedIn,
} from '@quickmart/service';
import { add, change, find, remove } from './address-book.ts';
import { addressChange, addressList, address as addressShape, errors, savedAddress } from './api.ts';
import type { Parts } from './config.ts';
import { ownId } from './me-routes.ts';
import { existing, type UserState, user } from './user.ts';
import { addressView } from './views.ts';

const tags = ['Me'];
const path = '/api/me/addresses';
const params = idParam();

const listRoute = createRoute({
  method: 'get',
  path,
  operationId: 'listAddresses',
  access: signedIn(),
  tags,
  summary: 'The addresses of the caller',
  responses: { 200: json(addressList, 'All of them') },
});

const addRoute = createRoute({
  method: 'post',
  path,
  operationId: 'addAddress',
  access: signedIn(),
  tags,
  summary: 'Add an address',
  description: 'Kept sealed, field by field; the version is that of the account.',
  request: { body: jsonBody(addressShape) },
  responses: { 201: json(savedAddress, 'The new address'), ...errors('limit-reached') },
});

const changeRoute = createRoute({
  method: 'patch',
  path: `${path}/{id}`,
  operationId: 'changeAddress',
  access: signedIn(),
  tags,
  summary: 'Change an address',
  description: 'Fields that are left out stay; optional ones that are null are taken out.',
  request: { params, body: jsonBody(addressChange) },
  responses: { 200: json(savedAddress, 'The address') },
});

const removeRoute = createRoute({
  method: 'delete',
  path: `${path}/{id}`,
  operationId: 'removeAddress',
  access: signedIn(),
  tags,
  summary: 'Remove an address',
  description: 'Orders that were sent there keep it.',
  request: { params },
  responses: { 204: { description: 'It is removed' } },
});

const viewOf = (addressId: string) => (state: UserState, version: number) =>
  addressView(addressId, find(state, addressId), version);

export function addressRoutes(api: Api, { store, sealing }: Parts): void {
  api.openapi(listRoute, async (c) => {
    const { state, version } = await store.read(user, ownId(c));
    const data = existing(state).addresses.map(({ id, address }) => addressView(id, address, version));
    return c.json({ data }, 200);
  });

  api.openapi(addRoute, async (c) => {
    const [id, addressId] = [ownId(c), randomUUIDv7()];
    const address = await sealing.sealFields(id, 'address', completeAddress(c.req.valid('json')));
    return await respond(c, 201, viewOf(addressId), (command) =>
      store.decide(user, id, (state) => add(state, addressId, address), command),
    );
  });

  api.openapi(changeRoute, async (c) => {
    const [id, addressId] = [ownId(c), c.req.valid('param').id];
    const fields = await sealing.sealFields(id, 'address', c.req.valid('json'));
    return await respond(c, 200, viewOf(addressId), (command) =>
      store.decide(user, id, (state) => change(state, addressId, fields), command),
    );
  });

  api.openapi(removeRoute, async (c) => {
    const addressId = c.req.valid('param').id;
    await store.decide(user, ownId(c), (state) => remove(state, addressId), commandOf(c));
    return c.body(null, 204);
  });
}
