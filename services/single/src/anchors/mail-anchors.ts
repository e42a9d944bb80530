import { AnchorLetters } from '@otklik/administration/module';
import { anchorOf } from '@otklik/event-store';
import { PLATFORM } from '@otklik/tenancy';
import type { Composition } from '../composition.js';
import { allHeads, keyOfChains } from './anchor-heads.js';

/** What became of the letters of a pass. */
export interface MailedAnchors {
  readonly sent: number;
  readonly failed: number;
  /** Codes of the districts none of whose controllers has an address. */
  readonly unheard: readonly string[];
}

type Surroundings = Pick<Composition, 'config' | 'dataDir' | 'directory' | 'get' | 'secrets' | 'services'>;

/**
 * The heads of each district's chains to its controllers, those of the platform with them: they have no other
 * recipient. Repeated on the same day it sends what is missing.
 */
export async function mailAnchors(composition: Surroundings, at: string): Promise<MailedAnchors> {
  const letters = composition.get(AnchorLetters);
  const key = keyOfChains(composition);
  const heads = await allHeads(composition);
  const unheard: string[] = [];
  let [sent, failed] = [0, 0];
  for (const district of composition.directory.districts()) {
    const own = heads.filter((head) => head.district === district.id || head.district === PLATFORM);
    const lines = own.map((head) => JSON.stringify(anchorOf(key, head, at)));
    const mailed = await letters.send(district, { lines, publicKey: key.publicKey }, at);
    sent += mailed.sent;
    failed += mailed.failed;
    if (mailed.receivers === 0) unheard.push(district.code);
  }
  return { sent, failed, unheard };
}
