import { resolve } from 'node:path';
import type { Environment } from '@otklik/host';
import type { Logger } from '@otklik/observability';
import { PlainError } from '../../../../deploy/bootstrap/plain-error.mjs';
import type { Composition } from '../composition.js';
import type { SingleConfig } from '../config.js';
import { Archive, forgetSlots } from './archive.js';
import { BucketMirror } from './bucket/bucket-mirror.js';
import { bucketTarget } from './bucket/bucket-target.js';
import type { BackedUp } from './take-set.js';

interface Surroundings {
  readonly ownerUrl: string;
  readonly dataDir: string;
  readonly embedded: boolean;
  readonly logger: Logger;
  readonly environment: Environment;
}

/** Undefined where no folder is configured. Throws a PlainError where it cannot be done as configured. */
export function openArchive(
  config: SingleConfig,
  { embedded, environment, ...source }: Surroundings,
): Archive | undefined {
  const { backupTo, backupEvery, backupKeep, backupPassphrase = '' } = config;
  if (backupTo === undefined && config.backupBucket !== undefined)
    throw new PlainError('OTKLIK_BACKUP_BUCKET: it takes what is in the folder of OTKLIK_BACKUP_TO, which is missing.');
  if (backupTo === undefined) return undefined;
  if (!embedded)
    throw new PlainError(
      'OTKLIK_BACKUP_TO is for the embedded server; back up the server of DATABASE_URL by its own tools ("Backup and ' +
        'restore" in docs/operations.md).',
    );
  return new Archive({
    ...sourceOf(source, environment),
    logger: source.logger,
    folder: resolve(backupTo),
    everyHours: backupEvery,
    keep: backupKeep,
    passphrase: backupPassphrase,
    mirror: mirrorOf(config, resolve(backupTo), { environment, logger: source.logger }),
  });
}

function mirrorOf(
  { backupBucket, backupKeep: keep }: SingleConfig,
  folder: string,
  { environment, logger }: Pick<Surroundings, 'environment' | 'logger'>,
): BucketMirror | undefined {
  if (backupBucket === undefined) return undefined;
  return new BucketMirror({ folder, target: bucketTarget(backupBucket, environment), keep, logger });
}

export function sourceOf(
  { ownerUrl, dataDir }: Pick<Surroundings, 'ownerUrl' | 'dataDir'>,
  environment: Environment,
): BackedUp {
  const url = environment['FILES_URL'];
  if (url === undefined || !URL.canParse(url)) return { ownerUrl, dataDir };
  const { host, pathname } = new URL(url);
  return { ownerUrl, dataDir, filesElsewhere: `${host}${pathname}` };
}

/** Of the running product. */
export async function startArchive({ archive, embedded, ownerUrl }: Composition): Promise<void> {
  if (archive) archive.start();
  else if (embedded) await forgetSlots(ownerUrl);
}
