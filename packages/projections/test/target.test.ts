import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parseTarget } from '../src/sqlserver/target.ts';

const base = 'sqlserver://sa:secret@db.example:1444/ProductDb';
const thisFile = fileURLToPath(import.meta.url);

describe('a sqlserver:// URL', () => {
  test('is encrypted, trusts nobody and takes ten connections, unless it says otherwise', () => {
    expect(parseTarget('sqlserver://sa:p%40%3Aw@[::1]/Product%20Db')).toEqual({
      host: '::1',
      port: 1433,
      instance: undefined,
      user: 'sa',
      password: 'p@:w',
      database: 'Product Db',
      login: undefined,
      encrypt: true,
      trustServerCertificate: false,
      certificate: undefined,
      hostNameInCertificate: undefined,
      connectionsMax: 10,
      connectTimeoutMs: 5000,
      acquireTimeoutMs: 5000,
      requestTimeoutMs: 15_000,
      applicationIntent: 'ReadWrite',
      createDatabase: true,
      authentication: 'SqlPassword',
      tenantId: undefined,
      clientId: undefined,
    });
  });

  test.each([
    ['db.example', { host: 'db.example', port: 1433, instance: undefined }],
    ['db.example,1444', { host: 'db.example', port: 1444, instance: undefined }],
    ['db.example\\SHOP', { host: 'db.example', port: undefined, instance: 'SHOP' }],
    ['db.example%5CSHOP', { host: 'db.example', port: undefined, instance: 'SHOP' }],
    // With a port, nobody has to be asked for that of the instance.
    ['db.example\\SHOP,1444', { host: 'db.example', port: 1444, instance: undefined }],
    ['db.example\\SHOP:1444', { host: 'db.example', port: 1444, instance: undefined }],
    ['[::1],1444', { host: '::1', port: 1444, instance: undefined }],
  ])('knows the server %s', (host, place) => {
    expect(parseTarget(`sqlserver://sa:secret@${host}/ProductDb`)).toMatchObject(place);
  });

  test.each(['db,x', 'db,70000', 'db,0', 'db:1:2', 'db\\', ',1433', ''])('%s is no server', (host) => {
    expect(() => parseTarget(`sqlserver://sa:secret@${host}/ProductDb`)).toThrow(
      /^DATABASE_URL is not of the form sqlserver:/,
    );
  });

  test('may sign in with Microsoft Entra, as the driver takes it', () => {
    const login = (user: string, options: string) =>
      parseTarget(`sqlserver://${user}db.example/ProductDb?${options}`).login;
    expect(login('', 'Authentication=ActiveDirectoryManagedIdentity')).toEqual({
      type: 'azure-active-directory-msi-vm',
      options: {},
    });
    expect(login('4f1c@', 'authentication=ActiveDirectoryManagedIdentity')).toEqual({
      type: 'azure-active-directory-msi-vm',
      options: { clientId: '4f1c' },
    });
    expect(login('', 'authentication=ActiveDirectoryDefault')).toMatchObject({
      type: 'azure-active-directory-default',
    });
    expect(login('4f1c:secret@', 'authentication=ActiveDirectoryServicePrincipal&tenantId=7a')).toEqual({
      type: 'azure-active-directory-service-principal-secret',
      options: { clientId: '4f1c', clientSecret: 'secret', tenantId: '7a' },
    });
    expect(() => login('4f1c@', 'authentication=ActiveDirectoryServicePrincipal')).toThrow(
      /needs password and tenantId/,
    );
    expect(() => login('', '')).toThrow(/is not of the form/);
  });

  test('of an administrator names its own variable', () => {
    expect(() => parseTarget('sqlserver://sa:secret@db', 'DATABASE_ADMIN_URL')).toThrow(
      /^DATABASE_ADMIN_URL is not/,
    );
  });

  test('says how to connect', () => {
    const options = `encrypt=strict&trustServerCertificate=true&hostNameInCertificate=sql.local&connectionsMax=25`;
    expect(parseTarget(`${base}?${options}&certificate=${encodeURIComponent(thisFile)}`)).toMatchObject({
      host: 'db.example',
      port: 1444,
      encrypt: 'strict',
      trustServerCertificate: true,
      hostNameInCertificate: 'sql.local',
      connectionsMax: 25,
      certificate: expect.stringContaining('says how to connect'),
    });
    expect(parseTarget(`${base}?encrypt=false`)).toMatchObject({ encrypt: false });
  });

  test.each([
    ['encrypt=yes', /encrypt=yes: must be true or false or strict/],
    ['trustServerCertficate=true', /unknown option trustServerCertficate: there are encrypt, /],
    ['toString=1', /unknown option toString/],
    ['encrypt=constructor', /must be true/],
    ['connectionsMax=1', /connectionsMax=1: must be a whole number from 2 to 100/],
    ['connectionsMax=1e2', /must be a whole number/],
    ['acquireTimeoutMs=10', /acquireTimeoutMs=10: must be a whole number from 100 to 600000/],
    ['applicationIntent=Write', /must be ReadWrite or ReadOnly/],
    ['authentication=Kerberos', /must be SqlPassword or ActiveDirectoryDefault or /],
    ['certificate=/nowhere.pem', /certificate=\/nowhere.pem: ENOENT/],
  ])('?%s is refused', (options, message) => {
    const parse = () => parseTarget(`${base}?${options}`);
    expect(parse).toThrow(message);
    expect(parse).not.toThrow(/secret/);
  });
});
