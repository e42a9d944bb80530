import { resolve } from 'node:path';
import { verifySet } from '../backup/verify-set.js';
import { required, type LocalCommand } from './command.js';

/** Reads a whole set and says what of it is damaged. */
export const verifyBackupCommand: LocalCommand = {
  name: 'verify-backup',
  declare: (program, run) =>
    program
      .command('verify-backup <set>')
      .description('read all of a set: every file by its hash, the log without a gap; changes nothing')
      .action((set: string) => run({ set: resolve(set) })),
  executeAlone: async (_surroundings, args, report, signal) => {
    const { manifest, reach, damages } = await verifySet(
      required(args, 'set'),
      (...progress) => report.progress(...progress),
      signal,
    );
    for (const damage of damages) report.warn(`  ${damage}`);
    if (damages.length > 0) report.warn(`${damages.length} damage(s): do not rely on this set.`);
    else
      report.print(`The set is whole. It can be restored to any moment from ${manifest.consistentAt} to ${reach.at}.`);
    return damages.length === 0 ? 0 : 1;
  },
};
