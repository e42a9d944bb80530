import { resolve } from 'node:path';
import { PlainError } from '../../../../deploy/bootstrap/plain-error.mjs';
import { processEnvironment } from '../config.js';
import { sourceOf } from '../backup/open-archive.js';
import { takeSet } from '../backup/take-set.js';
import { required, type OperatorCommand, type Report } from './command.js';
import { askPassphrase } from './passphrase.js';

const DEFAULT_KEEP = 7;

/** A set of the database, the files in it and the sealed secrets, beside live traffic. */
export const backupCommand: OperatorCommand = {
  name: 'backup',
  declare: (program, run) =>
    program
      .command('backup <folder>')
      .description('back up everything into a folder, beside live traffic; the secrets are sealed with a passphrase')
      .option('--keep <number>', 'how many sets stay in the folder', String(DEFAULT_KEEP))
      .addHelpText(
        'after',
        '\nThe passphrase: OTKLIK_BACKUP_PASSPHRASE, OTKLIK_BACKUP_PASSPHRASE_FILE, or it is asked.',
      )
      .action(async (folder: string, { keep }: { keep: string }) =>
        run({ folder: resolve(demandFolder(folder)), keep: keepOf(keep), passphrase: await askPassphrase() }),
      ),
  execute: async (composition, args, report, signal) => {
    if (!composition.embedded) return elsewhere(report);
    const begun = performance.now();
    const folder = required(args, 'folder');
    const options = {
      passphrase: required(args, 'passphrase'),
      keep: Number(args['keep']),
      progress: (...progress: Parameters<Report['progress']>) => report.progress(...progress),
      signal,
    };
    const { archive } = composition;
    const { path, manifest, removed } = archive?.isRunningOn(folder)
      ? await archive.take(options)
      : await takeSet(sourceOf(composition, processEnvironment()), { ...options, folder });
    const bytes = manifest.files.reduce((sum, file) => sum + file.bytes, 0);
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    report.print(`${path} is whole: ${megabytes(bytes)} in ${manifest.files.length} files, ${seconds} s.`);
    for (const set of removed) report.print(`${set} was removed: newer sets are there.`);
    return 0;
  },
};

function demandFolder(folder: string): string {
  if (/^[a-z][a-z\d+.-]*:\/\//i.test(folder))
    throw new PlainError('a backup goes into a folder; copy it on to a bucket with a tool of your own.');
  return folder;
}

function keepOf(text: string): number {
  const keep = Number(text);
  if (Number.isInteger(keep) && keep >= 1 && keep <= 1_000) return keep;
  throw new PlainError('--keep is a whole number from 1 to 1000.');
}

/** Of a server that is not ours the copy is its operator's. */
function elsewhere(report: Report): number {
  report.warn('Nothing was backed up: the database is your own server (DATABASE_URL), which its own tools back up.');
  report.print('By pgBackRest, with deploy/postgres/pgbackrest.conf and archiving.conf on that server:');
  report.print('  pgbackrest --stanza=otklik stanza-create && pgbackrest --stanza=otklik check        (once)');
  report.print(
    '  pgbackrest --stanza=otklik --type=full backup                                       (weekly; --type=diff daily)',
  );
  report.print('At a provider: continuous archiving (PITR) of the whole server, at least 7 days.');
  report.print('Beside it, in another place: the secrets, and daily the ledger of erasures:');
  report.print('  npm run --silent otklik -- erasures list > erasures.jsonl');
  report.print('How it is restored: docs/operations.md, "Backup and restore".');
  return 1;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
