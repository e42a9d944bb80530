import type { PublishedAppeal } from './appeal.js';
import type { SaidOfAppeal as Fact } from './events.js';
import type { Who } from './states-after.js';

/** A legal hold in force. */
export interface HoldPart {
  /** Sealed. */
  readonly reason: string;
  readonly at: string;
}

/** What bears on the data that is kept, and not on the case. */
export type DataFact = Extract<Fact, { type: `LegalHold${string}` | 'ConsentWithdrawn' }>;

export function isDataFact(fact: Fact): fact is DataFact {
  return fact.type === 'LegalHoldSet' || fact.type === 'LegalHoldLifted' || fact.type === 'ConsentWithdrawn';
}

export function dataPart(before: PublishedAppeal, fact: DataFact, { at }: Who): PublishedAppeal {
  if (fact.type === 'ConsentWithdrawn') {
    const { from } = fact.data;
    const told = from === undefined ? {} : { consentWithdrawnFrom: from };
    return { ...before, consentWithdrawnAt: at, ...told };
  }
  const { legalHold: _hold, ...part } = before;
  if (fact.type === 'LegalHoldLifted') return part;
  return { ...part, legalHold: { reason: fact.data.reason, at } };
}

/** To the processing, to publication, or to both; it may be withdrawn since. */
export function isConsentGiven({ received }: PublishedAppeal): boolean {
  return received?.consent !== undefined || received?.mayBePublished === true;
}

export function isConsented(appeal: PublishedAppeal): boolean {
  return isConsentGiven(appeal) && appeal.consentWithdrawnAt === undefined;
}
