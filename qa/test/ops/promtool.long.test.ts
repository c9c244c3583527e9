/** Prometheus' own tool on the alerts and the configuration: Debian's package `prometheus` has it. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aptInstall, canInstall, which } from '../../../scripts/apt.ts';
import { root } from '../../src/process.ts';
import { rulesFile, testsFile } from './alerts.ts';

function promtool(...args: string[]): string {
  if (which('promtool', process.env) === undefined && canInstall(process.env))
    aptInstall('prometheus', process.env);
  const found = which('promtool', process.env);
  if (found === undefined) throw new Error('promtool is not here: install the package `prometheus`');
  return execFileSync(found, args, { encoding: 'utf8' });
}

test('the alerts can be read, and each fires and is quiet as its test says', () => {
  expect(promtool('check', 'rules', rulesFile)).toContain('SUCCESS');
  expect(promtool('test', 'rules', testsFile)).toContain('SUCCESS');
  expect(promtool('check', 'config', join(root, 'ops/prometheus/prometheus.yml'))).toContain('SUCCESS');
});
