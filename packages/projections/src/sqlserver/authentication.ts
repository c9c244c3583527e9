/** Who signs in: a login of the server, or an identity of Microsoft Entra. The names are those of Microsoft's drivers. */
export const authentications = [
  'SqlPassword',
  'ActiveDirectoryDefault',
  'ActiveDirectoryManagedIdentity',
  'ActiveDirectoryServicePrincipal',
  'ActiveDirectoryPassword',
] as const;
export type Method = (typeof authentications)[number];

export type Identity = { authentication: Method; tenantId: string | undefined; clientId: string | undefined };

/** As the driver takes it. */
export type Authentication = { type: string; options: Record<string, string> };

/** Throws an Error that says what is missing. */
export function authenticationOf(
  { authentication, tenantId, clientId }: Identity,
  user: string,
  password: string,
): Authentication | undefined {
  if (authentication === 'SqlPassword') return undefined;
  const given = (values: Record<string, string | undefined>) =>
    Object.fromEntries(Object.entries(values).filter(([, value]) => value)) as Record<string, string>;
  const required = (values: Record<string, string | undefined>) => {
    const missing = Object.keys(values).filter((name) => !values[name]);
    if (missing.length > 0)
      throw new Error(`has authentication=${authentication}, which needs ${missing.join(' and ')}`);
    return given(values);
  };
  switch (authentication) {
    case 'ActiveDirectoryDefault':
      return { type: 'azure-active-directory-default', options: given({ clientId: clientId ?? user }) };
    case 'ActiveDirectoryManagedIdentity':
      return { type: 'azure-active-directory-msi-vm', options: given({ clientId: clientId ?? user }) };
    case 'ActiveDirectoryServicePrincipal': {
      const { user: id, password: clientSecret, tenantId: tenant } = required({ user, password, tenantId });
      return {
        type: 'azure-active-directory-service-principal-secret',
        options: given({ clientId: id, clientSecret, tenantId: tenant }),
      };
    }
    case 'ActiveDirectoryPassword': {
      const { user: userName, ...own } = required({ user, password, clientId, tenantId });
      return { type: 'azure-active-directory-password', options: { userName: userName!, ...own } };
    }
  }
}
