import type {
  ApplicantLinkGround,
  Danger,
  Identification,
  RegistrationError,
  SpamKind,
} from '@otklik/contracts/enumerations';
import type { Departments, LocalDate } from '@otklik/kernel';
import type { AppealEvent, AppealReceived, AppealState } from './appeal.js';
import type { EndOfAppeal } from './end-of-appeal.js';
import type { SeenAtSource } from './at-source.js';
import type { WarnOfReception } from './reception-terms.decide.js';
import type { RemoveWithOldJournal, TakeFromOldJournal } from './old-journal.decide.js';
import type { RetentionTerm } from './retention.js';

/** Characters of a text: of the appeal, of what is added to it. */
export const MAX_TEXT = 20_000;
export const MAX_FILES = 5;
/** Each may be as long as the appeal itself, and every command reads them all. */
export const MAX_SUPPLEMENTS = 20;
/** Of what a network brings, whose messages are short and whose albums are large. */
export const MAX_HEARD = { files: 10, supplements: 200, filesInAll: 50 };
/** The first goes back to the executor, the second to the head of the department. */
export const MAX_REOPENINGS = 2;

export type AppealRefusal =
  | 'APPEAL_STATE_FORBIDS'
  | 'FORBIDDEN'
  | 'APPEAL_NOT_TAKEN_UP'
  | 'APPEAL_ALREADY_REGISTERED'
  | 'APPEAL_WITHDRAWN'
  | 'APPEAL_STILL_OPEN'
  | 'APPEAL_ON_HOLD'
  | 'NO_CONSENT'
  | 'APPLICANT_NOT_IDENTIFIED'
  | 'DUPLICATE_OF_ITSELF'
  | 'NO_DECISION_TO_TAKE_BACK'
  | 'ANSWER_HAS_LEFT'
  | 'NOT_ANSWERED_YET'
  | 'ALREADY_RATED'
  | 'REOPENING_TERM_OVER'
  | 'REOPENING_DECIDED'
  | 'NO_REOPENING_REQUESTED'
  | 'SUPPLEMENT_NOT_AFTER_ANSWER'
  | 'APPEAL_NEEDS_ANOTHER_ANSWER'
  | 'APPEAL_IS_NO_SPAM'
  | 'ISSUE_ENDED'
  | 'REGISTERED_ON_ANOTHER_DAY'
  | 'ORIGINAL_NEEDED'
  | 'ORIGINAL_IS_ANOTHER'
  | 'OTHERS_STAND_UNDER_IT'
  | 'STRIKE_DAY_OVER'
  | 'EARLIER_OF_ANOTHER_PERSON'
  | 'EARLIER_STILL_IN_TERM'
  | 'TOO_MANY_FILES'
  | 'TOO_MANY_SUPPLEMENTS';

/** The other appeal, as it was loaded before the command. */
export interface Original {
  readonly id: string;
  readonly status: AppealState['status'];
  readonly number?: string | undefined;
  /** Of the same applicant, or word for word the same: needed to strike a letter as registered twice. */
  readonly isSameLetter?: boolean;
}

/** A number that was taken from its series. */
export interface Numbered {
  readonly number: string;
  readonly year: number;
  readonly serial: number;
  readonly registeredOn: LocalDate;
  readonly zone: string;
}

/** What was written after the answer, as it was found before the command. */
interface OnSupplement {
  /** The id of the event of the addition, and of the command that recorded it; undefined: the appeal has none of that id. */
  readonly supplement: string;
  readonly recordedBy: string | undefined;
  /** Where the official may act, and the departments that have the appeal's questions. */
  readonly mayActIn: Departments;
  readonly departments: readonly string[];
  readonly commandId: string;
}

export interface ReopenOnSupplement extends OnSupplement {
  readonly type: 'ReopenOnSupplement';
  readonly question?: string;
  /** The immediate reply to the author of the addition. */
  readonly words?: string;
  readonly grantedOn: LocalDate;
  readonly zone: string;
}

