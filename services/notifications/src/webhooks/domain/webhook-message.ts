import type { PublicEventsOf } from '@otklik/contracts/declare-event';
import type {
  AppealState,
  NoticeState,
  QuestionState,
  ResponseState,
  WebhookSubject,
} from '@otklik/contracts/enumerations';
import type { EventType } from '@otklik/contracts/generated/graphql';
import type { intakeEvents } from '@otklik/contracts/intake.events';
import type { notificationsEvents } from '@otklik/contracts/notifications.events';
import type { responsesEvents } from '@otklik/contracts/responses.events';
import type { routingEvents } from '@otklik/contracts/routing.events';

export type AppealFact = PublicEventsOf<typeof intakeEvents>;
export type QuestionFact = PublicEventsOf<typeof routingEvents>;
export type ResponseFact = PublicEventsOf<typeof responsesEvents>;
export type NoticeFact = PublicEventsOf<typeof notificationsEvents>;
export type AnyFact = AppealFact | QuestionFact | ResponseFact | NoticeFact;

/** What another program is told of a fact: nothing of a person, no text. Fields are added, never changed. */
export interface WebhookMessage {
  readonly type: EventType;
  /** When it happened, ISO 8601 UTC. */
  readonly timestamp: string;
  readonly data: {
    /** Of this form. */
    readonly version: 1;
    /** Of the fact: also the message's. */
    readonly id: string;
    /** The district's code. */
    readonly district: string;
    readonly appeal: string;
    /** The registration number; null until it is known here. */
    readonly number: string | null;
    /** Null where the fact is not about one question. */
    readonly question: string | null;
    /** Of the appeal, question, answer or notice, after the fact; null where the fact changes none. */
    readonly state: string | null;
    readonly at: string;
  };
}

/** What is known beside the fact. */
export interface Known {
  /** The type's code in the schema. */
  readonly type: EventType;
  readonly district: string;
  readonly number: string | null;
}

type DataOfFact<Fact, Type> =
  Extract<Fact, { readonly type: Type }> extends { readonly data: infer Data } ? Data : never;
type States<Fact extends { readonly type: string }, State> = {
  readonly [Type in Fact['type']]: State | null | ((data: DataOfFact<Fact, Type>) => State | null);
};

/** Of no case, or of nobody's interest but the applicant's: webhooks are not told. */
const untold: readonly AnyFact['type'][] = ['DeliveryKept', 'FollowUpLinkRequested'];

/** The state after each fact; a fact without a line stops the build. */
const appealStates: States<AppealFact, AppealState> = {
  AppealReceived: 'RECEIVED',
  AppealSupplemented: null,
  MessageTakenUp: 'TAKEN_UP',
  MessageTurnedIntoAppeal: null,
  RegistrationNear: null,
  RegistrationMissed: null,
  MarkedAsSpam: 'SPAM',
  AnsweredAtOnce: 'ANSWERED_AT_ONCE',
  UrgencyDeclared: null,
  MarkedAsDuplicate: 'DUPLICATE',
  DecisionTakenBack: 'RECEIVED',
  AppealRegistered: 'REGISTERED',
  RegistrationCorrected: 'STRUCK',
  StrikeProposed: null,
  SupplementAcknowledged: null,
  SupplementAnswered: null,
  FollowUpLinkRequested: null,
  AppealWithdrawn: 'WITHDRAWN',
  AppealAnswered: ({ end }) => end ?? null,
  ConsiderationResumed: 'REGISTERED',
  AppealRated: null,
  ReopeningRequested: 'REOPEN_REQUESTED',
  ReopeningGranted: 'REGISTERED',
  ReopeningRefused: ({ end }) => end ?? null,
  EditedAtSource: null,
  RemovedAtSource: null,
  RestoredAtSource: null,
  OwnMessageSeen: null,
  OwnMessageRead: null,
  MessagesBlocked: null,
  MessagesAllowed: null,
  ReactionsMeasured: null,
  LegalHoldSet: null,
  LegalHoldLifted: null,
  ConsentWithdrawn: null,
  PersonErased: null,
  DeliveryKept: null,
};

interface Place {
  readonly department?: string;
  readonly executor?: string;
}

function considered({ department, executor }: Place): QuestionState {
  if (department === undefined) return 'OPEN';
  return executor === undefined ? 'ROUTED' : 'IN_WORK';
}

