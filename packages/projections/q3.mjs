import mssql from 'mssql';

const base = {
  server: '127.0.0.1',
  port: 1433,
  user: 'babelfish_user',
  password: 'Babelfish_Test1',
  database: 'master',
  connectionTimeout: 3000,
  options: { encrypt: true, trustServerCertificate: true },
};
for (const [n, c] of [
  ['wrong password', { password: 'x' }],
  ['wrong user', { user: 'nope' }],
  ['missing db', { database: 'NoSuchDb' }],
  ['port', { port: 1 }],
  ['host', { server: 'nosuch.invalid' }],
  ['blackhole', { server: '10.255.255.1' }],
  ['cert', { options: { encrypt: true, trustServerCertificate: false } }],
  ['not tds', { port: 5532 }],
]) {
  try {
    const p = await new mssql.ConnectionPool({ ...base, ...c }).connect();
    await p.close();
    console.log(n, 'ok');
  } catch (e) {
    console.log(
      n,
      '|',
      e.name,
      e.code,
      e.number,
      '|',
      e.message,
      '|',
      e.originalError?.code,
      e.originalError?.message,
      e.originalError?.errors?.map((x) => x.message),
      e.originalError?.cause?.message,
      e.originalError?.cause?.code,
      '|',
      Object.keys(e),
    );
  }
}
