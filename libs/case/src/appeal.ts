import type { Danger, Journal, Regime, RegistrationError, ReopeningDecision } from '@otklik/contracts/enumerations';
import type { AppealReceivedData } from '@otklik/contracts/intake.events';
import { assertNever, type LocalDate } from '@otklik/kernel';
import { dataPart, isDataFact, type DataFact, type HoldPart } from './appeal-data.js';
import type { IntakeFact, SaidOfAppeal as Fact } from './events.js';
import { isSourceFact, sourcePart, type SourceFact, type SourcePart } from './appeal-source.js';
import { whoOf, type Who } from './states-after.js';
import { repliedTo, supplementPart, withSupplementsRead, type SupplementPart } from './appeal-supplements.js';
import { standingWarning, warningOf, withWarning, type WarningPart } from './term-warning.js';

/** What is published of an appeal. To those who read the events its personal fields are sealed. */
export interface PublishedAppeal {
  readonly received?: AppealReceivedData;
  readonly decision?: Decision;
  /** Of a message that became an appeal: the term to register it. */
  readonly deadline?: AppealReceivedData['deadline'];
  readonly warnings?: readonly WarningPart[];
  /** It was declared urgent. */
  readonly danger?: Danger;
  /** The moderator's own answer, sealed, and when it leaves. */
  readonly atOnce?: { readonly text: string; readonly leavesAt: string };
  /** Its sender wrote on after that answer. */
  readonly isHeardAgain?: true;
  /** Once a moderator or the registration changed it. */
  readonly regime?: Regime;
  readonly duplicateOf?: string;
  /** The latest. */
  readonly registered?: RegistrationPart;
  /** Of a message that was turned into an appeal: its own, in the other journal. */
  readonly registeredBefore?: readonly RegistrationPart[];
  /** An official proposes to strike it; sealed reason. */
  readonly strike?: { readonly reason: string; readonly proposedBy: string; readonly proposedOn: LocalDate };
  /** The registration was wrong. */
  readonly correction?: CorrectionPart;
  readonly supplements: readonly SupplementPart[];
  /** Of a message of a network, once something became of it there. */
  readonly atSource?: SourcePart;
  /** How many of them were there when they were acknowledged, or considered otherwise. */
  readonly supplementsRead?: number;
  /** How many of them existed when the current answer was given. */
  readonly supplementsAnswered?: number;
  readonly withdrawn: boolean;
  readonly rating?: { readonly score: number; readonly comment?: string };
  /** Of the current answer, or the last grant. */
  readonly reopening?: ReopeningPart;
  /** Once, whatever followed. */
  readonly answered?: boolean;
  /** False from an answer until another consideration is granted. */
  readonly isConsidered?: boolean;
  /** How often another consideration was granted. */
  readonly reopened?: number;
  /** How many of these officials began by themselves. */
  readonly reopenedByOfficials?: number;
  /** Nothing of it is destroyed at the end of its term of storage. */
  readonly legalHold?: HoldPart;
  readonly consentWithdrawnAt?: string;
  /** Code of the receiving district of the platform. */
  readonly consentWithdrawnFrom?: string;
  readonly erased: boolean;
}

/** What the Appeal stream tells. */
export interface AppealPart extends PublishedAppeal {
  /** The stream's version that was applied last; 0 before the first. */
  readonly version: number;
}

export interface RegistrationPart {
  readonly number: string;
  readonly journal: Journal;
  readonly registeredOn: LocalDate;
}

export interface CorrectionPart {
  readonly ground: RegistrationError;
  /** Sealed. */
  readonly reason: string;
  readonly of?: string;
  readonly number?: string;
}

export interface ReopeningPart {
  /** Sealed. */
  readonly reason: string;
  readonly question?: string;
  readonly at: string;
  readonly decided?: {
    readonly decision: ReopeningDecision;
    /** Sealed; of a refusal. */
    readonly reason?: string;
    readonly at: string;
  };
}

