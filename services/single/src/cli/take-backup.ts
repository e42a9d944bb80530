import { basename } from 'node:path';
import { backUpToBucket } from '../backup/bucket/back-up-to-bucket.js';
import type { BucketTarget } from '../backup/bucket/bucket-target.js';
import { sourceOf } from '../backup/open-archive.js';
import type { Manifest } from '../backup/set-manifest.js';
import { takeSet, type BackedUp } from '../backup/take-set.js';
import { optional, required, type OperatorCommand, type Report } from './command.js';
import { processEnvironment } from './config.js';

export const takeBackup: OperatorCommand['execute'] = async (composition, args, report, signal) => {
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
};

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
