import { Module } from '@nestjs/common';
import { notificationsEvents } from '@otklik/contracts/notifications.events';
import { publisher } from '@otklik/contracts/publisher';
import { DATA_FOLDER, ENVIRONMENT, polled, type ServiceDefinition } from '@otklik/host';
import { Mailer, Outbox } from '@otklik/kernel';
import { Secrets } from '@otklik/vault';
import { emlOutbox, openMailer, outboxFolder } from '@otklik/host/mail';
import { DigestConsumer } from './digests/adapters/events/digest.consumer.js';
import { IntakeConsumer } from './notice/adapters/events/intake.consumer.js';
import { MailConsumer } from './letters/adapters/events/mail.consumer.js';
import { ResponsesConsumer } from './notice/adapters/events/responses.consumer.js';
import { RoutingConsumer } from './notice/adapters/events/routing.consumer.js';
import { WebhookConsumer } from './webhooks/adapters/events/webhook.consumer.js';
import { LetterResolver } from './letters/adapters/graphql/letter.resolver.js';
import { NoticeResolver } from './notice/adapters/graphql/notice.resolver.js';
import { WebhookResolver } from './webhooks/adapters/graphql/webhook.resolver.js';
import { bodyProviders } from './bodies/adapters/body-providers.js';
import { networkProviders } from './networks/adapters/network-providers.js';
import { AllowedBodyOrigins } from './bodies/adapters/directory-body-servers.js';
import { AllowedOrigins, OutsideWebhookSender } from './webhooks/adapters/http/outside-webhook-sender.js';
import { NetworkSurroundings } from './networks/adapters/district-channels.js';
import { BOUNCE_PORT, BounceReceiver } from './letters/adapters/mail/bounce-receiver.js';
import { PostgresAnswerTemplates } from './letters/adapters/postgres/postgres-answer-templates.js';
import { PostgresApplicants } from './notice/adapters/postgres/postgres-applicants.js';
import { PostgresDeliveries } from './notice/adapters/postgres/postgres-deliveries.js';
import { PostgresDigests, PostgresWatchedQuestions } from './digests/adapters/postgres/postgres-digests.js';
import { PostgresDuplicates } from './notice/adapters/postgres/postgres-duplicates.js';
import { HeldResolver } from './notice/adapters/graphql/held.resolver.js';
import { PostgresHeldDeliveries } from './notice/adapters/postgres/postgres-held-deliveries.js';
import { PostgresAlarms } from './digests/adapters/postgres/postgres-alarms.js';
import { PostgresLinkLetters } from './letters/adapters/postgres/postgres-link-letters.js';
import { PostgresMailSources } from './letters/adapters/postgres/postgres-mail-sources.js';
import { PostgresOutgoingNumbers } from './notice/adapters/postgres/postgres-outgoing-numbers.js';
import { PostgresQuestions } from './notice/adapters/postgres/postgres-questions.js';
import { PostgresVerdicts } from './notice/adapters/postgres/postgres-verdicts.js';
import { PostgresWebhookQueue } from './webhooks/adapters/postgres/postgres-webhook-queue.js';
import { PostgresWebhooks } from './webhooks/adapters/postgres/postgres-webhooks.js';
import { AnswerDuplicates } from './notice/application/answer-duplicates.js';
import { AnswerTemplates } from './letters/application/answer-templates.js';
import { Applicants } from './notice/application/applicants.js';
import { ReadCorrespondence } from './letters/application/correspondence.js';
import { Deliveries } from './notice/application/deliveries.js';
import { Digests, WatchedQuestions } from './digests/application/digests.js';
import { Duplicates } from './notice/application/duplicates.js';
import { EditAnswerTemplates } from './letters/application/edit-answer-templates.js';
import { EndNotices } from './notice/application/end-notices.js';
import { FollowQuestion } from './notice/application/follow-question.js';
import { Alarms } from './digests/application/alarms.js';
import { HeldAfterRestore } from './notice/application/held-after-restore.js';
import { HeldDeliveries } from './notice/application/held-deliveries.js';
import { SettleHeld } from './notice/application/settle-held.js';
import { LinkLetters } from './letters/application/link-letters.js';
import { MailSources } from './letters/application/mail-sources.js';
import { SendToNetworks } from './networks/application/send-to-networks.js';
import { NoticeHandler } from './notice/application/notice-handler.js';
import { OfferTemplates } from './letters/application/offer-templates.js';
import { OpenLetter } from './letters/application/open-letter.js';
import { OutgoingNumbers } from './notice/application/outgoing-numbers.js';
import { PreviewLetter } from './letters/application/preview-letter.js';
import { Questions } from './notice/application/questions.js';
import { ProposeNumber } from './notice/application/propose-number.js';
import { OpenedNotices } from './notice/application/opened-notices.js';
import { ReachApplicant } from './notice/application/reach-applicant.js';
import { RecordBounce } from './letters/application/record-bounce.js';
import { ReplyAddresses } from './letters/application/reply-address.js';
import { ReturnPath } from './letters/application/return-path.js';
import { PrintLetter } from './letters/application/print-letter.js';
import { RecordByOfficial } from './notice/application/record-by-official.js';
import { SendAnswer } from './notice/application/send-answer.js';
import { LetterSettings, RETRY_FOR_A_DAY, SendLetter } from './letters/application/send-letter.js';
import { RaiseAlarm } from './digests/application/raise-alarm.js';
import { SendAlarms } from './digests/application/send-alarms.js';
import { SendDigests } from './digests/application/send-digests.js';
import { SendDueLetters } from './letters/application/send-due-letters.js';
import { SendLinkLetter } from './letters/application/send-link-letter.js';
import { Verdicts } from './notice/application/verdicts.js';
import { notificationsConfig, type NotificationsConfig } from './config.js';
import { WatchQuestion } from './digests/application/watch-question.js';
import { TellEnd } from './notice/application/tell-end.js';
import { WriteToBodies } from './bodies/application/write-to-bodies.js';
import { AdministerWebhooks } from './webhooks/application/administer-webhooks.js';
import { SendToWebhooks } from './webhooks/application/send-to-webhooks.js';
import { SweepWebhooks } from './webhooks/application/sweep-webhooks.js';
import { TellWebhooks } from './webhooks/application/tell-webhooks.js';
import { WebhookQueue } from './webhooks/application/webhook-queue.js';
import { WebhookSender } from './webhooks/application/webhook-sender.js';
import { Webhooks } from './webhooks/application/webhooks.js';
import { migrations } from './migrations.js';

