import { rm } from 'node:fs/promises';
import { fetchFolder } from '../backup/bucket/fetch-set.js';
import { verifySet } from '../backup/verify-set.js';
import type { LocalCommand } from './command.js';
import { setHere, setOf } from './restore.js';

/** Reads a whole set and says what of it is damaged. */
export const verifyBackupCommand: LocalCommand = {
  name: 'verify-backup',
  declare: (program, run) =>
    program
      .command('verify-backup <set>')
      .description(
        'read all of a set (of a bucket, too): every file by its hash, the log without a gap; changes nothing',
      )
      .action((set: string) => run({ ...setOf(set) })),
  executeAlone: async ({ dataDir }, args, report, signal) => {
    const { manifest, reach, damages } = await verifySet(
      await setHere(args, dataDir, report, signal),
      (...progress) => report.progress(...progress),
      signal,
    );
    await rm(fetchFolder(dataDir), { recursive: true, force: true });
    for (const damage of damages) report.warn(`  ${damage}`);
    if (damages.length > 0) report.warn(`${damages.length} damage(s): do not rely on this set.`);
    else
      report.print(`The set is whole. It can be restored to any moment from ${manifest.consistentAt} to ${reach.at}.`);
    return damages.length === 0 ? 0 : 1;
  },
};
