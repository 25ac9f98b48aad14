import { describe, expect, it } from 'vitest';
import { browserTally, stageTally, sum, unitTally } from './tally';

const tally = (passed: number, failed: number) => ({ passed, failed });

describe('the count of a report', () => {
  it('is that of the unit tests', () => {
    const file = { status: 'failed', assertionResults: ['a test'] };
    expect(unitTally({ numPassedTests: 5, numFailedTests: 2, testResults: [file] })).toEqual(tally(5, 2));
  });
  it('counts a file that could not be read as a failed test', () => {
    const file = { status: 'failed', assertionResults: [] };
    expect(unitTally({ numPassedTests: 5, numFailedTests: 0, testResults: [file] })).toEqual(tally(5, 1));
  });
  it('is that of the browser tests, and what passed only at times has failed', () => {
    expect(browserTally({ stats: { expected: 5, unexpected: 2, flaky: 1 } })).toEqual(tally(5, 3));
  });
});

describe('what a stage adds', () => {
  it.each([
    ['a stage without tests that succeeded', true, null, tally(1, 0)],
    ['a stage without tests that failed', false, null, tally(0, 1)],
    ['tests that all passed', true, tally(7, 0), tally(7, 0)],
    ['tests of which some failed', false, tally(7, 2), tally(7, 2)],
    ['tests that passed in a run that failed all the same', false, tally(7, 0), tally(7, 1)],
    ['a run of no test', true, tally(0, 0), tally(0, 1)],
  ])('%s', (_, succeeded, report, expected) => {
    expect(stageTally(succeeded, report)).toEqual(expected);
  });
  it('is added to the others', () => {
    expect(sum([tally(1, 0), tally(7, 2), tally(0, 1)])).toEqual(tally(8, 3));
  });
});
