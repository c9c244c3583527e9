import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parseTarget } from '../src/sqlserver/target.ts';

const base = 'sqlserver://sa:secret@db.example:1444/ProductDb';
const thisFile = fileURLToPath(import.meta.url);

describe('a sqlserver:// URL', () => {
  test('is encrypted, trusts nobody and takes ten connections, unless it says otherwise', () => {
    expect(parseTarget('sqlserver://sa:p%40%3Aw@[::1]/Product%20Db')).toEqual({
      ...{ host: '::1', port: 1433, user: 'sa', password: 'p@:w', database: 'Product Db' },
      ...{ encrypt: true, trustServerCertificate: false, connectionsMax: 10 },
      ...{ certificate: undefined, hostNameInCertificate: undefined },
    });
  });

  test('says how to connect', () => {
    const options = `encrypt=strict&trustServerCertificate=true&hostNameInCertificate=sql.local&connectionsMax=25`;
    expect(parseTarget(`${base}?${options}&certificate=${encodeURIComponent(thisFile)}`)).toMatchObject({
      ...{ host: 'db.example', port: 1444, encrypt: 'strict', trustServerCertificate: true },
      ...{ hostNameInCertificate: 'sql.local', connectionsMax: 25 },
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
    ['certificate=/nowhere.pem', /certificate=\/nowhere.pem: ENOENT/],
  ])('?%s is refused', (options, message) => {
    const parse = () => parseTarget(`${base}?${options}`);
    expect(parse).toThrow(message);
    expect(parse).not.toThrow(/secret/);
  });
});
