import { resolve } from 'node:path';
import { PlainError } from '../../../../deploy/bootstrap/plain-error.mjs';
import { isBucketUrl } from '../backup/bucket/bucket-url.js';
import type { OperatorCommand } from './command.js';
import { processEnvironment } from './config.js';
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
        run({ ...(await placeOf(folder)), keep: keepOf(keep), passphrase: await askPassphrase() }),
      ),
  execute: async (...given) => (await import('./take-backup.js')).takeBackup(...given),
};

/** The key of a bucket is that of the terminal's environment. */
async function placeOf(given: string): Promise<{ readonly folder: string } | { readonly bucket: string }> {
  if (isBucketUrl(given)) {
    const { bucketTarget } = await import('../backup/bucket/bucket-target.js');
    return { bucket: JSON.stringify(bucketTarget(given, processEnvironment())) };
  }
  if (/^[a-z][a-z\d+.-]*:\/\//i.test(given))
    throw new PlainError('a backup goes into a folder, or to s3://bucket/prefix.');
  return { folder: resolve(given) };
}

function keepOf(text: string): number {
  const keep = Number(text);
  if (Number.isInteger(keep) && keep >= 1 && keep <= 1_000) return keep;
  throw new PlainError('--keep is a whole number from 1 to 1000.');
}
