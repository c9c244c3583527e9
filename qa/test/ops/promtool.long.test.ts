/** Prometheus' own tool, and Alertmanager's, on the alerts and the configuration. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../src/process.ts';
import { rulesFile, testsFile } from './alerts.ts';
import { toolOf } from './tools.ts';

const promtool = (...args: string[]): string =>
  execFileSync(toolOf('promtool', 'prometheus'), args, { encoding: 'utf8' });

test('the alerts can be read, and each fires and is quiet as its test says', () => {
  expect(promtool('check', 'rules', rulesFile)).toContain('SUCCESS');
  expect(promtool('test', 'rules', testsFile)).toContain('SUCCESS');
  expect(promtool('check', 'config', join(root, 'ops/prometheus/prometheus.yml'))).toContain('SUCCESS');
});

test('Alertmanager reads its file', () => {
  const file = join(root, 'ops/prometheus/alertmanager.yml');
  const amtool = toolOf('amtool', 'prometheus-alertmanager');
  expect(execFileSync(amtool, ['check-config', file], { encoding: 'utf8' })).toContain('SUCCESS');
});