const questionStates: States<QuestionFact, QuestionState> = {
  QuestionOpened: 'OPEN',
  QuestionRouted: 'ROUTED',
  QuestionLeftToCoordinator: 'OPEN',
  ExecutorAssigned: 'IN_WORK',
  QuestionReturned: 'RETURNED',
  AnswerAccepted: null,
  AnswerRefused: null,
  AnswerReleased: null,
  QuestionAnswered: 'ANSWERED',
  AnswerProvedLate: null,
  QuestionReopened: considered,
  OralAnswerRecorded: null,
  QuestionClosed: 'CLOSED',
  QuestionSplit: null,
  QuestionSplitUndone: null,
  QuestionJoined: null,
  QuestionJoinUndone: null,
  QuestionRestored: considered,
  ComplainedOfNoted: null,
  QuestionLeftUnanswered: 'LEAVING',
  QuestionEnded: ({ end }) => end,
  QuestionForwarded: 'FORWARDING',
  ForwardingStepProved: null,
  BodyReacted: null,
  BodyLinkRevoked: null,
  QuestionTakenBack: 'RETURNED',
  ForwardingWithdrawn: null,
  QuestionHandedOver: null,
  HandoverAccepted: null,
  HandoverEnded: null,
  HandoverConsentWithdrawn: null,
  DeadlineSet: null,
  DeadlineNear: null,
  DeadlineMissed: null,
  ExtensionAsked: null,
  ExtensionRefused: null,
  DeadlineExtensionDecided: null,
  DeadlineExtended: null,
  DeadlineExtensionLapsed: null,
  InformationRequested: null,
  InformationRequestSent: null,
  InformationReceived: null,
  InterimAnswerGiven: null,
  InterimAnswerTold: null,
  MeasuresPromised: null,
  PromiseExtended: null,
  PromiseConfirmed: null,
  QuestionClassified: null,
  CoExecutorsAssigned: null,
  ContributionAdded: null,
};

const responseStates: States<ResponseFact, ResponseState> = {
  ResponseOpened: 'OPEN',
  ResponseDrafted: 'DRAFTED',
  NoteAdded: null,
  ResponseApproved: 'APPROVED',
  ResponseSentBack: 'SENT_BACK',
  DraftVoided: 'OPEN',
  ResponseSigned: 'SIGNED',
  ResponseRevoked: 'SENT_BACK',
  RevocationCameLate: 'SIGNED',
  ResponseClosed: 'OPEN',
  ResponseReopened: 'OPEN',
};

const noticeStates: States<NoticeFact, NoticeState> = {
  NoticeOpened: 'PENDING',
  NoticeDispatched: 'DISPATCHED',
  CallAttempted: null,
  NoticePosted: 'DISPATCHED',
  NoticeFailed: 'PENDING',
  NoticeCancelled: 'CANCELLED',
  ProofCameLate: null,
  NoticeOutcomeUnknown: null,
  NoticeOutcomeSettled: null,
  RestoredNoticeSettled: null,
  NoticeHeld: null,
  NoticeByHand: null,
  NoticeReleased: null,
  NoticeSeenInPlace: null,
  NoticeRemovedInPlace: null,
  NoticeNotFoundInPlace: null,
  NoticeReadInPlace: null,
  BodyReported: null,
};

const states = { ...appealStates, ...questionStates, ...responseStates, ...noticeStates };

const subjects: Readonly<Record<AnyFact['topic'], WebhookSubject>> = {
  'intake.events': 'APPEAL',
  'routing.events': 'QUESTION',
  'responses.events': 'RESPONSE',
  'notifications.events': 'NOTICE',
};

/** Whether webhooks are told of facts of this type. */
export function isTold(type: string): boolean {
  return !untold.some((one) => one === type);
}

export function subjectOf(topic: AnyFact['topic']): WebhookSubject {
  return subjects[topic];
}

/** The number that a fact gives. */
export function numberIn(fact: AnyFact): string | undefined {
  return fact.type === 'AppealRegistered' ? fact.data.number : undefined;
}

export function webhookMessage(fact: AnyFact, { type, district, number }: Known): WebhookMessage {
  const { id, appeal, at } = fact;
  const question = questionOf(fact);
  return {
    type,
    timestamp: at,
    data: { version: 1, id, district, appeal, number, question, state: stateAfter(fact), at },
  };
}

function stateAfter({ type, data }: AnyFact): string | null {
  const state = states[type] as string | null | ((of: unknown) => string | null);
  return typeof state === 'function' ? state(data) : state;
}

function questionOf(fact: AnyFact): string | null {
  if (fact.topic === 'routing.events') return fact.stream;
  const { question, about } = fact.data as { readonly question?: string; readonly about?: string };
  return question ?? about ?? null;
}
