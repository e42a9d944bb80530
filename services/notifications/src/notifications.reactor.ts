import type { Case } from '@otklik/case/case';
import { CoExecutorPartDone, CoExecutorPartGiven } from '@otklik/contracts/co-executor-parts.events';
import { CoExecutorsAssigned } from '@otklik/contracts/control.events';
import { topics } from '@otklik/contracts/envelope';
import {
  AppealReceived,
  AppealWithdrawn,
  PersonErased,
  RegistrationCorrected,
  SourceRecorded,
} from '@otklik/contracts/intake.events';
import {
  DraftVoided,
  ResponseReopened,
  ResponseRevoked,
  ResponseSigned,
  RevocationCameLate,
} from '@otklik/contracts/responses.events';
import {
  AssignmentAcknowledged,
  AssignmentTakenBack,
  DeadlineMissed,
  DeadlineNear,
  DeadlineSet,
  ExecutorAssigned,
  OralAnswerRecorded,
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
import { DigestConcern } from './digests/adapters/events/digest.concern.js';
import { DutyConcern } from './digests/adapters/events/duty.concern.js';
import { MailConcern } from './letters/adapters/events/mail.concern.js';
import { NetworksConcern } from './networks/adapters/events/networks.concern.js';
import { IntakeConcern } from './notice/adapters/events/intake.concern.js';
import { ResponsesConcern } from './notice/adapters/events/responses.concern.js';
import { RoutingConcern } from './notice/adapters/events/routing.concern.js';
import { SubscriptionConcern } from './subscriptions/adapters/events/subscription.concern.js';
import { WebhookConcern } from './webhooks/adapters/events/webhook.concern.js';

/**
 * What letters say of a question. Nothing of it is personal but the sealed texts of parts and answers and the sealed name of a body, which
 * an erasure leaves unreadable.
 */
const known = caseFold(
  [
    ...(['question.topic', 'question.department', 'question.executor', 'question.assigned'] as const),
    ...(['question.deadline', 'question.coParts', 'question.warnings', 'question.reopened'] as const),
    // What the body that sent it on is informed of.
    ...(['appeal.received.receivedFrom', 'appeal.received.receivedFromBody'] as const),
    ...(['appeal.bodyRecordedIn', 'appeal.correction'] as const),
    ...(['question.answeredOn', 'question.endedOn', 'question.told', 'response.answers'] as const),
  ],
  [
    ...[QuestionOpened, QuestionRouted, ExecutorAssigned, QuestionReturned, QuestionTakenBack, QuestionReopened],
    ...[QuestionRestored, QuestionAnswered, QuestionClosed, QuestionEnded, DeadlineSet, DeadlineNear, DeadlineMissed],
    ...[AssignmentAcknowledged, AssignmentTakenBack],
    ...[AppealReceived, SourceRecorded, AppealWithdrawn, RegistrationCorrected, PersonErased, OralAnswerRecorded],
    ...[ResponseSigned, ResponseRevoked, RevocationCameLate, DraftVoided, ResponseReopened],
    ...[CoExecutorsAssigned, CoExecutorPartGiven, CoExecutorPartDone],
  ],
);

/** All that notifications hears. What waits in one concern of an appeal waits in no other. */
@CaseReactor()
export class NotificationsReactor {
  readonly consumer: Consumer;

  constructor(
    intake: IntakeConcern,
    routing: RoutingConcern,
    responses: ResponsesConcern,
    mail: MailConcern,
    networks: NetworksConcern,
    digest: DigestConcern,
    duty: DutyConcern,
    subscriptions: SubscriptionConcern,
    webhooks: WebhookConcern,
    clock: Clock,
    logger: Logger,
  ) {
    const concerns = [intake, routing, responses, mail, networks, digest, duty, subscriptions, webhooks];
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
