import type { PublishedAppeal } from './appeal.js';
import type { SaidOfAppeal as Fact } from './events.js';
import type { Steps } from './steps.js';

/** A legal hold in force. */
export interface HoldPart {
  /** Sealed. */
  readonly reason: string;
  readonly at: string;
}

type DataFact = Extract<Fact, { type: `LegalHold${string}` | `Applicant${string}` | 'ConsentWithdrawn' }>;

/** What bears on the data that is kept, and not on the case. */
export const dataSteps: Steps<DataFact, PublishedAppeal> = {
  LegalHoldSet: (part, { reason }, { at }) => ({ ...part, legalHold: { reason, at } }),
  LegalHoldLifted: ({ legalHold: _hold, ...part }) => part,
  ConsentWithdrawn(part, { from }, { at }) {
    const told = from === undefined ? {} : { consentWithdrawnFrom: from };
    return { ...part, consentWithdrawnAt: at, ...told };
  },
  ApplicantJoined(part, { with: other, others }) {
    if (other !== undefined) return { ...part, joined: [...(part.joined ?? []), other] };
    const { isApart: _isApart, left: _left, ...rest } = part;
    return others ? { ...rest, joined: [...new Set([...(part.joined ?? []), ...others])] } : rest;
  },
  ApplicantParted(part, { from, others }) {
    const joined = (part.joined ?? []).filter((other) => other !== from && !others?.includes(other));
    if (from !== undefined) return { ...part, joined };
    return { ...part, isApart: true, ...(others && { joined, left: others }) };
  },
};

/** To the processing, to publication, or to both; it may be withdrawn since. */
export function isConsentGiven({ received }: PublishedAppeal): boolean {
  return received?.consent !== undefined || received?.mayBePublished === true;
}

export function isConsented(appeal: PublishedAppeal): boolean {
  return isConsentGiven(appeal) && appeal.consentWithdrawnAt === undefined;
}
