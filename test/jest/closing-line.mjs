import { writeFileSync } from 'node:fs';

/**
 * Prints "N passed, N failed, N skipped", alone, at the end. A suite that could not start counts as failed. Under `npm test`,
 * which adds its own checks, the numbers go to the file named in OTKLIK_TEST_COUNTS instead.
 */
export default class ClosingLine {
  onRunComplete(_contexts, results) {
    const counts = {
      passed: results.numPassedTests,
      failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
      skipped: results.numPendingTests + results.numTodoTests,
    };
    const file = process.env.OTKLIK_TEST_COUNTS;
    if (file) writeFileSync(file, JSON.stringify(counts));
    else process.on('exit', () => console.log(closingLine(counts)));
  }
}

export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}