export { HeldAfterRestore, RecordBounce, ReturnPath, SendDueLetters, SendToNetworks };

const CONFIG = Symbol('NotificationsConfig');

/** An attempt that takes longer is abandoned at the stop; it is retried when its lease expires. */
const STOP_TIMEOUT_MS = 5_000;

const sendingLetters = polled({
  by: SendDueLetters,
  work: (letters) => letters.sendDue(),
  failed: 'sending letters failed and will be retried',
  patienceMs: STOP_TIMEOUT_MS,
  stopped: (letters) => letters.close(),
});

/** The morning of a district is hours long. */
const DIGESTS_IDLE_MS = 30_000;

const sendingDigests = polled({
  by: SendDigests,
  work: (digests) => digests.sendDue(),
  failed: 'sending morning letters failed and will be retried',
  idleMs: DIGESTS_IDLE_MS,
  patienceMs: STOP_TIMEOUT_MS,
});

const ALARMS_IDLE_MS = 1_000;

const sendingAlarms = polled({
  by: SendAlarms,
  work: (alarms) => alarms.sendDue(),
  failed: 'sending letters about danger to life failed and will be retried',
  idleMs: ALARMS_IDLE_MS,
  patienceMs: STOP_TIMEOUT_MS,
});

const sendingToWebhooks = polled({
  by: SendToWebhooks,
  work: (webhooks) => webhooks.sendDue(),
  failed: 'telling webhooks failed and will be retried',
  patienceMs: STOP_TIMEOUT_MS,
  stopped: (webhooks) => webhooks.close(),
});

const SWEEP_IDLE_MS = 3_600_000;

const sweepingWebhooks = polled({
  by: SweepWebhooks,
  work: (webhooks) => webhooks.sweep(),
  failed: 'sweeping what webhooks were told failed and will be retried',
  idleMs: SWEEP_IDLE_MS,
  patienceMs: STOP_TIMEOUT_MS,
});