export type Decision = 'TAKEN_UP' | 'SPAM' | 'ANSWERED_AT_ONCE' | 'DUPLICATE';

export const notReceived: PublishedAppeal = { supplements: [], withdrawn: false, erased: false };
export const noAppeal: AppealPart = { version: 0, ...notReceived };

export function evolveAppeal(part: AppealPart, fact: IntakeFact): AppealPart {
  return { ...evolvePublished(part, fact, whoOf(fact)), version: fact.version };
}

/** The appeal after the event. Its owner and its readers fold the same; the owner knows who did it before it is published. */
export function evolvePublished(part: PublishedAppeal, fact: Fact, who: Who): PublishedAppeal {
  if (isSourceFact(fact)) return { ...part, atSource: sourcePart(part, fact, who) };
  return isDataFact(fact) ? dataPart(part, fact, who) : changed(part, fact, who);
}

function changed(part: PublishedAppeal, fact: Exclude<Fact, SourceFact | DataFact>, who: Who): PublishedAppeal {
  if (isDecision(fact)) return decided(part, fact);
  switch (fact.type) {
    case 'AppealReceived':
      return { ...part, received: fact.data };
    case 'UrgencyDeclared':
      return { ...part, danger: fact.data.danger };
    case 'StrikeProposed':
      return { ...part, strike: fact.data };
    case 'AppealRegistered':
      return registered(part, fact);
    case 'RegistrationNear':
    case 'RegistrationMissed':
      return { ...part, warnings: withWarning(part.warnings, warningOf(fact.data, who.at)) };
    default:
      return followed(part, fact, who);
  }
}

function registered(part: PublishedAppeal, { data }: Extract<Fact, { type: 'AppealRegistered' }>): PublishedAppeal {
  const { number, journal, registeredOn, regime } = data;
  const before = part.registered ? { registeredBefore: [...(part.registeredBefore ?? []), part.registered] } : {};
  // Until then additions are read with the rest.
  const read = part.registered ? part : withSupplementsRead(part);
  return { ...read, regime, registered: { number, journal, registeredOn }, ...before };
}

const decisions = [
  ...(['MessageTakenUp', 'MessageTurnedIntoAppeal', 'MarkedAsSpam', 'AnsweredAtOnce'] as const),
  ...(['MarkedAsDuplicate', 'DecisionTakenBack'] as const),
];
type DecisionFact = Extract<Fact, { type: (typeof decisions)[number] }>;

function isDecision(fact: Fact): fact is DecisionFact {
  return (decisions as readonly string[]).includes(fact.type);
}

function decided(part: PublishedAppeal, fact: DecisionFact): PublishedAppeal {
  switch (fact.type) {
    case 'MessageTakenUp':
      return { ...part, decision: 'TAKEN_UP' };
    case 'MessageTurnedIntoAppeal':
      return turned(part, fact.data);
    case 'MarkedAsSpam':
      return { ...part, decision: 'SPAM' };
    case 'AnsweredAtOnce': {
      const { text, leavesAt } = fact.data;
      return { ...part, decision: 'ANSWERED_AT_ONCE', atOnce: { text, leavesAt } };
    }
    case 'MarkedAsDuplicate':
      return { ...part, decision: 'DUPLICATE', duplicateOf: fact.data.of };
    case 'DecisionTakenBack':
      return takenBack(part);
    default:
      return assertNever(fact);
  }
}

/** Without a decision it was the urgency that was taken back. */
function takenBack(part: PublishedAppeal): PublishedAppeal {
  const { decision, danger, duplicateOf: _of, regime: _regime, deadline: _deadline, atOnce: _atOnce, ...kept } = part;
  return decision !== undefined && danger ? { ...kept, danger } : kept;
}

function turned(
  part: PublishedAppeal,
  { regime, deadline }: Extract<DecisionFact, { type: 'MessageTurnedIntoAppeal' }>['data'],
): PublishedAppeal {
  return { ...part, decision: 'TAKEN_UP', regime, ...(deadline ? { deadline } : {}) };
}

