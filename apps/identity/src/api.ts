/** What the identity service takes, shows and refuses. */
import { address, email, examples, id, instant, text, version } from '@quickmart/contracts/shapes';
import { errorsOf } from '@quickmart/service/openapi';
import { type Problems, type Refuse, refuseWith } from '@quickmart/service/problems';
import { z } from 'zod';
import { purposes } from './codes.ts';
import { limits } from './limits.ts';
import { roleNames } from './roles.ts';

export const problems = {
  'credentials-invalid': [401, 'Not the right e-mail address, password or code'],
  'code-invalid': [422, 'Not the right code, or no longer'],
  'email-taken': [409, 'Another account has this address'],
  'password-wrong': [422, 'Not the present password'],
  'account-locked': [403, 'The account is locked'],
  'rights-exceeded': [403, 'Nobody gives or takes rights that they do not have'],
} as const satisfies Problems;
/** In decisions. */
export const refuse: Refuse<typeof problems> = refuseWith;
/** In routes. */
export const errors = errorsOf(problems);

const password = z
  .string()
  .min(limits.passwordLengthMin)
  .max(limits.passwordLengthMax)
  .refine((value) => value.isWellFormed() && !value.includes('\0'), { error: 'must be well-formed Unicode' })
  .meta({ format: 'password', example: 'correct horse battery' });
/** As it was given, to be compared: whatever it is, it is only right or wrong. */
const someText = z.string().min(1).max(limits.passwordLengthMax).meta({ format: 'password' });
const name = text(limits.nameLength, 1);
const code = z
  .string()
  .regex(/^\d{6}$/, { error: 'must be six digits' })
  .meta({ example: '123456' });
const role = z.enum(roleNames);
export const scope = z
  .string()
  .regex(/^(\*|operate|[a-z][a-z-]*:(\*|[a-z]+))$/, { error: 'must be a scope such as orders:read' })
  .meta({ example: 'orders:read' });

export const signUp = z.strictObject({ email, password, name: name.optional() }).meta({
  id: 'NewAccount',
  example: { email: 'anna@example.com', password: 'correct horse battery', name: 'Anna' },
});
export type SignUp = z.infer<typeof signUp>;

export const verification = z
  .strictObject({ email, code })
  .meta({ id: 'Verification', example: { email: 'anna@example.com', code: '123456' } });
export const newPassword = z.strictObject({ email, code, password }).meta({
  id: 'NewPassword',
  example: { email: 'anna@example.com', code: '123456', password: 'a better one' },
});
export const passwordChange = z
  .strictObject({ current: someText, password })
  .meta({ id: 'PasswordChange', example: { current: 'correct horse battery', password: 'a better one' } });
export const codeRequest = z
  .strictObject({ email, purpose: z.enum(purposes) })
  .meta({ id: 'CodeRequest', example: { email: 'anna@example.com', purpose: 'login' } });
export const codeSent = z
  .object({ expiresIn: z.int().meta({ description: 'Seconds' }) })
  .meta({ id: 'CodeSent', example: { expiresIn: 600 } });

/** By a password, or by a code. */
export const credentials = z
  .strictObject({ email, password: someText.optional(), code: code.optional() })
  .refine((given) => (given.password === undefined) !== (given.code === undefined), {
    error: 'send a password or a code',
  })
  .meta({ id: 'Credentials', example: { email: 'anna@example.com', password: 'correct horse battery' } });

/** Who asks for another address proves once more who they are: an open session is not enough. */
export const emailChange = credentials.meta({
  id: 'EmailChange',
  example: { email: 'anna@example.net', password: 'correct horse battery' },
});

export const tokens = z
  .object({
    accessToken: z.string(),
    refreshToken: z.string().meta({ description: 'For `POST /api/sessions/refresh`, once' }),
    expiresIn: z.int().meta({ description: 'Seconds that the access token is valid' }),
    tokenType: z.literal('Bearer'),
  })
  .meta({
    id: 'Tokens',
    example: { accessToken: 'eyJ…', refreshToken: '3f0c….kQ2…', expiresIn: 600, tokenType: 'Bearer' },
  });
export type Tokens = z.infer<typeof tokens>;
export const refreshRequest = z
  .strictObject({ refreshToken: z.string().regex(/^[\w.-]{1,200}$/) })
  .meta({ id: 'RefreshRequest', example: { refreshToken: '3f0c2a10-0000-4000-8000-000000000000.kQ2x' } });

export const user = z
  .object({
    id,
    kind: z.enum(['user', 'guest']),
    email: z.string().nullable().meta({ description: 'Null: a guest, or somebody who was erased' }),
    name: z.string().nullable(),
    emailVerified: z.boolean(),
    roles: z.array(z.string()),
    locked: z.boolean(),
    lockedUntil: instant.nullable().meta({ description: 'Null: not locked, or until somebody unlocks it' }),
    version,
    createdAt: instant.nullable(),
    updatedAt: instant.nullable(),
  })
  .meta({
    id: 'User',
    example: {
      id: '019a0000-0000-7000-8000-000000000007',
      kind: 'user',
      email: 'anna@example.com',
      name: 'Anna',
      emailVerified: true,
      roles: ['customer'],
      locked: false,
      lockedUntil: null,
      version: 3,
      createdAt: examples.at,
      updatedAt: examples.at,
    },
  });
