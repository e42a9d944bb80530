import { toldState } from '@otklik/case/case-states';
import type { PublicEventsOf } from '@otklik/contracts/declare-event';
import type { WebhookSubject } from '@otklik/contracts/enumerations';
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

/** The message of a fact for other programs: no personal data, no text. Fields are added, never changed. */
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

/** That something is new in a saved search: how many, where it is read, and which search, by its id alone. */
export interface SearchMessage {
  readonly type: 'SAVED_SEARCH_GREW';
  readonly timestamp: string;
  readonly data: {
    readonly version: 1;
    readonly id: string;
    readonly district: string;
    readonly search: string;
    readonly count: number;
    /** Null where the public address is not known. */
    readonly link: string | null;
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

/** Of no case, of interest to the applicant alone, or of thousands of appeals of years past at once: not sent to webhooks. */
const untold: readonly AnyFact['type'][] = [
  ...(['DeliveryKept', 'KnownIssueLapsed', 'FollowUpLinkRequested'] as const),
  ...(['OldJournalEntryTaken', 'OldJournalEntryRemoved'] as const),
];

const subjects: Readonly<Record<AnyFact['topic'], WebhookSubject>> = {
  'intake.events': 'APPEAL',
  'routing.events': 'QUESTION',
  'responses.events': 'RESPONSE',
  'notifications.events': 'NOTICE',
};

/** Whether facts of this type are sent to webhooks. */
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
    data: { version: 1, id, district, appeal, number, question, state: toldState(fact), at },
  };
}

function questionOf(fact: AnyFact): string | null {
  if (fact.topic === 'routing.events') return fact.stream;
  const { question, about } = fact.data as { readonly question?: string; readonly about?: string };
  return question ?? about ?? null;
}
