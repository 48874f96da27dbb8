import { describe, expect, test } from 'vitest';
import { countsOf, parseCounts } from '../scripts/vitest-counts.ts';

const report = { numPassedTests: 3, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 };
const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((outcome) => ({ status: outcome })),
});

describe('the closing line of npm test', () => {
  test('counts tests, and what is still to be written as skipped', () => {
    const counts = countsOf({ ...report, testResults: [file('failed', 'passed', 'failed'), file('passed', 'passed')] });
    expect(counts).toEqual({ passed: 3, failed: 1, skipped: 3 });
  });

  test('counts a file that could not be loaded as a failure: it has no failed test to count', () => {
    const counts = countsOf({ ...report, numFailedTests: 0, testResults: [file('failed')] });
    expect(counts.failed).toBe(1);
  });

  test('is a failure when vitest left no report', () => {
    expect(parseCounts(undefined)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});
