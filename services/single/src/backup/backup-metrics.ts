import { counter, gauge } from '@otklik/observability';

export const newestGoodSet = gauge(
  'otklik_backup_newest_set_timestamp_seconds',
  'When the newest whole set of the backup can be restored from, Unix time',
  [],
);

export const archiveAge = gauge(
  'otklik_backup_archive_timestamp_seconds',
  'Up to when the log is in the backup, Unix time',
  [],
);

export const bucketAge = gauge(
  'otklik_backup_bucket_timestamp_seconds',
  'Up to when the log is in the bucket, Unix time',
  [],
);

export const backupFailures = counter(
  'otklik_backup_failures_total',
  'Sets and pieces of the log that could not be written',
  ['what'],
);