/** On no addition: officials found by themselves that it is not settled. */
export interface ReopenAppeal {
  readonly type: 'ReopenAppeal';
  readonly question?: string;
  readonly reason: string;
  readonly mayActIn: Departments;
  readonly departments: readonly string[];
  readonly grantedOn: LocalDate;
  readonly zone: string;
  readonly commandId: string;
}

/** Where the appeal speaks of, as the event has it. */
export interface PlaceParts {
  readonly settlement?: string;
  readonly placeText?: string;
  readonly point?: string;
}

export interface CorrectDetails {
  readonly type: 'CorrectDetails';
  /** Absent: it stays. */
  readonly gist?: string;
  /** Without `gist`: there is none any more. */
  readonly removesGist?: boolean;
  /** The whole place; absent: it stays. */
  readonly place?: PlaceParts;
  /** What the state holds sealed, opened before the command. */
  readonly former: PlaceParts & { readonly gist?: string };
  readonly reason: string;
  readonly mayActIn: Departments;
  readonly departments: readonly string[];
  readonly commandId: string;
}

/** The body that sent an appeal on, and its letter; neither: it came of the applicant. */
export type SentOn = Pick<AppealReceived, 'receivedFrom' | 'receivedFromBody'>;

export interface RecordSource {
  readonly type: 'RecordSource';
  /** All that is known of it. */
  readonly source: SentOn;
  /** As the state has it, opened before the command. */
  readonly former: SentOn;
  readonly reason: string;
  readonly mayActIn: Departments;
  readonly departments: readonly string[];
  readonly commandId: string;
}

/** An earlier appeal, as it was loaded before the command. */
export interface EarlierAppeal {
  readonly id: string;
  /** Undefined for one that is not registered. */
  readonly number?: string | undefined;
  readonly receivedAt: string;
  readonly isOfSamePerson: boolean;
  readonly questions: readonly { readonly endedOn?: LocalDate | undefined; readonly dueOn?: LocalDate | undefined }[];
}

export interface RecordRepeat {
  readonly type: 'RecordRepeat';
  /** Absent: it is not repeated. */
  readonly of?: EarlierAppeal;
  readonly mayActIn: Departments;
  readonly departments: readonly string[];
  readonly commandId: string;
}

export interface ReplyToSupplement extends OnSupplement {
  readonly type: 'ReplyToSupplement';
  readonly text: string;
}

type WithoutCommand<Event> = Event extends unknown ? Omit<Event, 'commandId'> : never;

