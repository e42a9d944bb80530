/** Writes a line for each spec file at once, so that a run that is ended tells what it had found: mutation, and whether red. */
const { appendFileSync } = require('node:fs');

module.exports = class {
  onTestResult({ context }, result) {
    const isRed = result.numFailingTests > 0 || Boolean(result.testExecError) || Boolean(result.failureMessage);
    const line = {
      name: context.config.displayName.name,
      isRed,
      why: isRed ? String(result.failureMessage).slice(0, 2_000) : '',
    };
    appendFileSync(process.env.OTKLIK_OUTCOMES, `${JSON.stringify(line)}\n`);
  }
};
