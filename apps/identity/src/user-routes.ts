/** For staff: who has an account, what they may do, and what happened to it. */
import { among, withDetail } from '@quickmart/projections';
import { type Api, anyOf, filter, needs, resource } from '@quickmart/service';
import { clock } from '@quickmart/streams';
import { z } from 'zod';
import { emailIndexOf } from './accounts.ts';
import { errors, lockRequest, roleSet, signUp, user as userShape } from './api.ts';
import type { Parts } from './config.ts';
import { userList, userRoles } from './read-models.ts';
import { demandRoles } from './rights.ts';
import { roleNames } from './roles.ts';
import { endSessions, existing, lock, setRoles, type UserState, unlock, user } from './user.ts';
import { userView } from './views.ts';

const write = needs('users:write');

export function userRoutes(api: Api, parts: Parts): void {
  const { store, sealing, failures } = parts;

  const users = resource(api, parts, {
    path: '/api/users',
    shape: userShape,
    readModel: userList,
    access: needs('users:read'),
    view: userView,
    list: {
      sort: ['createdAt', 'updatedAt'],
      filters: {
        email: filter(signUp.shape.email, (email) => ({
          column: 'emailIndex',
          op: 'eq',
          value: emailIndexOf(sealing, email),
        })),
        role: filter(
          anyOf(z.enum(roleNames)).meta({ description: 'Who has this role, or one of several' }),
          (given) => withDetail(userRoles, [among('role', given)!]),
        ),
      },
    },
    history: {
      summary: 'What happened to a user, oldest first: every right that was given or taken, and by whom',
    },
  });

  users.put('roles', {
    operationId: 'setRoles',
    access: write,
    summary: 'The roles of a user, all of them',
    description:
      'It counts with the next access token, in ten minutes at most. Nobody gives or takes rights that they do not have.',
    body: roleSet,
    responses: errors('rights-exceeded'),
    decide: (state, { roles }, { c }) => {
      const wanted = [...new Set(roles)];
      demandRoles(c.get('caller'), existing(state).roles, wanted);
      return setRoles(state, wanted);
    },
  });

  users.post('lock', {
    access: write,
    summary: 'Lock a user out; the access token that they have is valid until it expires',
    description:
      'No login and no refresh works any more, for good or until a time. Nobody locks somebody with rights that they do not have.',
    body: lockRequest,
    responses: errors('rights-exceeded'),
    decide: (state, { until }, { c }) => {
      demandRoles(c.get('caller'), existing(state).roles, []);
      const end = until === null ? null : Date.parse(until);
      return lock(state, { reason: 'staff', until: end }, clock.now());
    },
  });

  users.post('unlock', {
    access: write,
    summary: 'Let a user in again, also after wrong passwords',
    description: 'Wrong passwords are forgotten. Nobody lets in somebody with rights that they do not have.',
    responses: errors('rights-exceeded'),
    run: async (id, _, command, c) => {
      const unlocked = (state: UserState) => {
        demandRoles(c.get('caller'), existing(state).roles, []);
        return unlock(state);
      };
      const done = await store.decide(user, id, unlocked, command);
      await failures.clear(existing(done.state).emailIndex);
      return done;
    },
  });

  users.delete('sessions', {
    operationId: 'endUserSessions',
    access: write,
    summary: 'End all sessions of a user; an access token is valid until it expires, ten minutes at most',
    description:
      'They can log in again. Nobody ends the sessions of somebody with rights that they do not have.',
    responses: errors('rights-exceeded'),
    decide: (state, _, { c }) => {
      demandRoles(c.get('caller'), existing(state).roles, []);
      return endSessions(state);
    },
  });
}
