import type { AppealPart } from './appeal.js';
import type { IntakeFact } from './events.js';

/** A legal hold that stands. */
export interface HoldPart {
  /** Sealed. */
  readonly reason: string;
  readonly at: string;
}

/** What bears on the data that is kept, and not on the case. */
export type DataFact = Extract<IntakeFact, { type: `LegalHold${string}` | 'ConsentWithdrawn' }>;

export function isDataFact(fact: IntakeFact): fact is DataFact {
  return fact.type === 'LegalHoldSet' || fact.type === 'LegalHoldLifted' || fact.type === 'ConsentWithdrawn';
}

export function dataPart(before: AppealPart, fact: DataFact): AppealPart {
  if (fact.type === 'ConsentWithdrawn') {
    const { from } = fact.data;
    const told = from === undefined ? {} : { consentWithdrawnFrom: from };
    return { ...before, consentWithdrawnAt: fact.at, ...told };
  }
  const { legalHold: _hold, ...part } = before;
  if (fact.type === 'LegalHoldLifted') return part;
  return { ...part, legalHold: { reason: fact.data.reason, at: fact.at } };
}

/** To the processing or to publication, and not withdrawn. */
export function isConsented({ received, consentWithdrawnAt }: AppealPart): boolean {
  const isGiven = received?.consent !== undefined || received?.mayBePublished === true;
  return isGiven && consentWithdrawnAt === undefined;
}
