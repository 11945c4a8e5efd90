import { describe, expect, it } from 'vitest';
import { countBrowser, countUnit, settle } from './counts.mjs';

describe('counts', () => {
  it('reads the tests of Vitest, and a file that did not load as one failure', () => {
    const report = {
      numPassedTests: 5,
      numFailedTests: 1,
      testResults: [
        { status: 'passed', assertionResults: [{ status: 'passed' }] },
        { status: 'failed', assertionResults: [{ status: 'failed' }] },
        { status: 'failed', assertionResults: [] },
      ],
    };
    expect(countUnit(report)).toEqual({ passed: 5, failed: 2 });
  });

  it('reads the tests of Playwright, and an error outside any test as one failure', () => {
    const stats = { expected: 7, unexpected: 2, flaky: 1, skipped: 3 };
    expect(countBrowser({ stats, errors: [{}] })).toEqual({ passed: 8, failed: 3 });
  });

  it.each([
    ['a good run stays one', { passed: 3, failed: 0 }, true, { passed: 3, failed: 0 }],
    ['a run that ended badly without a failed test has one', { passed: 3, failed: 0 }, false, { passed: 3, failed: 1 }],
    ['a run without tests has one', { passed: 0, failed: 0 }, true, { passed: 0, failed: 1 }],
    ['failures are not counted twice', { passed: 3, failed: 2 }, false, { passed: 3, failed: 2 }],
  ])('%s', (_name, counted, succeeded, want) => {
    expect(settle(counted, succeeded)).toEqual(want);
  });
});
