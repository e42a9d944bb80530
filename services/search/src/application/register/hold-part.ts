import type { LegalHold } from '@otklik/contracts/generated/graphql';
import type { AppealPart } from './appeal-part.js';
import type { Opened } from './clear-texts.js';
import type { IntakeFact } from './register-fact.js';

/** A legal hold that stands. */
export interface HoldPart {
  /** Sealed. */
  readonly reason: string;
  readonly at: string;
}

export type HoldFact = Extract<IntakeFact, { type: `LegalHold${string}` }>;

export function isHoldFact(fact: IntakeFact): fact is HoldFact {
  return fact.type === 'LegalHoldSet' || fact.type === 'LegalHoldLifted';
}

export function holdPart({ legalHold: _before, ...part }: AppealPart, fact: HoldFact): AppealPart {
  if (fact.type === 'LegalHoldLifted') return part;
  return { ...part, legalHold: { reason: fact.data.reason, at: fact.at } };
}

export function holdView({ legalHold }: AppealPart, opened: Opened): LegalHold | null {
  return legalHold ? { reason: opened(legalHold.reason) ?? null, since: legalHold.at } : null;
}
