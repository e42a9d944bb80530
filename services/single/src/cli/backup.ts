import { basename, resolve } from 'node:path';
import { PlainError } from '../../../../deploy/bootstrap/plain-error.mjs';
import { processEnvironment } from '../config.js';
import { sourceOf } from '../backup/open-archive.js';
import { backUpToBucket } from '../backup/bucket/back-up-to-bucket.js';
import { bucketTarget, isBucketUrl, type BucketTarget } from '../backup/bucket/bucket-target.js';
import type { Manifest } from '../backup/set-manifest.js';
import { takeSet, type BackedUp } from '../backup/take-set.js';
import { optional, required, type OperatorCommand, type Report } from './command.js';
import { askPassphrase } from './passphrase.js';

const DEFAULT_KEEP = 7;

/** A set of the database, the files in it and the sealed secrets, beside live traffic. */
export const backupCommand: OperatorCommand = {
  name: 'backup',
  declare: (program, run) =>
    program
      .command('backup <folder>')
      .description(
        'back up everything into a folder or a bucket (s3://bucket/prefix), beside live traffic; the secrets are sealed with a passphrase',
      )
      .option('--keep <number>', 'how many sets stay in the folder', String(DEFAULT_KEEP))
      .addHelpText(
        'after',
        '\nThe passphrase: OTKLIK_BACKUP_PASSPHRASE, OTKLIK_BACKUP_PASSPHRASE_FILE, or it is asked.',
      )
      .action(async (folder: string, { keep }: { keep: string }) =>
        run({ ...placeOf(folder), keep: keepOf(keep), passphrase: await askPassphrase() }),
      ),
  execute: async (composition, args, report, signal) => {
    if (!composition.embedded) return elsewhere(report);
    const begun = performance.now();
    const bucket = optional(args, 'bucket');
    const options = {
      passphrase: required(args, 'passphrase'),
      keep: Number(args['keep']),
      progress: (...progress: Parameters<Report['progress']>) => report.progress(...progress),
      signal,
    };
    const source = sourceOf(composition, processEnvironment());
    if (bucket !== undefined) return toBucket(source, JSON.parse(bucket) as BucketTarget, options, report);
    const folder = required(args, 'folder');
    const { archive } = composition;
    const { path, manifest, removed } = archive?.isRunningOn(folder)
      ? await archive.take(options)
      : await takeSet(source, { ...options, folder });
    reportSet(path, manifest, begun, report);
    for (const set of removed) report.print(`${set} was removed: newer sets are there.`);
    return 0;
  },
};

/** The key of a bucket is that of the terminal's environment. */
function placeOf(given: string): { readonly folder: string } | { readonly bucket: string } {
  if (isBucketUrl(given)) return { bucket: JSON.stringify(bucketTarget(given, processEnvironment())) };
  if (/^[a-z][a-z\d+.-]*:\/\//i.test(given))
    throw new PlainError('a backup goes into a folder, or to s3://bucket/prefix.');
  return { folder: resolve(given) };
}

async function toBucket(
  source: BackedUp,
  target: BucketTarget,
  options: Parameters<typeof backUpToBucket>[2],
  report: Report,
): Promise<number> {
  const begun = performance.now();
  const { set, isContinued, removed } = await backUpToBucket(source, target, options);
  if (isContinued) report.print('An interrupted copy was gone on with.');
  reportSet(`${target.name}/${basename(set.path)}`, set.manifest, begun, report);
  for (const name of removed) report.print(`${target.name}/${name} was removed: newer sets are there.`);
  return 0;
}

function reportSet(path: string, { files }: Manifest, begun: number, report: Report): void {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  report.print(`${path} is whole: ${megabytes(bytes)} in ${files.length} files, ${seconds} s.`);
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