export type AppealCommand =
  | (Omit<AppealReceived, 'type'> & { readonly type: 'ReceiveAppeal' })
  | {
      readonly type: 'TakeUpMessage';
      /** The immediate reply to its sender; `at`: when the command was given (ISO 8601 UTC). */
      readonly told?: { readonly words: string; readonly at: string };
    }
  | {
      readonly type: 'TurnIntoAppeal';
      readonly identification: Identification;
      readonly identifiedBy: string;
      /** Of a message that is registered: its number in the journal of appeals. */
      readonly registration?: Numbered;
      /** The term to register it, where it is not registered. */
      readonly deadline?: NonNullable<AppealReceived['deadline']>;
    }
  | WarnOfReception
  | {
      readonly type: 'CorrectRegistration';
      readonly id: string;
      readonly ground: RegistrationError;
      readonly reason: string;
      readonly of?: Original;
      /** Under its number another one is considered that was struck as registered twice. */
      readonly standsForOthers?: boolean;
      /** Id of the official, also of one who acts in another's stead. */
      readonly by: string;
      readonly today: LocalDate;
      /** The official may correct only what was registered on this day. */
      readonly onlyOn?: LocalDate;
    }
  | { readonly type: 'MarkAsSpam'; readonly kind: SpamKind; readonly reason?: string }
  | {
      readonly type: 'AnswerAtOnce';
      readonly text: string;
      readonly answeredOn: LocalDate;
      readonly zone: string;
      /** When the command was given (ISO 8601 UTC). */
      readonly at: string;
      readonly commandId: string;
      /** The known issue that it is joined to, as it was found before the command. */
      readonly issue?: { readonly id: string; readonly isLive: boolean; readonly bySender?: boolean };
    }
  | { readonly type: 'ReportIssueEnd'; readonly issue: string; readonly text: string; readonly commandId: string }
  | { readonly type: 'EscalateUrgently'; readonly danger: Danger }
  | { readonly type: 'MarkAsDuplicate'; readonly id: string; readonly of: Original }
  | {
      readonly type: 'TakeBackDecision';
      readonly reason: string;
      /** When the command was given (ISO 8601 UTC). */
      readonly at: string;
      readonly commandId: string;
    }
  /** The original ended without an answer. */
  | { readonly type: 'ReleaseDuplicate'; readonly of: string; readonly reason: string; readonly commandId: string }
  | (Numbered & { readonly type: 'RegisterAppeal' })
  | (Omit<Extract<AppealEvent, { type: 'AppealSupplemented' }>, 'type'> & { readonly type: 'SupplementAppeal' })
  | { readonly type: 'NoteAtSource'; readonly seen: WithoutCommand<SeenAtSource>; readonly commandId: string }
  | (Omit<Extract<AppealEvent, { type: 'ReactionsMeasured' }>, 'type'> & { readonly type: 'MeasureReactions' })
  | {
      readonly type: 'RequestFollowUpLink';
      readonly link: string;
      readonly expiresAt: string;
      readonly commandId: string;
    }
  | {
      readonly type: 'AcknowledgeSupplement';
      /** Where the official may act, and the departments that have the appeal's questions. */
      readonly mayActIn: Departments;
      readonly departments: readonly string[];
    }
  | TakeFromOldJournal
  | RemoveWithOldJournal
  | CorrectDetails
  | RecordSource
  | RecordRepeat
  | ReopenAppeal
  | ReopenOnSupplement
  | ReplyToSupplement
  | { readonly type: 'WithdrawAppeal' }
  | ({ readonly type: 'AnswerAppeal' } & EndOfAppeal)
  /** Every body gave the question back: it is considered again. */
  | { readonly type: 'ResumeConsideration'; readonly question: string }
  | { readonly type: 'RateAppeal'; readonly score: number; readonly comment?: string; readonly commandId: string }
  | {
      readonly type: 'RequestReopening';
      readonly reason: string;
      readonly question?: string;
      readonly commandId: string;
      readonly today: LocalDate;
      /** The district's term, in days after the answer. */
      readonly withinDays: number;
    }
  | {
      readonly type: 'GrantReopening';
      readonly question?: string;
      readonly grantedOn: LocalDate;
      readonly zone: string;
      readonly commandId: string;
    }
  | { readonly type: 'RefuseReopening'; readonly reason: string }
  /** Without `with`: with others of its contact. */
  | { readonly type: 'JoinApplicant'; readonly with?: string; readonly ground: ApplicantLinkGround }
  | { readonly type: 'PartApplicant'; readonly from?: string; readonly ground: ApplicantLinkGround }
  | { readonly type: 'SetLegalHold'; readonly reason: string }
  | { readonly type: 'LiftLegalHold'; readonly reason: string }
  /** `reason`: how it came, where an official records it. `from`: the code of the receiving district of the platform. */
  | { readonly type: 'WithdrawConsent'; readonly reason?: string; readonly from?: string }
  /** The author's consent to the publication of the answer that a question has now. */
  | { readonly type: 'AllowPublication'; readonly question: string }
  | { readonly type: 'DisallowPublication'; readonly question: string }
  | {
      readonly type: 'EndRetention';
      /** The day on which the case ended for the last time. */
      readonly endedOn: LocalDate;
      readonly term: RetentionTerm;
      readonly today: LocalDate;
      /** An answer promised measures, and they are still awaited. */
      readonly isPromised: boolean;
    }
  | {
      readonly type: 'ErasePerson';
      readonly ground?: string;
      /** Appeals that officials joined with it and that the erasure leaves, and why. */
      readonly left?: { readonly appeals: readonly string[]; readonly why: string };
    };
