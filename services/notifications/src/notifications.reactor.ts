import type { Case } from '@otklik/case/case';
import { topics } from '@otklik/contracts/envelope';
import {
  DeadlineSet,
  ExecutorAssigned,
  QuestionAnswered,
  QuestionClosed,
  QuestionEnded,
  QuestionOpened,
  QuestionReopened,
  QuestionRestored,
  QuestionReturned,
  QuestionRouted,
  QuestionTakenBack,
} from '@otklik/contracts/routing.events';
import { CaseReactor, caseFold, toConcern } from '@otklik/host';
import { Clock } from '@otklik/kernel';
import { reactor, type Consumer } from '@otklik/messaging';
import { Logger } from '@otklik/observability';
import { DigestConsumer } from './digests/adapters/events/digest.consumer.js';
import { MailConsumer } from './letters/adapters/events/mail.consumer.js';
import { NetworksConsumer } from './networks/adapters/events/networks.consumer.js';
import { IntakeConsumer } from './notice/adapters/events/intake.consumer.js';
import { ResponsesConsumer } from './notice/adapters/events/responses.consumer.js';
import { RoutingConsumer } from './notice/adapters/events/routing.consumer.js';
import { WebhookConsumer } from './webhooks/adapters/events/webhook.consumer.js';

/** What letters say of a question. Nothing of it is personal, so an erasure leaves it. */
const known = caseFold(
  ['question.topic', 'question.department', 'question.executor', 'question.deadline'],
  [
    ...[QuestionOpened, QuestionRouted, ExecutorAssigned, QuestionReturned, QuestionTakenBack, QuestionReopened],
    ...[QuestionRestored, QuestionAnswered, QuestionClosed, QuestionEnded, DeadlineSet],
  ],
);

/** All that notifications hears. What waits in one concern of an appeal waits in no other. */
@CaseReactor()
export class NotificationsReactor {
  readonly consumer: Consumer;

  constructor(
    intake: IntakeConsumer,
    routing: RoutingConsumer,
    responses: ResponsesConsumer,
    mail: MailConsumer,
    networks: NetworksConsumer,
    digest: DigestConsumer,
    webhooks: WebhookConsumer,
    clock: Clock,
    logger: Logger,
  ) {
    const concerns = [intake, routing, responses, mail, networks, digest, webhooks];
    this.consumer = reactor<Case, never>({
      name: 'notifications.case',
      topics,
      state: known,
      handlers: concerns.map((one) => toConcern(one, clock)),
      now: () => clock.now(),
      logger,
    });
  }
}
