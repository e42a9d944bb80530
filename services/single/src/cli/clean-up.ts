import type { Unclean } from '@otklik/search/module';
import type { Composition } from '../composition.js';
import { PlainError } from '../../../../deploy/bootstrap/plain-error.mjs';
import { scrub } from '../scrub.js';
import { caughtUp } from './caught-up.js';
import type { Report } from './command.js';
import { blockedKeys } from './blocked-keys.js';
import { searchOf } from './operations.js';

const reasons: Readonly<Record<Unclean, string>> = {
  REGISTER: 'The register is being rebuilt, and the new copy may contain erased data until it is done.',
  INDEX: 'The full-text index lags or is being rebuilt, and contains erased data until it is done.',
  UNNAMED_SERVER: 'The services have a search server, and ELASTICSEARCH_URL does not name it here.',
  SERVER_INDEX: 'The search server is unavailable, lags or fills an index, and contains erased data until it is done.',
};

/**
 * After the keys of these appeals' persons were destroyed: waits until every service and index has purged its clear text,
 * then scrubs the files. Throws a PlainError when one does not finish; may be run again.
 */
export async function cleanUp(
  composition: Composition,
  appeals: readonly string[],
  report: Report,
  signal: AbortSignal,
): Promise<void> {
  // The consumers purge what their services hold in clear.
  if (!(await caughtUp(composition, report, signal)))
    throw new PlainError('Some consumers make no progress (npm run otklik -- blocked list). Run it again.');
  await requireNoneBlocked(composition, appeals);
  const unclean = await searchOf(composition).clean(signal);
  if (unclean) throw new PlainError(`${reasons[unclean]} Run it again then.`);
  if (signal.aborted) throw new PlainError('Interrupted. Run it again.');
  await scrub({
    ownerUrl: composition.ownerUrl,
    embedded: composition.embedded,
    progress: (...progress) => report.progress(...progress),
  });
  report.print('Read models, files and letters are clean; tables were rewritten.');
  if (!composition.embedded)
    report.print('The server is yours: its write-ahead log, its archive and the backups still hold what was erased.');
}

/** A blocked key has not consumed the erasure. */
async function requireNoneBlocked(composition: Composition, appeals: readonly string[]): Promise<void> {
  const [first] = (await blockedKeys(composition)).filter((key) => appeals.includes(key.appeal));
  if (first)
    throw new PlainError(
      `${first.consumer} has blocked ${first.appeal} and not purged it: npm run otklik -- blocked list, then run this again.`,
    );
}
