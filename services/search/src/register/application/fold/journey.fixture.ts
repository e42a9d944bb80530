import type { EventActor, PublicEvent, Topic } from '@otklik/contracts/envelope';
import { uuidv5 } from '@otklik/kernel';
import type { KeyKeeper } from '@otklik/vault';
import { randomUUID } from 'node:crypto';

/** Facts of an invented appeal, sealed as its owners would. Versions count up by stream, positions by topic. */
export interface Journey {
  readonly district: number;
  readonly appeal: string;
  readonly person: string;
  readonly question: string;
  readonly response: string;
  readonly notice: string;
  /**
   * Adds the next fact of a stream, by default the only one of its topic; values under `sealed` are sealed with the
   * person's key.
   */
  add(
    type: string,
    data?: Record<string, unknown>,
    sealed?: Record<string, string>,
    stream?: string,
  ): Promise<PublicEvent>;
  readonly facts: PublicEvent[];
}

export const officials = {
  moderator: uuidv5('b6a1f7c2-5a0e-4f43-9a55-0d1f4f6a9d10', 'moderator'),
  executor: uuidv5('b6a1f7c2-5a0e-4f43-9a55-0d1f4f6a9d10', 'executor'),
  signatory: uuidv5('b6a1f7c2-5a0e-4f43-9a55-0d1f4f6a9d10', 'signatory'),
};

const positions = new Map<Topic, number>();

function topicOf(type: string): Topic {
  if (
    /^(Question|Deadline|Executor|Measures|Promise|CoExecutor|Assignment|Contribution|Information|Interim|Body|Handover)/.test(
      type,
    )
  )
    return 'routing.events';
  if (/^(Response|NoteAdded|PublicationProposed|PublicationDropped|AnswerPublished|AnswerUnpublished)/.test(type))
    return 'responses.events';
  if (/^(Notice|Letter|ProofCameLate)/.test(type)) return 'notifications.events';
  return 'intake.events';
}

export async function journey(vault: KeyKeeper, district = 1): Promise<Journey> {
  const person = randomUUID();
  await vault.createPerson(district, person);
  const appeal = randomUUID();
  const streams = {
    'intake.events': appeal,
    'routing.events': randomUUID(),
    'responses.events': randomUUID(),
    'notifications.events': randomUUID(),
  };
  const versions = new Map<string, number>();
  const facts: PublicEvent[] = [];
  const actor: EventActor = { kind: 'official', id: officials.executor, role: 'EXECUTOR' };

  async function add(
    type: string,
    data: Record<string, unknown> = {},
    sealed: Record<string, string> = {},
    stream = streams[topicOf(type)],
  ): Promise<PublicEvent> {
    const id = randomUUID();
    const topic = topicOf(type);
    const version = (versions.get(stream) ?? 0) + 1;
    versions.set(stream, version);
    const position = (positions.get(topic) ?? 0) + 1;
    positions.set(topic, position);
    const closed = await Promise.all(
      Object.entries(sealed).map(async ([field, text]) => [field, await vault.seal(district, person, id, field, text)]),
    );
    const at = new Date(Date.UTC(2026, 10, 24, 0, 0, facts.length)).toISOString();
    const event: PublicEvent = {
      id,
      type,
      schema: 1,
      district,
      stream,
      version,
      at,
      recordedAt: at,
      actor,
      topic,
      appeal,
      position,
      commandId: randomUUID(),
      correlationId: appeal,
      data: { ...data, ...Object.fromEntries(closed) },
    };
    facts.push(event);
    return event;
  }
  return {
    district,
    appeal,
    person,
    facts,
    add,
    question: streams['routing.events'],
    response: streams['responses.events'],
    notice: streams['notifications.events'],
  };
}

let receipts = 0;

function given(values: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Record<
    string,
    string
  >;
}

