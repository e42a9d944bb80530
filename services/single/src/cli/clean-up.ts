import type { Composition } from '../composition.js';
import { PlainError } from '../plain-error.js';
import { scrub } from '../scrub.js';
import { caughtUp } from './caught-up.js';
import type { Report } from './command.js';
import { heldKeys } from './parked.js';

/**
 * After the keys of these appeals' persons were destroyed: waits until every service has cleaned what it holds in clear,
 * then scrubs the files. Throws a PlainError when a consumer does not get there; to be run again then.
 */
export async function cleanUp(
  composition: Composition,
  appeals: readonly string[],
  report: Report,
  signal: AbortSignal,
): Promise<void> {
  // What the services hold in clear is cleaned by their consumers.
  if (!(await caughtUp(composition, report, signal)))
    throw new PlainError('Some consumers do not get on (npm run otklik -- parked list). Run it again.');
  await demandNoneHeld(composition, appeals);
  await scrub({
    ownerUrl: composition.ownerUrl,
    schemas: ['vault', ...composition.services.keys()],
    embedded: composition.embedded,
    progress: (...progress) => report.progress(...progress),
  });
  report.say('Read models, files and letters are clean; tables were rewritten.');
  if (!composition.embedded)
    report.say('The server is yours: its write-ahead log, its archive and the backups still hold what was erased.');
}

/** A key that is held back has not heard of the erasure. */
async function demandNoneHeld(composition: Composition, appeals: readonly string[]): Promise<void> {
  const [first] = (await heldKeys(composition)).filter((key) => appeals.includes(key.appeal));
  if (first)
    throw new PlainError(
      `${first.consumer} holds ${first.appeal} back and has not cleaned it: npm run otklik -- parked list, then run this again.`,
    );
}
