/** What the driver of SQL Server is told, in its own words: how it looks for a server, and as whom it signs in. */
import mssql from 'mssql';
import { describe, expect, test } from 'vitest';
import { configOf } from '../src/sqlserver/pool.ts';
import { parseTarget } from '../src/sqlserver/target.ts';

type Told = {
  server: string;
  authentication: { type: string; options: Record<string, unknown> };
  options: Record<string, unknown>;
};

/** The driver checks its configuration, then finds nobody at this port. */
async function toldBy(user: string, options: string, isForChanges = false): Promise<Told> {
  const target = parseTarget(`sqlserver://${user}127.0.0.1:1/ProductDb?${options}`);
  let told: Told | undefined;
  const beforeConnect = (connection: unknown) => {
    told = (connection as { config: Told }).config;
  };
  const pool = new mssql.ConnectionPool({
    ...configOf(target, { appName: 'quickmart-product', isForChanges }),
    beforeConnect,
  });
  await expect(pool.connect()).rejects.toThrow(/127\.0\.0\.1:1\b/);
  if (told === undefined) throw new Error('the driver was never reached');
  return told;
}

describe('the driver of SQL Server', () => {
  test('tries all addresses of a listener at once, and says who connects, to what and for what', async () => {
    expect((await toldBy('sa:secret@', 'ApplicationIntent=ReadOnly')).options).toMatchObject({
      multiSubnetFailover: true,
      readOnlyIntent: true,
      appName: 'quickmart-product',
      database: 'ProductDb',
      encrypt: true,
      trustServerCertificate: false,
    });
    expect((await toldBy('sa:secret@', '')).options).toMatchObject({ readOnlyIntent: false });
  });

  test('waits as long as the URL says, and without a limit for changes of tables', async () => {
    const limits = 'connectTimeoutMs=700&requestTimeoutMs=900';
    const own = { connectTimeout: 700, requestTimeout: 900 };
    expect((await toldBy('sa:secret@', limits)).options).toMatchObject(own);
    expect((await toldBy('sa:secret@', limits, true)).options).toMatchObject({ ...own, requestTimeout: 0 });
  });

  test.each([
    ['a login', 'sa:secret@', '', 'default', { userName: 'sa', password: 'secret' }],
    [
      'a managed identity of the machine',
      '',
      'authentication=ActiveDirectoryManagedIdentity',
      'azure-active-directory-msi-vm',
      { clientId: undefined },
    ],
    [
      'a managed identity of its own',
      '4f1c@',
      'authentication=ActiveDirectoryManagedIdentity',
      'azure-active-directory-msi-vm',
      { clientId: '4f1c' },
    ],
    [
      'a service principal',
      '4f1c:secret@',
      'authentication=ActiveDirectoryServicePrincipal&tenantId=7a',
      'azure-active-directory-service-principal-secret',
      { clientId: '4f1c', clientSecret: 'secret', tenantId: '7a' },
    ],
    [
      'a user',
      'ann%40shop.example:secret@',
      'authentication=ActiveDirectoryPassword&tenantId=7a&clientId=4f1c',
      'azure-active-directory-password',
      { userName: 'ann@shop.example', password: 'secret', tenantId: '7a', clientId: '4f1c' },
    ],
    [
      'what the environment offers',
      '',
      'authentication=ActiveDirectoryDefault',
      'azure-active-directory-default',
      { clientId: undefined },
    ],
  ])('signs in as %s', async (_, user, options, type, identity) => {
    const { authentication } = await toldBy(user, options);
    expect(authentication.type).toBe(type);
    expect(authentication.options).toMatchObject(identity);
  });
});
