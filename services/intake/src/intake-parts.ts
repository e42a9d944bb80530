import type { ServiceParts } from '@otklik/host';
import { initialRowsOfAppeal } from './adapters/postgres/appeal-initial-rows.js';
import { followUpCodes, type FollowUpCodes } from './adapters/postgres/follow-up-codes.js';
import { takeNumbers } from './adapters/postgres/number-series.js';
import { openAttempts, type OpenAttempts } from './adapters/postgres/open-attempts.js';
import { lockDuplicates } from './adapters/postgres/duplicates.js';
import { postgresBlobStore } from './adapters/postgres/postgres-blob-store.js';
import { bucketBlobStore } from './adapters/s3/bucket-blob-store.js';
import { openBucket } from './adapters/s3/bucket.js';
import { uploadedFiles, type UploadedFiles } from './adapters/postgres/uploaded-files.js';
import { appealHandle } from './application/appeal-log.js';
import type { ErasePorts } from './application/erase-person.js';
import { claimFiles, removeFilesOf, type FilePorts } from './application/files.js';
import type { ImportPorts } from './application/import-appeals.js';
import { submitAppeal, type ClaimFiles } from './application/submit-appeal.js';
import type { DuplicatePorts } from './application/mark-as-duplicate.js';
import type { IntakeConfig } from './config.js';

const WINDOW_MINUTES = 15;

/** The service's use cases with their concrete parts. */
export interface IntakeParts
  extends ImportPorts, ErasePorts, DuplicatePorts, Pick<ServiceParts, 'directory' | 'logger' | 'secret'> {
  readonly config: IntakeConfig;
  readonly codes: FollowUpCodes;
  readonly attempts: OpenAttempts;
  readonly files: FilePorts & { readonly rows: UploadedFiles };
  readonly claimFiles: ClaimFiles;
}

type Needed = Pick<ServiceParts, 'database' | 'store' | 'vault' | 'directory' | 'logger' | 'now' | 'secret'>;

export function intakeParts(needed: Needed, config: IntakeConfig): IntakeParts {
  const { database, store, vault, directory, logger, now, secret } = needed;
  const handle = appealHandle(store, vault);
  const codes = followUpCodes(database);
  const older = postgresBlobStore(database);
  const blobs = config.files ? bucketBlobStore({ database, bucket: openBucket(config.files), older, now }) : older;
  const files = { database, vault, blobs, rows: uploadedFiles(database) };
  const claim = claimFiles(files);
  const codeKey = secret('follow-up-code');
  return {
    ...{
      database,
      store,
      vault,
      directory,
      logger,
      now,
      secret,
      config,
      handle,
      codes,
      files,
      takeNumbers,
      lockDuplicates,
    },
    attempts: openAttempts(database, {
      perNumber: config.codeTries || Infinity,
      inAll: config.allCodeTries * WINDOW_MINUTES || Infinity,
      windowMinutes: WINDOW_MINUTES,
    }),
    claimFiles: claim,
    submit: submitAppeal({
      ...{ database, store, vault, keepCode: codes.keep, initialRows: initialRowsOfAppeal, claimFiles: claim, codeKey },
    }),
    alsoFollowedBy: codes.alsoBy,
    removeFilesOf: (tx, district, appeal) => removeFilesOf(files, tx, district, appeal),
  };
}
