import { Injectable } from '@nestjs/common';
import { routingEvents } from '@otklik/contracts/routing.events';
import { EventStore, makeHandle, type Handle } from '@otklik/event-store';
import { sealOrRefuse, Vault } from '@otklik/vault';
import { question, type QuestionCommand } from '../domain/question.decide.js';
import { personOf, type QuestionEvent, type QuestionState } from '../domain/question.js';

/** Runs the commands of the Question stream. A command that would write about an erased person is refused. */
@Injectable()
export class QuestionHandler {
  readonly handle: Handle<QuestionState, QuestionCommand, QuestionEvent>;

  constructor(store: EventStore, vault: Vault) {
    this.handle = makeHandle<QuestionState, QuestionCommand, QuestionEvent>({
      store,
      decider: question,
      streamType: 'Question',
      events: routingEvents.events,
      sealing: {
        personOf,
        seal: sealOrRefuse(vault, 'QUESTION_STATE_FORBIDS'),
      },
    });
  }
}