/** Received, with this text. */
export async function received(
  vault: KeyKeeper,
  text: string,
  more: {
    district?: number;
    place?: string;
    settlement?: string;
    name?: string;
    contact?: string;
    address?: string;
    /** `<issuer> <subject>` */
    subject?: string;
    /** `<latitude>,<longitude>` */
    point?: string;
    topic?: string;
    topicAnswers?: string;
    receivedAt?: string;
  } = {},
): Promise<Journey> {
  const made = await journey(vault, more.district);
  const receivedAt = more.receivedAt ?? '2026-11-24T00:00:00.000Z';
  await made.add(
    'AppealReceived',
    {
      receipt: `П-${(receipts += 1)}`,
      regime: 'SOCIAL_MESSAGE',
      channel: 'SITE',
      person: made.person,
      identified: false,
      files: [],
      receivedAt,
      receivedOn: receivedAt.slice(0, 10),
      zone: 'Asia/Yakutsk',
      ...given({ contactKind: more.contact && 'EMAIL', topic: more.topic, settlement: more.settlement }),
    },
    {
      text,
      ...given({ placeText: more.place, name: more.name, contact: more.contact, address: more.address }),
      ...given({ subject: more.subject, point: more.point, topicAnswers: more.topicAnswers }),
    },
  );
  return made;
}

export async function registered(made: Journey, number = 'АЛД-1'): Promise<void> {
  const { person, question } = made;
  await made.add('MessageTakenUp');
  const registration = { number, journal: 'MESSAGES', registeredOn: '2026-11-24', zone: 'Asia/Yakutsk' };
  await made.add('AppealRegistered', { ...registration, regime: 'SOCIAL_MESSAGE', person });
  await made.add('QuestionOpened', { person, regime: 'SOCIAL_MESSAGE', ordinal: 1 });
  const rule = { by: 'RULE', rule: 'roads-1', ruleVersion: 1, words: ['яма*'] };
  await made.add('QuestionRouted', { topic: 'roads', department: 'utilities', ...rule });
  await made.add('DeadlineSet', {
    dueOn: '2026-12-24',
    workBy: '2026-12-24',
    zone: 'Asia/Yakutsk',
    countedFrom: '2026-11-24',
    steps: [],
    by: 'RULE',
    rule: 'message-term',
    ruleVersion: 1,
    duty: 'ANSWER',
    calendarVersion: '2026-1',
    provisional: false,
    source: '59-ФЗ, ст. 12',
    term: 30,
    unit: 'CALENDAR_DAYS' as const,
    endOnDayOff: 'NEXT' as const,
  });
  await made.add('ResponseOpened', { question, person });
}

export async function answered(made: Journey, text: string): Promise<void> {
  const { question, person } = made;
  const dispatchedAt = '2026-11-25T03:00:00.000Z';
  await made.add('ExecutorAssigned', { executor: officials.executor, department: 'utilities' });
  await made.add('ResponseDrafted', { question, outcome: 'MEASURES_TAKEN' }, { text });
  await made.add('NoteAdded', { question }, { text: 'позвонить мастеру' });
  await made.add('ResponseApproved', { question });
  await made.add(
    'ResponseSigned',
    {
      question,
      person,
      outcome: 'MEASURES_TAKEN',
      signatory: officials.signatory,
      signedAt: '2026-11-25T02:00:00.000Z',
      signature: 'RECORDED_ACT',
    },
    { text },
  );
  await made.add('NoticeOpened', { kind: 'ANSWERED', way: 'EMAIL', person, about: question });
  await made.add('NoticeDispatched', {
    kind: 'ANSWERED',
    way: 'EMAIL',
    about: question,
    proof: '<1@otklik>',
    dispatchedAt,
  });
  await made.add('QuestionAnswered', { notice: made.notice, answeredOn: '2026-11-25', zone: 'Asia/Yakutsk' });
  await made.add('AppealAnswered', { notice: made.notice, answeredOn: '2026-11-25' });
  await made.add('AppealRated', { score: 5 }, { comment: 'спасибо' });
}
