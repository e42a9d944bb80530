import { writeFileSync } from 'node:fs';

/**
 * Prints "N passed, N failed, N skipped", alone, at the end. A suite that could not start counts as failed. Under `npm test`,
 * which adds its own checks, the numbers of each spec file go to the file named in OTKLIK_TEST_COUNTS instead.
 */
export default class ClosingLine {
  onRunComplete(_contexts, results) {
    const files = Object.fromEntries(results.testResults.map((suite) => [suite.testFilePath, countsOf(suite)]));
    const file = process.env.OTKLIK_TEST_COUNTS;
    if (file) writeFileSync(file, JSON.stringify(files));
    else process.on('exit', () => console.log(closingLine(sum(Object.values(files)))));
  }
}

function countsOf({ numPassingTests, numFailingTests, numPendingTests, numTodoTests, testExecError }) {
  return {
    passed: numPassingTests,
    failed: numFailingTests + (testExecError === undefined ? 0 : 1),
    skipped: numPendingTests + numTodoTests,
  };
}

export function sum(all) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const counts of all) for (const kind of Object.keys(total)) total[kind] += counts[kind];
  return total;
}

export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}
