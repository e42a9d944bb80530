import type { Danger, Journal, Regime, RegistrationError, ReopeningDecision } from '@otklik/contracts/enumerations';
import type { AppealReceivedData } from '@otklik/contracts/intake.events';
import { compact, type LocalDate } from '@otklik/kernel';
import { dataSteps, type HoldPart } from './appeal-data.js';
import { detailsSteps, recordedIn } from './appeal-details.js';
import { oldJournalSteps, type OldJournalPart } from './old-journal.js';
import { publicationSteps, withoutPublication } from './appeal-publication.js';
import type { IntakeFact, SaidOfAppeal as Fact } from './events.js';
import { sourceSteps, type SourcePart } from './appeal-source.js';
import { whoOf, type DataOfFact, type Who } from './states-after.js';
import { evolveBy } from './steps.js';
import { repliedTo, supplementPart, withSupplementsRead, type SupplementPart } from './appeal-supplements.js';
import { standingWarning, warningOf, withWarning, type WarningPart } from './term-warning.js';

/** What is published of an appeal. To those who read the events its personal fields are sealed. */
export interface PublishedAppeal {
  /** As it was received, with the place as officials corrected it. */
  readonly received?: AppealReceivedData;
  /** What is asked, in the words of an official; sealed. */
  readonly gist?: string;
  /** Whether it asks again what an earlier one asked; absent until it is decided. */
  readonly repeat?: DataOfFact<Fact, 'RepeatRecorded'>;
  /** The event in which the name of the body that sent it on was recorded, as it is now. */
  readonly bodyRecordedIn?: string;
  readonly decision?: Decision;
  /** Of a message that became an appeal: the term to register it. */
  readonly deadline?: AppealReceivedData['deadline'];
  readonly warnings?: readonly WarningPart[];
  /** It was declared urgent. */
  readonly danger?: Danger;
  /** The moderator's own answer, sealed, and when it leaves. */
  readonly atOnce?: { readonly text: string; readonly leavesAt: string; readonly knownIssue?: string };
  /** The known issues that it was joined to, each until its sender was sent what was done. */
  readonly knownIssues?: readonly string[];
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
  /** By question: when its author agreed to the publication of the answer that it has. */
  readonly publicationAllowed?: Readonly<Record<string, string>>;
  /** Code of the receiving district of the platform. */
  readonly consentWithdrawnFrom?: string;
  /** Appeals that an official found to be of the same person. */
  readonly joined?: readonly string[];
  /** It is another person's than others of its contact. */
  readonly isApart?: true;
  /** While it is apart: what it was joined with before, and comes back to. */
  readonly left?: readonly string[];
  /** It was closed by the journal that the district kept before. */
  readonly oldJournal?: OldJournalPart;
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
export const evolvePublished = evolveBy<Fact, PublishedAppeal>({
  ...sourceSteps,
  ...dataSteps,
  ...detailsSteps,
  ...publicationSteps,
  ...oldJournalSteps,
  AppealReceived: (part, received, who) => ({
    ...part,
    received,
    ...compact({ bodyRecordedIn: recordedIn(received.receivedFromBody, who) }),
  }),
  UrgencyDeclared: (part, { danger }) => ({ ...part, danger }),
  StrikeProposed: (part, strike) => ({ ...part, strike }),
  AppealRegistered: registered,
  RegistrationNear: warned,
  RegistrationMissed: warned,
  MessageTakenUp: (part) => ({ ...part, decision: 'TAKEN_UP' }),
  MessageTurnedIntoAppeal: turned,
  MarkedAsSpam: (part) => ({ ...part, decision: 'SPAM' }),
  AnsweredAtOnce: (part, { text, leavesAt, knownIssue }) => ({
    ...part,
    decision: 'ANSWERED_AT_ONCE',
    atOnce: { text, leavesAt, ...compact({ knownIssue }) },
    ...(knownIssue !== undefined && { knownIssues: [...(part.knownIssues ?? []), knownIssue] }),
  }),
  KnownIssueEndReported: (part, { issue }) => withoutIssue(part, issue),
  MarkedAsDuplicate: (part, { of }) => ({ ...part, decision: 'DUPLICATE', duplicateOf: of }),
  DecisionTakenBack: takenBack,
  AppealSupplemented: (part, data, who) => ({
    ...heardAgain(part),
    supplements: [...part.supplements, supplementPart(data, who)],
  }),
  SupplementAcknowledged: withSupplementsRead,
  SupplementAnswered: repliedTo,
  AppealWithdrawn: (part) => ({ ...part, withdrawn: true }),
  // Routing's fact says that its question is answered. Here: another answer, about which nothing is asked yet.
  AppealAnswered: ({ reopening: _reopening, ...kept }) => ({
    ...kept,
    answered: true,
    isConsidered: false,
    supplementsAnswered: kept.supplements.length,
  }),
  ConsiderationResumed: (part, { question }) => ({ ...withoutPublication(part, question), isConsidered: true }),
  ReopeningRequested: (part, { reason, question }, { at }) => ({
    ...part,
    reopening: compact({ reason, at, question }),
  }),
  ReopeningGranted: granted,
  ReopeningRefused: (part, { reason }, { at }) => reopeningDecided(part, { decision: 'REFUSED', reason, at }),
  RegistrationCorrected: (part, correction) => ({ ...part, correction }),
  AppealRated: (part, rating) => ({ ...part, rating }),
  PersonErased: erased,
  FollowUpLinkRequested: (part) => part,
});

function warned(
  part: PublishedAppeal,
  data: DataOfFact<Fact, 'RegistrationNear' | 'RegistrationMissed'>,
  { at }: Who,
): PublishedAppeal {
  return { ...part, warnings: withWarning(part.warnings, warningOf(data, at)) };
}

function erased(part: PublishedAppeal, _data: DataOfFact<Fact, 'PersonErased'>): PublishedAppeal {
  return { ...part, erased: true };
}

function registered(
  part: PublishedAppeal,
  { number, journal, registeredOn, regime }: DataOfFact<Fact, 'AppealRegistered'>,
): PublishedAppeal {
  const before = part.registered ? { registeredBefore: [...(part.registeredBefore ?? []), part.registered] } : {};
  // Until then additions are read with the rest.
  const read = part.registered ? part : withSupplementsRead(part);
  return { ...read, regime, registered: { number, journal, registeredOn }, ...before };
}

function withoutIssue({ knownIssues = [], ...kept }: PublishedAppeal, issue: string): PublishedAppeal {
  const others = knownIssues.filter((one) => one !== issue);
  return others.length === 0 ? kept : { ...kept, knownIssues: others };
}

/** Only that answer is taken back: what was joined by an earlier one stays joined. */
function withoutLastJoin(part: PublishedAppeal): PublishedAppeal {
  const { knownIssues = [], ...kept } = part;
  if (part.decision !== 'ANSWERED_AT_ONCE' || part.atOnce?.knownIssue === undefined) return part;
  return knownIssues.length < 2 ? kept : { ...kept, knownIssues: knownIssues.slice(0, -1) };
}

/** Without a decision it was the urgency that was taken back. */
function takenBack(part: PublishedAppeal): PublishedAppeal {
  const {
    decision,
    danger,
    duplicateOf: _of,
    regime: _regime,
    deadline: _deadline,
    atOnce: _atOnce,
    ...kept
  } = withoutLastJoin(part);
  return decision !== undefined && danger ? { ...kept, danger } : kept;
}

function turned(
  part: PublishedAppeal,
  { regime, deadline }: DataOfFact<Fact, 'MessageTurnedIntoAppeal'>,
): PublishedAppeal {
  return { ...part, decision: 'TAKEN_UP', regime, ...compact({ deadline }) };
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
  return compact({ deadline, warning });
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

function granted(
  part: PublishedAppeal,
  { times, supplement, reason, question }: DataOfFact<Fact, 'ReopeningGranted'>,
  { at }: Who,
): PublishedAppeal {
  const again = withoutPublication(withSupplementsRead(part), question);
  const decided = reopeningDecided(again, { decision: 'GRANTED', at });
  const own =
    supplement === undefined && reason === undefined
      ? {}
      : { reopenedByOfficials: (part.reopenedByOfficials ?? 0) + 1 };
  return { ...decided, reopened: times, ...own, isConsidered: true };
}

function reopeningDecided(part: PublishedAppeal, decided: NonNullable<ReopeningPart['decided']>): PublishedAppeal {
  return part.reopening ? { ...part, reopening: { ...part.reopening, decided } } : part;
}
