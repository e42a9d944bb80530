/** Writes a line for each spec file as it starts and as it ends, so that a run that is ended tells what it had found. */
const { appendFileSync } = require('node:fs');

const write = (line) => appendFileSync(process.env.OTKLIK_OUTCOMES, `${JSON.stringify(line)}\n`);
const nameOf = ({ context }) => context.config.displayName.name;

module.exports = class {
  onTestFileStart(test) {
    write({ name: nameOf(test), state: 'BEGUN' });
  }

  onTestFileResult(test, result) {
    const isRed = result.numFailingTests > 0 || Boolean(result.testExecError) || Boolean(result.failureMessage);
    const why = isRed ? String(result.failureMessage).slice(0, 2_000) : '';
    write({ name: nameOf(test), state: isRed ? 'RED' : 'GREEN', why });
  }
};