/**
 * The term to register it, or to decide about a message, and its warning; they matter while it waits. No term runs for an appeal
 * whose sender wrote again after an answer at once, unless the message became an appeal.
 */
export function receptionTerm({ received, warnings, isHeardAgain, ...turned }: PublishedAppeal): {
  readonly deadline?: NonNullable<AppealReceivedData['deadline']>;
  readonly warning?: WarningPart;
} {
  const deadline = turned.deadline ?? (isHeardAgain ? undefined : received?.deadline);
  if (!deadline) return {};
  const warning = standingWarning(warnings, [deadline]);
  return { deadline, ...(warning ? { warning } : {}) };
}

type UrgencyFact = Extract<Fact, { type: 'UrgencyDeclared' | 'StrikeProposed' }>;
type WarningFact = Extract<Fact, { type: 'RegistrationNear' | 'RegistrationMissed' }>;
type LaterFact = Exclude<
  Fact,
  DecisionFact | UrgencyFact | WarningFact | SourceFact | DataFact | { type: 'AppealReceived' | 'AppealRegistered' }
>;

function followed(part: PublishedAppeal, fact: LaterFact, who: Who): PublishedAppeal {
  switch (fact.type) {
    case 'AppealSupplemented':
      return { ...heardAgain(part), supplements: [...part.supplements, supplementPart(fact, who)] };
    case 'SupplementAcknowledged':
      return withSupplementsRead(part);
    case 'AppealWithdrawn':
      return { ...part, withdrawn: true };
    case 'AppealAnswered': {
      // Routing's fact says that its question is answered. Here: another answer, about which nothing is asked yet.
      const { reopening: _reopening, ...kept } = part;
      return { ...kept, answered: true, isConsidered: false, supplementsAnswered: kept.supplements.length };
    }
    case 'ConsiderationResumed':
      return { ...part, isConsidered: true };
    case 'RegistrationCorrected':
      return { ...part, correction: fact.data };
    case 'AppealRated':
      return { ...part, rating: fact.data };
    case 'PersonErased':
      return { ...part, erased: true };
    case 'FollowUpLinkRequested':
      return part;
    default:
      return lookedAtAgain(part, fact, who);
  }
}

/**
 * A further message after the moderator's own answer waits for the moderator again, without a term; that answer
 * remains.
 */
function heardAgain(part: PublishedAppeal): PublishedAppeal {
  if (part.decision !== 'ANSWERED_AT_ONCE') return part;
  const { decision: _decision, ...kept } = part;
  return { ...kept, isHeardAgain: true };
}

function lookedAtAgain(
  part: PublishedAppeal,
  fact: Extract<
    LaterFact,
    { type: 'ReopeningRequested' | 'ReopeningGranted' | 'ReopeningRefused' | 'SupplementAnswered' }
  >,
  { at }: Who,
): PublishedAppeal {
  switch (fact.type) {
    case 'ReopeningRequested': {
      const { reason, question } = fact.data;
      return { ...part, reopening: { reason, at, ...(question === undefined ? {} : { question }) } };
    }
    case 'ReopeningGranted': {
      const granted = reopeningDecided(withSupplementsRead(part), { decision: 'GRANTED', at });
      const { times, supplement } = fact.data;
      const own = supplement === undefined ? {} : { reopenedByOfficials: (part.reopenedByOfficials ?? 0) + 1 };
      return { ...granted, reopened: times, ...own, isConsidered: true };
    }
    case 'SupplementAnswered':
      return repliedTo(part, fact, at);
    case 'ReopeningRefused':
      return reopeningDecided(part, { decision: 'REFUSED', reason: fact.data.reason, at });
    default:
      return assertNever(fact);
  }
}

function reopeningDecided(part: PublishedAppeal, decided: NonNullable<ReopeningPart['decided']>): PublishedAppeal {
  return part.reopening ? { ...part, reopening: { ...part.reopening, decided } } : part;
}
