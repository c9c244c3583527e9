/** The files of ops/, for tests: alerts, their tests, and the queries of all dashboards. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { dashboards } from '../../../ops/dashboards.ts';
import { root } from '../../src/process.ts';

export const rulesFile = join(root, 'ops/prometheus/alerts.yml');
export const testsFile = join(root, 'ops/prometheus/alerts.test.yml');
export const textOf = (file: string): string => readFileSync(file, 'utf8');

export type Alert = {
  alert: string;
  expr: string;
  annotations: { summary: string; runbook: string; command: string };
};
export type AlertTest = { alert_rule_test: { alertname: string; exp_alerts: object[] }[] };

export const alerts = (parse(textOf(rulesFile)) as { groups: { rules: Alert[] }[] }).groups.flatMap(
  ({ rules }) => rules,
);
export const alertTests = (parse(textOf(testsFile)) as { tests: AlertTest[] }).tests;

/** Every metric that a panel or an alert asks for. */
export function metricsAskedFor(): string[] {
  const queries = [
    ...dashboards.flatMap(({ panels }) => panels.flatMap(({ of }) => Object.values(of))),
    ...alerts.map(({ expr }) => expr),
  ];
  const names = queries.flatMap(
    (query) => query.match(/\b(?:quickmart|http|process|nodejs)_[a-z0-9_]+\b/g) ?? [],
  );
  return [...new Set(names)].sort();
}
