import { PersonErased } from '@otklik/contracts/intake.events';
import {
  AnswerPublished,
  AnswerUnpublished,
  PublicationDropped,
  PublicationProposed,
} from '@otklik/contracts/responses.events';
import { Concern, On, type EventOf, type Reaction } from '@otklik/host';
import { PublishedAnswers } from '../../store/published-answers.js';

/** Keeps what letters to subscribers say of published answers. */
@Concern('notifications.subscriptions', { PersonErased: 'NOW' })
export class SubscriptionConcern {
  constructor(private readonly answers: PublishedAnswers) {}

  @On(PublicationProposed)
  proposed({ district, appeal, data }: EventOf<typeof PublicationProposed>, { tx }: Reaction) {
    const { publication, question, title } = data;
    return this.answers.prepared(tx, { district, publication, appeal, question, title });
  }

  @On(AnswerPublished)
  published({ district, data: { publication }, at }: EventOf<typeof AnswerPublished>, { tx }: Reaction) {
    return this.answers.released(tx, { district, publication }, at);
  }

  @On(AnswerUnpublished, PublicationDropped)
  unpublished(
    { district, data: { publication } }: EventOf<typeof AnswerUnpublished | typeof PublicationDropped>,
    { tx }: Reaction,
  ) {
    return this.answers.ended(tx, { district, publication });
  }

  @On(PersonErased)
  erased({ district, appeal }: EventOf<typeof PersonErased>, { tx }: Reaction) {
    return this.answers.erased(tx, district, appeal);
  }
}
