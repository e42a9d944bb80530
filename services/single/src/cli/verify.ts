import type { OperatorCommand, Report } from './command.js';

/** Checks logs, seals, hash chains, number series, the history against the logs, and read models against a fresh replay. */
export const verifyCommand: OperatorCommand = {
  name: 'verify',
  declare: (program, run) =>
    program
      .command('verify')
      .description(
        'check logs, seals, hash chains, number series, history and read models; differences are printed, the exit code is 1',
      )
      .action(() => run({})),
  execute: async (composition, _args, report, signal) => {
    const { verifyAll } = await import('./verify-all.js');
    try {
      const differences = await verifyAll(composition, untilAborted(report, signal), signal);
      signal.throwIfAborted();
      report.print(differences === 0 ? 'Everything is whole.' : `${differences} difference(s) were found.`);
      return differences === 0 ? 0 : 1;
    } catch (error) {
      // Once interrupted, any error: its connections are being closed.
      if (!signal.aborted) throw error;
      report.warn('Interrupted: not everything was checked. Run it again.');
      return 1;
    }
  },
};

/** Progress reports stop the work once it is interrupted. */
function untilAborted(report: Report, signal: AbortSignal): Report {
  const progress: Report['progress'] = (...how) => {
    signal.throwIfAborted();
    report.progress(...how);
  };
  return { ...report, progress };
}
