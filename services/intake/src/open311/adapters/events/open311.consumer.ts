import {
  AnsweredAtOnce,
  AppealAnswered,
  AppealReceived,
  AppealRegistered,
  AppealWithdrawn,
  ConsentWithdrawn,
  ConsiderationResumed,
  DecisionTakenBack,
  MarkedAsDuplicate,
  MarkedAsSpam,
  MessageTakenUp,
  PersonErased,
  RegistrationCorrected,
  ReopeningGranted,
} from '@otklik/contracts/intake.events';
import { DeadlineSet, QuestionRouted } from '@otklik/contracts/routing.events';
import { EventConsumer, On, OnBatch, type EventOf, type Reaction } from '@otklik/host';
import type { Transaction } from '@otklik/tenancy';
import { ToldRequests, type NewRequest } from '../../store/told-requests.js';
import { requestStateAfter } from '../../domain/told-request.js';

type Change =
  | typeof AppealRegistered
  | (typeof MessageTakenUp | typeof AnsweredAtOnce | typeof MarkedAsSpam | typeof MarkedAsDuplicate)
  | (typeof DecisionTakenBack | typeof RegistrationCorrected | typeof AppealWithdrawn | typeof AppealAnswered)
  | (typeof ConsiderationResumed | typeof ReopeningGranted);

/** Follows what other front-ends may be told of a case. */
@EventConsumer({ name: 'intake.open311', topics: ['intake.events', 'routing.events'] })
export class Open311Consumer {
  constructor(private readonly told: ToldRequests) {}

  @OnBatch(AppealReceived)
  async received(events: readonly EventOf<typeof AppealReceived>[], tx: Transaction): Promise<void> {
    const requests = events.map(({ district, appeal, data }): NewRequest => {
      const { open311, mayBePublished: isPublished = false, receivedAt: requestedAt, settlement, point } = data;
      const place = {
        ...(settlement === undefined ? {} : { settlement }),
        ...(point === undefined ? {} : { point }),
      };
      return {
        ...{ district, appeal, requestedAt, isPublished, ...(isPublished ? place : {}) },
        ...(open311 ? { open311 } : {}),
      };
    });
    await this.told.received(tx, requests);
  }

  @OnBatch(
    ...[AppealRegistered, MessageTakenUp, AnsweredAtOnce, MarkedAsSpam, MarkedAsDuplicate, DecisionTakenBack],
    ...[RegistrationCorrected, AppealWithdrawn, AppealAnswered, ConsiderationResumed, ReopeningGranted],
  )
  async changed(facts: readonly EventOf<Change>[], tx: Transaction): Promise<void> {
    await this.told.became(tx, facts.flatMap(changeOf));
  }

  /** It stays in the front-end that sent it, which its sender chose; its place is shown no more. */
  @On(ConsentWithdrawn)
  unpublished({ district, appeal }: EventOf<typeof ConsentWithdrawn>, { tx }: Reaction) {
    return this.told.unpublish(tx, district, appeal);
  }

  @On(PersonErased)
  erased({ district, appeal }: EventOf<typeof PersonErased>, { tx }: Reaction) {
    return this.told.forget(tx, district, appeal);
  }

  @OnBatch(QuestionRouted)
  routed(events: readonly EventOf<typeof QuestionRouted>[], tx: Transaction) {
    const routed = events.map(({ district, appeal, data }) => ({ district, appeal, service: data.topic }));
    return this.told.routed(tx, routed);
  }

  @OnBatch(DeadlineSet)
  async due(events: readonly EventOf<typeof DeadlineSet>[], tx: Transaction): Promise<void> {
    const ours = events.filter(({ data }) => data.duty === 'ANSWER');
    await this.told.due(
      tx,
      ours.map(({ district, appeal, data: { dueOn } }) => ({ district, appeal, dueOn })),
    );
  }
}

function changeOf({ id: event, version, type, district, appeal, at, data }: EventOf<Change>) {
  if (type === AppealRegistered.type && 'number' in data && data.number !== undefined)
    return [{ district, appeal, state: 'REGISTERED' as const, event, version, at, number: data.number }];
  const state = requestStateAfter(type, 'end' in data ? data.end : undefined);
  return state ? [{ district, appeal, state, event, version, at }] : [];
}
