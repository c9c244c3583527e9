/** What stands in ops/ belongs together: dashboards and their code, alerts and their tests, alerts and the runbook. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dashboards, fileOf, jsonOf } from '../../../ops/dashboards.ts';
import { root } from '../../src/process.ts';
import { alerts, alertTests, metricsAskedFor, textOf } from './alerts.ts';

const names = alerts.map(({ alert }) => alert);

test.each(dashboards.map((one) => [one.uid, one] as const))(
  '%s is what its code says: `node ops/dashboards.ts`',
  (_, one) => {
    expect(textOf(fileOf(one).pathname)).toBe(jsonOf(one));
  },
);

test('the lines of a panel can be told apart: a legend has each label that its query keeps', () => {
  const lines = dashboards.flatMap(({ panels }) => panels.flatMap(({ of }) => Object.entries(of)));
  for (const [legend, query] of lines) {
    const kept = [...query.matchAll(/ by \(([^)]+)\)/g)].flatMap(([, labels]) => labels!.split(', '));
    for (const label of kept.filter((name) => name !== 'le')) expect(legend).toContain(`{{${label}}}`);
  }
});

test('each alert has an entry in the runbook, and each entry its alert; both say what to do', () => {
  const runbook = textOf(join(root, 'docs/runbook.md'));
  const entries = new Map(
    runbook
      .split('\n## ')
      .slice(1)
      .map((text) => [text.split('\n')[0]!, text]),
  );
  expect([...entries.keys()].sort()).toEqual([...names].sort());
  for (const text of entries.values()) expect(text).toMatch(/\*\*Look:\*\* [\s\S]*\*\*Mend:\*\* /);
  for (const { alert, annotations } of alerts) {
    expect(annotations.runbook).toBe(`docs/runbook.md#${alert.toLowerCase()}`);
    expect(annotations.command).not.toBe('');
  }
});

test('each alert has a test in which it fires, and one in which it is quiet', () => {
  const kinds = alertTests.flatMap(({ alert_rule_test: all }) =>
    all.map(
      ({ alertname, exp_alerts: expected }) => `${alertname} ${expected.length > 0 ? 'fires' : 'is quiet'}`,
    ),
  );
  expect(kinds.sort()).toEqual(names.flatMap((name) => [`${name} fires`, `${name} is quiet`]).sort());
});

test('what runs beside npm start listens on loopback only, as the services do', () => {
  const compose = textOf(join(root, 'ops/compose.yml'));
  expect(compose.match(/network_mode: host/g)).toHaveLength(5);
  // The image says 0.0.0.0, which its own address of OTLP does not change.
  expect(compose).toContain('JAEGER_LISTEN_HOST: 127.0.0.1');
  for (const file of ['ops/compose.yml', 'ops/otel-collector.yml'])
    expect(textOf(join(root, file))).not.toContain('0.0.0.0');
});

test('queries ask for metrics', () => {
  expect(metricsAskedFor().length).toBeGreaterThan(25);
});
