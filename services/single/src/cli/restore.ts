import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { PlainError } from '../../../../deploy/bootstrap/plain-error.mjs';
import { DATA_FORMAT } from '../../start/data-folder.mjs';
import { restoreSet, type RestoreOptions } from '../backup/restore-set.js';
import { bucketTarget, type BucketTarget } from '../backup/bucket/bucket-target.js';
import { isBucketUrl } from '../backup/bucket/bucket-url.js';
import { fetchFolder, fetchSet } from '../backup/bucket/fetch-set.js';
import { optional, required, type Arguments, type LocalCommand, type Report } from './command.js';
import { processEnvironment } from './config.js';
import { askPassphrase } from './passphrase.js';

/** Makes a data folder of a set, up to a moment before the mistake. */
export const restoreCommand: LocalCommand = {
  name: 'restore',
  declare: (program, run) =>
    program
      .command('restore <set>')
      .description(
        'restore a set, or the newest one of s3://bucket/prefix, into the empty data folder (OTKLIK_DATA), to its end or to an earlier moment',
      )
      .option('--until <time>', 'the moment to restore, with its zone: 2026-04-01T14:29:59+09:00')
      .addHelpText('after', '\nPersons who were erased since stay erased; letters that had not left wait for a person.')
      .action(async (set: string, { until }: { until?: string }) => {
        const moment = until === undefined ? {} : { until: momentOf(until) };
        await run({ ...setOf(set), ...moment, passphrase: await askPassphrase() });
      }),
  executeAlone: async (surroundings, args, report, signal) => {
    if (processEnvironment()['DATABASE_URL'])
      throw new PlainError(
        'the database is your own server (DATABASE_URL): restore it by its own tools, as "Backup and restore" in ' +
          'docs/operations.md says. Nothing was changed.',
      );
    const begun = performance.now();
    const until = optional(args, 'until');
    const { dataDir } = surroundings;
    await surroundings.lock();
    const { to, seconds: parts } = await restoreSet({
      set: await setHere(args, dataDir, report, signal),
      dataDir,
      ...(until !== undefined && { until: new Date(until) }),
      passphrase: required(args, 'passphrase'),
      format: DATA_FORMAT,
      progress: (...progress) => report.progress(...progress),
      signal,
      finish: (data) => finish(data, report, signal),
    });
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    const of = (part: number): string => `${part.toFixed(1)} s`;
    report.print(
      `Files unpacked in ${of(parts.unpacked)}, log replayed in ${of(parts.replayed)}, erasures and letters in ${of(parts.finished)}.`,
    );
    await rm(fetchFolder(dataDir), { recursive: true, force: true });
    report.print(`${dataDir} is restored to ${to}, in ${seconds} s. Start with npm start.`);
    return 0;
  },
};

/** The key of a bucket is that of the terminal's environment. */
export function setOf(given: string): { readonly set: string } | { readonly bucket: string } {
  if (isBucketUrl(given)) return { bucket: JSON.stringify(bucketTarget(given, processEnvironment())) };
  return { set: resolve(given) };
}

/** A set of a bucket is fetched beside the data folder first; interrupted, that is gone on with. */
export async function setHere(
  args: Arguments,
  dataDir: string,
  { progress }: Pick<Report, 'progress'>,
  signal: AbortSignal,
): Promise<string> {
  const bucket = optional(args, 'bucket');
  if (bucket === undefined) return required(args, 'set');
  const target = JSON.parse(bucket) as BucketTarget;
  return fetchSet({ target, to: fetchFolder(dataDir), progress, signal });
}

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d)$/;

/** In UTC. Without its zone the moment would be another one on another machine. */
function momentOf(text: string): string {
  if (MOMENT.test(text) && Date.parse(text) > 0) return new Date(text).toISOString();
  throw new PlainError('--until is a moment with its zone: 2026-04-01T14:29:59+09:00, or 2026-04-01T05:29:59Z.');
}

/** A dynamic import: the services' code. */
async function finish(
  data: Parameters<RestoreOptions['finish']>[0],
  report: Report,
  signal: AbortSignal,
): Promise<void> {
  const { finishRestore } = await import('../backup/finish-restore.js');
  await finishRestore(data, report, signal);
}
