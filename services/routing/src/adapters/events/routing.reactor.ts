import { CaseReactor, onlyVersions, toConcern } from '@otklik/host';
import { Clock } from '@otklik/kernel';
import { reactor, type Consumer } from '@otklik/messaging';
import { Logger } from '@otklik/observability';
import { IntakeConsumer } from './intake.consumer.js';
import { NotificationsConsumer } from './notifications.consumer.js';
import { ResponsesConsumer } from './responses.consumer.js';
import { TermsConsumer } from './terms.consumer.js';

/**
 * All that routing hears, but what goes back to another district: that is recorded in a transaction of that district, which
 * would wait for this one where both write to one question.
 */
@CaseReactor()
export class RoutingReactor {
  readonly consumer: Consumer;

  constructor(
    intake: IntakeConsumer,
    notifications: NotificationsConsumer,
    responses: ResponsesConsumer,
    terms: TermsConsumer,
    clock: Clock,
    logger: Logger,
  ) {
    this.consumer = reactor<Record<string, never>, never>({
      name: 'routing.case',
      topics: ['intake.events', 'routing.events', 'responses.events', 'notifications.events'],
      state: onlyVersions,
      handlers: [intake, notifications, responses, terms].map((one) => toConcern(one, clock)),
      now: () => clock.now(),
      logger,
    });
  }
}
