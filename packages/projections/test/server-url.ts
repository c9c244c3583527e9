/** The SQL Server to test against: `sqlserver://user:password@host:1433/master?trustServerCertificate=true`. */
const { SQLSERVER_TEST_URL } = process.env;
if (SQLSERVER_TEST_URL === undefined)
  throw new Error('set SQLSERVER_TEST_URL to run the tests on SQL Server');
export const serverUrl = SQLSERVER_TEST_URL;
