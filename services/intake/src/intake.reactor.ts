import type { Case } from '@otklik/case/case';
import { AppealReceived } from '@otklik/contracts/intake.events';
import { DeadlineSet, QuestionOpened, QuestionRouted } from '@otklik/contracts/routing.events';
import { CaseReactor, caseFold, toConcern } from '@otklik/host';
import { Clock } from '@otklik/kernel';
import { reactor, type Consumer } from '@otklik/messaging';
import { Logger } from '@otklik/observability';
import { DuplicatesConcern } from './appeal/adapters/events/duplicates.concern.js';
import { IntakeConcern } from './appeal/adapters/events/intake.concern.js';
import { ResponsesConcern } from './appeal/adapters/events/responses.concern.js';
import { RoutingConcern } from './appeal/adapters/events/routing.concern.js';
import { TermsConcern } from './appeal/adapters/events/terms.concern.js';
import { Open311Concern } from './open311/adapters/events/open311.concern.js';
import { PromisesConcern } from './retention/adapters/events/promises.concern.js';
import { RetentionConcern } from './retention/adapters/events/retention.concern.js';

/** Published facts of a case for other front-ends. They hold no personal data, so an erasure leaves them. */
const known = caseFold(
  ['appeal.received.open311', 'appeal.received.mayBePublished', 'question.topic', 'question.deadline'],
  [AppealReceived, QuestionOpened, QuestionRouted, DeadlineSet],
);

/**
 * All that intake hears of cases. Deliveries of networks are of no case, and what comes from another district is received in a
 * transaction of this one: both have consumers.
 */
@CaseReactor()
export class IntakeReactor {
  readonly consumer: Consumer;

  constructor(
    routing: RoutingConcern,
    responses: ResponsesConcern,
    duplicates: DuplicatesConcern,
    retention: RetentionConcern,
    promises: PromisesConcern,
    terms: TermsConcern,
    open311: Open311Concern,
    registration: IntakeConcern,
    clock: Clock,
    logger: Logger,
  ) {
    // The lock of a series of numbers is the last that a batch takes.
    const concerns = [routing, responses, duplicates, retention, promises, terms, open311, registration];
    this.consumer = reactor<Case, never>({
      name: 'intake.case',
      topics: ['intake.events', 'routing.events', 'responses.events'],
      state: known,
      handlers: concerns.map((one) => toConcern(one, clock)),
      now: () => clock.now(),
      logger,
    });
  }
}