export type UserView = z.infer<typeof user>;
export const profile = z
  .strictObject({ name: name.nullable().optional() })
  .meta({ id: 'Profile', example: { name: 'Anna Arnold' } });
export const roleSet = z
  .strictObject({ roles: z.array(role).max(roleNames.length) })
  .meta({ id: 'RoleSet', example: { roles: ['customer', 'support'] } });
export const lockRequest = z
  .strictObject({ until: instant.nullable().default(null) })
  .meta({ id: 'LockRequest', example: { until: null } });

export type { Address } from '@quickmart/contracts/shapes';
export { address };
/** A field that is null is taken out. */
export const addressChange = z
  .strictObject({
    ...address.partial().shape,
    company: address.shape.company.nullable(),
    line2: address.shape.line2.nullable(),
    region: address.shape.region.nullable(),
    phone: address.shape.phone.nullable(),
  })
  .meta({ id: 'AddressChange', example: { line1: 'Kurze Straße 2', line2: null } });
export type AddressChange = z.infer<typeof addressChange>;
const optionalText = z.string().nullable();
export const savedAddress = z
  .object({
    id,
    name: optionalText,
    company: optionalText,
    line1: optionalText,
    line2: optionalText,
    postalCode: optionalText,
    city: optionalText,
    region: optionalText,
    country: optionalText,
    phone: optionalText,
    version,
  })
  .meta({
    id: 'SavedAddress',
    example: {
      id: '019a0000-0000-7000-8000-000000000008',
      ...(address.meta()?.example as object),
      company: null,
      line2: null,
      region: null,
      phone: null,
      version: 4,
    },
  });
export const addressList = z
  .object({ data: z.array(savedAddress) })
  .meta({ id: 'AddressList', example: { data: [savedAddress.meta()?.example] } });

const exportedEvent = z
  .object({
    category: z.string(),
    aggregateId: z.string(),
    version: z.int(),
    eventType: z.string(),
    at: instant,
    data: z.unknown().meta({ description: 'As it is read today; what is sealed for somebody else is null' }),
  })
  .meta({
    id: 'ExportedEvent',
    example: {
      category: 'user',
      aggregateId: '019a0000-0000-7000-8000-000000000007',
      version: 3,
      eventType: 'EmailVerifiedEvent',
      at: examples.at,
      data: { userId: '019a0000-0000-7000-8000-000000000007' },
    },
  });
export const exported = z
  .object({
    exportedAt: instant,
    ids: z.array(z.string()).meta({ description: 'Those that the person has in events' }),
    events: z.array(exportedEvent).meta({ description: 'Of everything that names the person' }),
  })
  .meta({
    id: 'Export',
    example: {
      exportedAt: examples.at,
      ids: ['019a0000-0000-7000-8000-000000000007'],
      events: [exportedEvent.meta()?.example],
    },
  });

const clientFields = {
  name: text(limits.clientNameLength, 1),
  scopes: z.array(scope).min(1).max(limits.scopesMax),
};
export const clientId = z.string().regex(/^[A-Za-z0-9._-]{1,64}$/);
export const newClient = z
  .strictObject(clientFields)
  .meta({ id: 'NewClient', example: { name: 'Till of the shop', scopes: ['orders:read', 'orders:write'] } });
const clientExample = {
  id: '019a0000-0000-7000-8000-000000000009',
  ...(newClient.meta()?.example as object),
};
export const client = z
  .object({
    id: clientId,
    ...clientFields,
    revoked: z.boolean(),
    version,
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({
    id: 'Client',
    example: { ...clientExample, revoked: false, version: 1, createdAt: examples.at, updatedAt: examples.at },
  });
export const clientWithSecret = client
  .extend({ secret: z.string().meta({ description: 'Shown once, and kept nowhere: `client_secret`' }) })
  .meta({ id: 'ClientWithSecret', example: { ...(client.meta()?.example as object), secret: 'q83v…' } });

export const keyRotation = z
  .strictObject({ replace: z.boolean().default(false) })
  .meta({ id: 'KeyRotation', example: { replace: false } });
const publicKey = z
  .object({
    kty: z.literal('EC'),
    crv: z.literal('P-256'),
    x: z.string(),
    y: z.string(),
    kid: z.string(),
    alg: z.literal('ES256'),
    use: z.literal('sig'),
  })
  .meta({
    id: 'PublicKey',
    example: { kty: 'EC', crv: 'P-256', x: 'f83O…', y: 'x_FE…', kid: 'k0a1b2', alg: 'ES256', use: 'sig' },
  });
/** RFC 7517: public parts only. */
export const keySet = z.object({ keys: z.array(publicKey) }).meta({ id: 'KeySet', example: { keys: [] } });
export type KeySet = z.infer<typeof keySet>;
