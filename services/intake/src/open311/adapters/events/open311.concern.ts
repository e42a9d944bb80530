import {
  AnsweredAtOnce,
  AppealAnswered,
  AppealReceived,
  AppealRegistered,
  AppealWithdrawn,
  ConsentWithdrawn,
  ConsiderationResumed,
  DecisionTakenBack,
  DetailsCorrected,
  MarkedAsDuplicate,
  MarkedAsSpam,
  MessageTakenUp,
  PersonErased,
  RegistrationCorrected,
  ReopeningGranted,
} from '@otklik/contracts/intake.events';
import { TopicCorrected } from '@otklik/contracts/control.events';
import { AnswerPublished, AnswerUnpublished, PublicationProposed } from '@otklik/contracts/responses.events';
import { DeadlineSet, QuestionRouted } from '@otklik/contracts/routing.events';
import type { Case } from '@otklik/case/case';
import { Concern, On, OnCases, type CaseWith, type CommandsOf, type EventOf, type Reaction } from '@otklik/host';
import { compact } from '@otklik/kernel';
import type { Transaction } from '@otklik/tenancy';
import { PublishedRequests, type NewRequest } from '../../store/published-requests.js';
import { requestStateAfter } from '../../domain/published-request.js';

type Change =
  | typeof AppealRegistered
  | (typeof MessageTakenUp | typeof AnsweredAtOnce | typeof MarkedAsSpam | typeof MarkedAsDuplicate)
  | (typeof DecisionTakenBack | typeof RegistrationCorrected | typeof AppealWithdrawn | typeof AppealAnswered)
  | (typeof ConsiderationResumed | typeof ReopeningGranted);

/** Follows what may be published of a case to other front-ends. */
@Concern('intake.open311')
export class Open311Concern {
  constructor(private readonly told: PublishedRequests) {}

  @OnCases(AppealReceived)
  async received(
    events: readonly EventOf<typeof AppealReceived>[],
    tx: Transaction,
    _: CommandsOf,
    caseOf: CaseWith,
  ): Promise<void> {
    await this.told.received(
      tx,
      events.flatMap((event) => newRequest(event, caseOf(event))),
    );
  }

  @OnCases(
    ...[AppealRegistered, MessageTakenUp, AnsweredAtOnce, MarkedAsSpam, MarkedAsDuplicate, DecisionTakenBack],
    ...[RegistrationCorrected, AppealWithdrawn, AppealAnswered, ConsiderationResumed, ReopeningGranted],
  )
  async changed(facts: readonly EventOf<Change>[], tx: Transaction, _: CommandsOf, caseOf: CaseWith): Promise<void> {
    await this.told.became(tx, facts.filter((fact) => isTold(caseOf(fact))).flatMap(changeOf));
  }

  /** It stays in the front-end that sent it, which its sender chose; its place is shown no more. */
  @On(ConsentWithdrawn)
  unpublished({ district, appeal }: EventOf<typeof ConsentWithdrawn>, { tx }: Reaction) {
    return this.told.unpublish(tx, district, appeal);
  }

  /** What touches an indefinite circle is linked with no request. */
  @On(PublicationProposed)
  async proposed({ district, appeal, data }: EventOf<typeof PublicationProposed>, { tx }: Reaction): Promise<void> {
    if (data.ground === 'CONSENT') await this.told.answerProposed(tx, { district, appeal }, data.publication);
  }

  @On(AnswerPublished)
  answerPublished({ district, appeal, data }: EventOf<typeof AnswerPublished>, { tx }: Reaction) {
    return this.told.answerBecame(tx, { district, appeal }, data.publication, true);
  }

  @On(AnswerUnpublished)
  answerUnpublished({ district, appeal, data }: EventOf<typeof AnswerUnpublished>, { tx }: Reaction) {
    return this.told.answerBecame(tx, { district, appeal }, data.publication, false);
  }

  @On(PersonErased)
  erased({ district, appeal }: EventOf<typeof PersonErased>, { tx }: Reaction) {
    return this.told.forget(tx, district, appeal);
  }

  @OnCases(QuestionRouted)
  async routed(
    events: readonly EventOf<typeof QuestionRouted>[],
    tx: Transaction,
    _: CommandsOf,
    caseOf: CaseWith,
  ): Promise<void> {
    const routed = events.filter((event) => isTold(caseOf(event)));
    await this.told.routed(
      tx,
      routed.map(({ district, appeal, data }) => ({ district, appeal, service: data.topic })),
    );
  }

  @OnCases(TopicCorrected)
  async corrected(
    events: readonly EventOf<typeof TopicCorrected>[],
    tx: Transaction,
    _: CommandsOf,
    caseOf: CaseWith,
  ): Promise<void> {
    for (const event of events) {
      const { district, appeal, data } = event;
      if (isTold(caseOf(event))) await this.told.corrected(tx, { district, appeal }, data);
    }
  }

  /** Its place is shown where its sender agreed to publication. */
  @On(DetailsCorrected)
  async placed({ district, appeal, data }: EventOf<typeof DetailsCorrected>, { tx }: Reaction): Promise<void> {
    const { isPlaceCorrected, settlement, point } = data;
    if (isPlaceCorrected === true) await this.told.placed(tx, { district, appeal }, compact({ settlement, point }));
  }

  @OnCases(DeadlineSet)
  async due(
    events: readonly EventOf<typeof DeadlineSet>[],
    tx: Transaction,
    _: CommandsOf,
    caseOf: CaseWith,
  ): Promise<void> {
    const ours = events.filter((event) => event.data.duty === 'ANSWER' && isTold(caseOf(event)));
    await this.told.due(
      tx,
      ours.map(({ district, appeal, data: { dueOn } }) => ({ district, appeal, dueOn })),
    );
  }
}

/** It came by Open311, or its sender agreed to publication. */
function isTold({ appeal: { received } }: Case): boolean {
  return received?.open311 !== undefined || received?.mayBePublished === true;
}

/** Of an unpublished case nothing is stored. Its questions may have been received before it. */
function newRequest({ district, appeal, data }: EventOf<typeof AppealReceived>, known: Case): readonly NewRequest[] {
  if (!isTold(known)) return [];
  const { open311, mayBePublished: isPublished = false, receivedAt: requestedAt, settlement, point } = data;
  const place = compact({ settlement, point });
  return [
    {
      district,
      appeal,
      requestedAt,
      isPublished,
      ...(isPublished && place),
      ...heardOf(known),
      ...(open311 && { account: open311.account, service: open311.service }),
    },
  ];
}

/** The first topic, and the end of the last term. */
function heardOf(known: Case): Pick<NewRequest, 'service' | 'dueOn'> {
  const questions = Object.values(known.questions);
  const service = questions.find(({ topic }) => topic !== undefined)?.topic;
  const terms = questions.flatMap(({ deadline }) => deadline?.dueOn ?? []).toSorted();
  const dueOn = terms.at(-1);
  return compact({ service, dueOn });
}

function changeOf({ id: event, version, type, district, appeal, at, data }: EventOf<Change>) {
  if (type === AppealRegistered.type && 'number' in data && data.number !== undefined)
    return [{ district, appeal, state: 'REGISTERED' as const, event, version, at, number: data.number }];
  const state = requestStateAfter(type, 'end' in data ? data.end : undefined);
  return state ? [{ district, appeal, state, event, version, at }] : [];
}
