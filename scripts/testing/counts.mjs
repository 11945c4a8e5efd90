// Reads how many tests passed and failed from the JSON reports of the runners, never from their text.

/** Of Vitest's report. A file that could not be loaded has no tests and counts as one failure. */
export function countUnit(report) {
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length };
}

/** Of Playwright's report. An error outside any test (a file that cannot be loaded, no server) counts as one failure. */
export function countBrowser(report) {
  const { expected, unexpected, flaky } = report.stats;
  return { passed: expected + flaky, failed: unexpected + report.errors.length };
}

/** What a runner did: a run that ended badly, or ran nothing, never counts as flawless. */
export function settle({ passed, failed }, succeeded) {
  return failed === 0 && (!succeeded || passed === 0) ? { passed, failed: 1 } : { passed, failed };
}
