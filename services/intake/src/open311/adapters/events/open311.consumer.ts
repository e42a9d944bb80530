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
import { EventConsumer, On, type EventOf, type Reaction } from '@otklik/host';
import { ToldRequests } from '../../store/told-requests.js';
import { requestStateAfter } from '../../domain/told-request.js';

type Change =
  | (typeof MessageTakenUp | typeof AnsweredAtOnce | typeof MarkedAsSpam | typeof MarkedAsDuplicate)
  | (typeof DecisionTakenBack | typeof RegistrationCorrected | typeof AppealWithdrawn | typeof AppealAnswered)
  | (typeof ConsiderationResumed | typeof ReopeningGranted);

/** Follows what other front-ends may be told of a case. */
@EventConsumer({ name: 'intake.open311', topics: ['intake.events', 'routing.events'] })
export class Open311Consumer {
  constructor(private readonly told: ToldRequests) {}

  @On(AppealReceived)
  async received({ district, appeal, data }: EventOf<typeof AppealReceived>, { tx }: Reaction): Promise<void> {
    const { open311, mayBePublished: isPublished = false, receivedAt: requestedAt, settlement, point } = data;
    const place = {
      ...(settlement === undefined ? {} : { settlement }),
      ...(point === undefined ? {} : { point }),
    };
    await this.told.received(tx, {
      ...{ district, appeal, requestedAt, isPublished, ...(isPublished ? place : {}) },
      ...(open311 ? { open311 } : {}),
    });
  }

  @On(AppealRegistered)
  registered({ id: event, version, district, appeal, at, data }: EventOf<typeof AppealRegistered>, { tx }: Reaction) {
    return this.told.became(tx, district, appeal, { state: 'REGISTERED', event, version, at, number: data.number });
  }

  @On(
    ...[MessageTakenUp, AnsweredAtOnce, MarkedAsSpam, MarkedAsDuplicate, DecisionTakenBack],
    ...[RegistrationCorrected, AppealWithdrawn, AppealAnswered, ConsiderationResumed, ReopeningGranted],
  )
  async changed(fact: EventOf<Change>, { tx }: Reaction): Promise<void> {
    const { id: event, version, type, district, appeal, at, data } = fact;
    const state = requestStateAfter(type, 'end' in data ? data.end : undefined);
    if (state) await this.told.became(tx, district, appeal, { state, event, version, at });
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

  @On(QuestionRouted)
  routed({ district, appeal, data }: EventOf<typeof QuestionRouted>, { tx }: Reaction) {
    return this.told.routed(tx, district, appeal, data.topic);
  }

  @On(DeadlineSet)
  async due({ district, appeal, data }: EventOf<typeof DeadlineSet>, { tx }: Reaction): Promise<void> {
    if (data.duty === 'ANSWER') await this.told.due(tx, district, appeal, data.dueOn);
  }
}
