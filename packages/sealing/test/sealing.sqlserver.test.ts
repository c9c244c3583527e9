import { sqlServer } from '../../projections/test/harness.ts';
import { serverUrl } from '../../projections/test/server-url.ts';
import { sealingOn } from './conformance.ts';

sealingOn('SQL Server', () => sqlServer(serverUrl).fresh());
