import { Module } from '@nestjs/common';
import { notificationsEvents } from '@otklik/contracts/notifications.events';
import { publisher } from '@otklik/contracts/publisher';
import { DATA_FOLDER, ENVIRONMENT, type ServiceDefinition } from '@otklik/host';
import { Mailer, Outbox } from '@otklik/kernel';
import { emlOutbox, openMailer, outboxFolder } from '@otklik/host/mail';
import { LetterWatcher } from './adapters/clock/letter-watcher.js';
import { IntakeConsumer } from './adapters/events/intake.consumer.js';
import { ResponsesConsumer } from './adapters/events/responses.consumer.js';
import { RoutingConsumer } from './adapters/events/routing.consumer.js';
import { LetterResolver } from './adapters/graphql/letter.resolver.js';
import { NoticeResolver } from './adapters/graphql/notice.resolver.js';
import { PostgresAnswerTemplates } from './adapters/postgres/postgres-answer-templates.js';
import { PostgresApplicants } from './adapters/postgres/postgres-applicants.js';
import { PostgresDeliveries } from './adapters/postgres/postgres-deliveries.js';
import { PostgresLinkLetters } from './adapters/postgres/postgres-link-letters.js';
import { PostgresQuestions } from './adapters/postgres/postgres-questions.js';
import { AnswerTemplates } from './application/answer-templates.js';
import { Applicants } from './application/applicants.js';
import { ReadCorrespondence } from './application/correspondence.js';
import { Deliveries } from './application/deliveries.js';
import { EditAnswerTemplates } from './application/edit-answer-templates.js';
import { FollowQuestion } from './application/follow-question.js';
import { LinkLetters } from './application/link-letters.js';
import { NoticeHandler } from './application/notice-handler.js';
import { OfferTemplates } from './application/offer-templates.js';
import { PreviewLetter } from './application/preview-letter.js';
import { Questions } from './application/questions.js';
import { ReachApplicant } from './application/reach-applicant.js';
import { RecordCall } from './application/record-call.js';
import { LetterSettings, RETRY_FOR_A_DAY, SendLetter } from './application/send-letter.js';
import { SendLinkLetter } from './application/send-link-letter.js';
import { notificationsConfig, type NotificationsConfig } from './config.js';
import { migrations } from './migrations.js';

const CONFIG = Symbol('NotificationsConfig');

@Module({
  providers: [
    NoticeResolver,
    LetterResolver,
    IntakeConsumer,
    RoutingConsumer,
    ResponsesConsumer,
    LetterWatcher,
    ReachApplicant,
    RecordCall,
    SendLetter,
    SendLinkLetter,
    NoticeHandler,
    FollowQuestion,
    ReadCorrespondence,
    PreviewLetter,
    OfferTemplates,
    EditAnswerTemplates,
    { provide: Questions, useClass: PostgresQuestions },
    { provide: AnswerTemplates, useClass: PostgresAnswerTemplates },
    { provide: Applicants, useClass: PostgresApplicants },
    { provide: LinkLetters, useClass: PostgresLinkLetters },
    { provide: Deliveries, useClass: PostgresDeliveries },
    { provide: CONFIG, useFactory: notificationsConfig, inject: [ENVIRONMENT] },
    { provide: LetterSettings, useFactory: letterSettings, inject: [CONFIG] },
    { provide: Mailer, useFactory: openMailer, inject: [CONFIG, DATA_FOLDER] },
    { provide: Outbox, useFactory: (dataDir: string) => emlOutbox(outboxFolder(dataDir)), inject: [DATA_FOLDER] },
  ],
})
class NotificationsModule {}

export const notificationsService: ServiceDefinition = {
  name: 'notifications',
  module: NotificationsModule,
  migrations,
  publish: publisher(notificationsEvents),
};

function letterSettings({ mailFrom, language, publicUrl }: NotificationsConfig): LetterSettings {
  return { domain: mailFrom.slice(mailFrom.indexOf('@') + 1), language, publicUrl, pace: RETRY_FOR_A_DAY };
}
