import { CaseReactor, onlyVersions, toConcern } from '@otklik/host';
import { Clock } from '@otklik/kernel';
import { reactor, type Consumer } from '@otklik/messaging';
import { Logger } from '@otklik/observability';
import { IntakeConcern } from './intake.concern.js';
import { LearningConcern } from './learning.concern.js';
import { NotificationsConcern } from './notifications.concern.js';
import { ResponsesConcern } from './responses.concern.js';
import { TermsConcern } from './terms.concern.js';

/**
 * All that routing hears, but what goes back to another district: that is recorded in a transaction of that district, which
 * would wait for this one where both write to one question.
 */
@CaseReactor()
export class RoutingReactor {
  readonly consumer: Consumer;

  constructor(
    intake: IntakeConcern,
    notifications: NotificationsConcern,
    responses: ResponsesConcern,
    terms: TermsConcern,
    learning: LearningConcern,
    clock: Clock,
    logger: Logger,
  ) {
    this.consumer = reactor<Record<string, never>, never>({
      name: 'routing.case',
      topics: ['intake.events', 'routing.events', 'responses.events', 'notifications.events'],
      state: onlyVersions,
      handlers: [intake, notifications, responses, terms, learning].map((one) => toConcern(one, clock)),
      now: () => clock.now(),
      logger,
    });
  }
}
