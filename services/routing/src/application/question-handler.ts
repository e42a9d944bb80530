import { Injectable } from '@nestjs/common';
import { routingEvents } from '@otklik/contracts/routing.events';
import { EventStore, makeSealedHandle, type Handle } from '@otklik/event-store';
import { Vault } from '@otklik/vault';
import { question, type QuestionCommand } from '../domain/question.decide.js';
import { personOf, type QuestionEvent, type QuestionState } from '../domain/question.js';

/** Runs the commands of the Question stream. A command that would write about an erased person is refused. */
@Injectable()
export class QuestionHandler {
  readonly handle: Handle<QuestionState, QuestionCommand, QuestionEvent>;

  constructor(store: EventStore, vault: Vault) {
    this.handle = makeSealedHandle({
      ...{ store, vault, decider: question, streamType: 'Question', events: routingEvents.events, personOf },
      refusal: 'QUESTION_STATE_FORBIDS',
    });
  }
}
