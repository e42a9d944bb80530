import type { Regime } from '@otklik/contracts/enumerations';
import type { AppealReceivedData } from '@otklik/contracts/intake.events';
import { assertNever, type LocalDate } from '@otklik/kernel';
import type { IntakeFact } from './register-fact.js';

/** What the Appeal stream tells. Personal fields stay sealed. */
export interface AppealPart {
  /** The stream's version that was applied last; 0 before the first. */
  readonly version: number;
  readonly received?: AppealReceivedData;
  readonly decision?: Decision;
  /** Once a moderator or the registration changed it. */
  readonly regime?: Regime;
  readonly duplicateOf?: string;
  readonly registered?: { readonly number: string; readonly registeredOn: LocalDate };
  readonly supplements: readonly SupplementPart[];
  readonly withdrawn: boolean;
  readonly rating?: { readonly score: number; readonly comment?: string };
  readonly reopening?: { readonly reason: string; readonly at: string };
  readonly erased: boolean;
}

export type Decision = 'TAKEN_UP' | 'SPAM' | 'DUPLICATE';

export interface SupplementPart {
  /** Sealed. */
  readonly text: string;
  readonly files: AppealReceivedData['files'];
  /** Sealed. */
  readonly fileNames?: string | undefined;
  readonly at: string;
}

export const noAppeal: AppealPart = { version: 0, supplements: [], withdrawn: false, erased: false };

export function appealPart(part: AppealPart, fact: IntakeFact): AppealPart {
  return { ...changed(part, fact), version: fact.version };
}

function changed(part: AppealPart, fact: IntakeFact): AppealPart {
  switch (fact.type) {
    case 'AppealReceived':
      return { ...part, received: fact.data };
    case 'MessageTakenUp':
    case 'MessageTurnedIntoAppeal':
    case 'MarkedAsSpam':
    case 'MarkedAsDuplicate':
    case 'DecisionTakenBack':
      return decided(part, fact);
    case 'AppealRegistered': {
      const { number, registeredOn, regime } = fact.data;
      return { ...part, regime, registered: { number, registeredOn } };
    }
    default:
      return followed(part, fact);
  }
}

type DecisionFact = Extract<
  IntakeFact,
  { type: 'MessageTakenUp' | 'MessageTurnedIntoAppeal' | 'MarkedAsSpam' | 'MarkedAsDuplicate' | 'DecisionTakenBack' }
>;

function decided(part: AppealPart, fact: DecisionFact): AppealPart {
  switch (fact.type) {
    case 'MessageTakenUp':
      return { ...part, decision: 'TAKEN_UP' };
    case 'MessageTurnedIntoAppeal':
      return { ...part, decision: 'TAKEN_UP', regime: fact.data.regime };
    case 'MarkedAsSpam':
      return { ...part, decision: 'SPAM' };
    case 'MarkedAsDuplicate':
      return { ...part, decision: 'DUPLICATE', duplicateOf: fact.data.of };
    case 'DecisionTakenBack': {
      const { decision: _decision, duplicateOf: _of, regime: _regime, ...kept } = part;
      return kept;
    }
    default:
      return assertNever(fact);
  }
}

type LaterFact = Exclude<IntakeFact, DecisionFact | { type: 'AppealReceived' | 'AppealRegistered' }>;

function followed(part: AppealPart, fact: LaterFact): AppealPart {
  switch (fact.type) {
    case 'AppealSupplemented':
      return { ...part, supplements: [...part.supplements, { ...fact.data, at: fact.at }] };
    case 'AppealWithdrawn':
      return { ...part, withdrawn: true };
    case 'AppealAnswered': {
      // Routing's fact says that its question is answered. Here: what was asked to be considered again has been.
      const { reopening: _reopening, ...kept } = part;
      return kept;
    }
    case 'AppealRated':
      return { ...part, rating: fact.data };
    case 'ReopeningRequested':
      return { ...part, reopening: { reason: fact.data.reason, at: fact.at } };
    case 'PersonErased':
      return { ...part, erased: true };
    case 'FollowUpLinkRequested':
      return part;
    default:
      return assertNever(fact);
  }
}
