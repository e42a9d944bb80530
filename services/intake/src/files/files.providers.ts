import type { Provider } from '@nestjs/common';
import { Clock } from '@otklik/kernel';
import { Logger } from '@otklik/observability';
import { Database } from '@otklik/tenancy';
import { INTAKE_CONFIG, type IntakeConfig } from '../config.js';
import { clamdScanner } from './adapters/clamd/clamd-scanner.js';
import { Sweeper } from './adapters/clock/sweeper.js';
import { FileOpeningsResolver } from './adapters/graphql/file-openings.resolver.js';
import { FileRoutes } from './adapters/http/files.routes.js';
import { PublishedPhotoRoutes } from './adapters/http/published-photo.routes.js';
import { PublishedPhotos } from './adapters/http/published-photos.js';
import { PostgresAnswerFiles } from './adapters/postgres/postgres-answer-files.js';
import { postgresBlobStore } from './adapters/postgres/postgres-blob-store.js';
import { FileOpenings } from './store/file-openings.js';
import { PublicationPhotos } from './store/publication-photos.js';
import { PostgresUploadedFiles } from './adapters/postgres/postgres-uploaded-files.js';
import { bucketBlobStore } from './adapters/s3/bucket-blob-store.js';
import { openBucket } from './adapters/s3/bucket.js';
import { AnswerFiles } from './application/answer-files.js';
import { BlobStore } from './application/blob-store.js';
import { ClaimFiles } from './application/claim-files.js';
import { ShowPhotos } from './application/show-photos.js';
import { FileReaders } from './application/file-readers.js';
import { Files } from './application/files.js';
import { ScanFiles } from './application/scan-files.js';
import { SweepUploads } from './application/sweep-uploads.js';
import { UploadedFiles } from './application/uploaded-files.js';
import { VirusScanner, noScanner } from './application/virus-scanner.js';

/** Files of appeals and answers: kept sealed, checked, scanned, opened on record. */
export const filesProviders: readonly Provider[] = [
  FileOpeningsResolver,
  FileRoutes,
  PublishedPhotoRoutes,
  PublishedPhotos,
  PublicationPhotos,
  FileReaders,
  ClaimFiles,
  ShowPhotos,
  Sweeper,
  Files,
  SweepUploads,
  { provide: AnswerFiles, useClass: PostgresAnswerFiles },
  FileOpenings,
  { provide: UploadedFiles, useClass: PostgresUploadedFiles },
  ScanFiles,
  { provide: VirusScanner, useFactory: virusScanner, inject: [INTAKE_CONFIG, Logger] },
  { provide: BlobStore, useFactory: blobStore, inject: [Database, INTAKE_CONFIG, Clock] },
];

function virusScanner({ clamd }: IntakeConfig, logger: Logger): VirusScanner {
  return clamd === undefined ? noScanner : clamdScanner(clamd, logger);
}

/** Files stored in PostgreSQL before a bucket was configured stay there. */
function blobStore(database: Database, { files }: IntakeConfig, clock: Clock): BlobStore {
  const previous = postgresBlobStore(database);
  return files ? bucketBlobStore({ database, bucket: openBucket(files), previous, now: () => clock.now() }) : previous;
}
