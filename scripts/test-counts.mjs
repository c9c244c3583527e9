// How vitest's JSON report becomes three numbers.

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * A file that does not load has no tests, and an error outside of any test leaves the counts as they are: both show in
 * the report or in the exit code, and count as a failure. So does a run without any test.
 * @param {number} exitCode
 * @param {() => string} readReport
 * @returns {Counts}
 */
export function countsOf(exitCode, readReport) {
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

/**
 * @typedef {{ status: string, assertionResults: { status: string }[] }} TestFile
 * @typedef {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number,
 *   testResults: TestFile[] }} Report
 */

/** @param {() => string} readReport @returns {Report | undefined} */
function parse(readReport) {
  try {
    return JSON.parse(readReport());
  } catch {
    return undefined;
  }
}
