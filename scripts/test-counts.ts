// How vitest's JSON report becomes three numbers.

export type Counts = { passed: number; failed: number; skipped: number };

type TestFile = { status: string; assertionResults: { status: string }[] };
type Report = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: TestFile[];
};

/**
 * A file that does not load has no tests, and an error outside of any test leaves the counts as they are: both show in
 * the report or in the exit code, and count as a failure. So does a run without any test.
 */
export function countsOf(exitCode: number, readReport: () => string): Counts {
  const report = parse(readReport);
  if (!report) return { passed: 0, failed: 1, skipped: 0 };
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'),
  ).length;
  const passed = report.numPassedTests;
  const failed = report.numFailedTests + brokenFiles;
  const somethingElse = failed === 0 && (exitCode !== 0 || passed === 0);
  return {
    passed,
    failed: somethingElse ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

function parse(readReport: () => string): Report | undefined {
  try {
    return JSON.parse(readReport());
  } catch {
    return undefined;
  }
}
