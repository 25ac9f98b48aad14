// How many tests a runner's own JSON report counts.

/** What ran and how it ended; what was skipped is in neither. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

export const sum = (tallies: readonly Tally[]): Tally => ({
  passed: tallies.reduce((total, { passed }) => total + passed, 0),
  failed: tallies.reduce((total, { failed }) => total + failed, 0),
});

interface UnitReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  /** One a file; a file that cannot be read has failed without a test of its own. */
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
}

/** Of Vitest's `json` reporter. */
export function unitTally(report: UnitReport): Tally {
  const unread = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + unread.length };
}

interface BrowserReport {
  readonly stats: { readonly expected: number; readonly unexpected: number; readonly flaky: number };
}

/** Of Playwright's `json` reporter. */
export const browserTally = ({ stats }: BrowserReport): Tally => ({
  passed: stats.expected,
  failed: stats.unexpected + stats.flaky,
});

/**
 * What a stage adds to the count: its tests, and one failure where it failed without a failed test to show for it.
 * A stage without a report counts as one test; a report without tests is a failure.
 */
export function stageTally(succeeded: boolean, report: Tally | null): Tally {
  const tally = report ?? { passed: succeeded ? 1 : 0, failed: 0 };
  const unexplained = tally.failed === 0 && !(succeeded && tally.passed > 0);
  return unexplained ? { passed: tally.passed, failed: 1 } : tally;
}
