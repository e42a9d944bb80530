import { routingEvents } from '@otklik/contracts/routing.events';
import { makeHandle, type EventStore, type Handle } from '@otklik/event-store';
import type { Directory } from '@otklik/tenancy';
import { sealOrRefuse, type Vault } from '@otklik/vault';
import { question, type QuestionCommand } from '../domain/question.decide.js';
import { personOf, type QuestionEvent, type QuestionState } from '../domain/question.js';
import type { DistrictRoutes } from './district-routes.js';

export type HandleQuestion = Handle<QuestionState, QuestionCommand, QuestionEvent>;

/** What the adapters of this service work with. */
export interface RoutingParts {
  readonly handle: HandleQuestion;
  readonly directory: Directory;
  readonly vault: Vault;
  readonly routes: DistrictRoutes;
  /** Server clock, ISO 8601 UTC. */
  readonly now: () => string;
  readonly secret: (purpose: string) => Buffer;
}

/** Whose data was erased, about him nothing more is written: an act that would is refused. */
export function handleQuestion(store: EventStore, vault: Vault): HandleQuestion {
  return makeHandle<QuestionState, QuestionCommand, QuestionEvent>({
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