@Module({
  providers: [
    NoticeResolver,
    LetterResolver,
    IntakeConsumer,
    MailConsumer,
    RoutingConsumer,
    ResponsesConsumer,
    DigestConsumer,
    WebhookConsumer,
    WebhookResolver,
    AdministerWebhooks,
    TellWebhooks,
    sendingToWebhooks,
    SendToWebhooks,
    sweepingWebhooks,
    SweepWebhooks,
    ...networkProviders,
    ...bodyProviders,
    sendingLetters,
    sendingDigests,
    sendingAlarms,
    SendDigests,
    WatchQuestion,
    SendDueLetters,
    OpenedNotices,
    ReachApplicant,
    TellEnd,
    WriteToBodies,
    EndNotices,
    SendAnswer,
    AnswerDuplicates,
    RecordByOfficial,
    PrintLetter,
    ProposeNumber,
    OpenLetter,
    SendLetter,
    SendLinkLetter,
    HeldAfterRestore,
    SettleHeld,
    HeldResolver,
    RaiseAlarm,
    SendAlarms,
    RecordBounce,
    BounceReceiver,
    NoticeHandler,
    FollowQuestion,
    ReadCorrespondence,
    PreviewLetter,
    OfferTemplates,
    EditAnswerTemplates,
    { provide: Verdicts, useClass: PostgresVerdicts },
    { provide: Digests, useClass: PostgresDigests },
    { provide: WatchedQuestions, useClass: PostgresWatchedQuestions },
    { provide: Questions, useClass: PostgresQuestions },
    { provide: AnswerTemplates, useClass: PostgresAnswerTemplates },
    { provide: Applicants, useClass: PostgresApplicants },
    { provide: Duplicates, useClass: PostgresDuplicates },
    { provide: MailSources, useClass: PostgresMailSources },
    { provide: Alarms, useClass: PostgresAlarms },
    { provide: LinkLetters, useClass: PostgresLinkLetters },
    { provide: OutgoingNumbers, useClass: PostgresOutgoingNumbers },
    { provide: HeldDeliveries, useClass: PostgresHeldDeliveries },
    { provide: Deliveries, useClass: PostgresDeliveries },
    { provide: Webhooks, useClass: PostgresWebhooks },
    { provide: WebhookQueue, useClass: PostgresWebhookQueue },
    { provide: WebhookSender, useClass: OutsideWebhookSender },
    {
      provide: AllowedOrigins,
      useFactory: ({ webhookOrigins: origins }: NotificationsConfig) => ({ origins }),
      inject: [CONFIG],
    },
    {
      provide: AllowedBodyOrigins,
      useFactory: ({ bodyOrigins: origins }: NotificationsConfig) => ({ origins }),
      inject: [CONFIG],
    },
    { provide: CONFIG, useFactory: notificationsConfig, inject: [ENVIRONMENT] },
    { provide: ReturnPath, useFactory: returnPath, inject: [CONFIG, Secrets] },
    { provide: BOUNCE_PORT, useFactory: ({ bouncePort }: NotificationsConfig) => bouncePort, inject: [CONFIG] },
    { provide: LetterSettings, useFactory: letterSettings, inject: [CONFIG, ReturnPath, Secrets] },
    { provide: NetworkSurroundings, useFactory: surroundings, inject: [CONFIG] },
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
  operations: HeldAfterRestore,
};

function surroundings({ publicUrl, networkApis: apis }: NotificationsConfig): NetworkSurroundings {
  return { publicUrl, apis };
}

function returnPath({ mailFrom }: NotificationsConfig, secrets: Secrets): ReturnPath {
  return new ReturnPath(mailFrom, secrets.of('return-path'));
}

function letterSettings(config: NotificationsConfig, paths: ReturnPath, secrets: Secrets): LetterSettings {
  const { mailFrom, language, publicUrl, bouncePort } = config;
  const returning = bouncePort > 0 ? { returnPath: paths } : {};
  return {
    domain: mailFrom.slice(mailFrom.indexOf('@') + 1),
    language,
    publicUrl,
    pace: RETRY_FOR_A_DAY,
    replies: new ReplyAddresses(secrets.of('reply-address')),
    ...returning,
  };
}
