import type { Case } from '@otklik/case/case';
import { AppealReceived } from '@otklik/contracts/intake.events';
import { DeadlineSet, QuestionOpened, QuestionRouted } from '@otklik/contracts/routing.events';
import { CaseReactor, caseFold, toConcern } from '@otklik/host';
import { Clock } from '@otklik/kernel';
import { reactor, type Consumer } from '@otklik/messaging';
import { Logger } from '@otklik/observability';
import { DuplicatesConsumer } from './appeal/adapters/events/duplicates.consumer.js';
import { IntakeConsumer } from './appeal/adapters/events/intake.consumer.js';
import { ResponsesConsumer } from './appeal/adapters/events/responses.consumer.js';
import { RoutingConsumer } from './appeal/adapters/events/routing.consumer.js';
import { TermsConsumer } from './appeal/adapters/events/terms.consumer.js';
import { Open311Consumer } from './open311/adapters/events/open311.consumer.js';
import { PromisesConsumer } from './retention/adapters/events/promises.consumer.js';
import { RetentionConsumer } from './retention/adapters/events/retention.consumer.js';

/** What other front-ends are told of a case beside its own facts. Nothing of it is personal, so an erasure leaves it. */
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
    routing: RoutingConsumer,
    responses: ResponsesConsumer,
    duplicates: DuplicatesConsumer,
    retention: RetentionConsumer,
    promises: PromisesConsumer,
    terms: TermsConsumer,
    open311: Open311Consumer,
    registration: IntakeConsumer,
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
