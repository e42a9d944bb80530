import { Module } from '@nestjs/common';
import { intakeEvents } from '@otklik/contracts/intake.events';
import { publisher } from '@otklik/contracts/publisher';
import { evidenceChain, logMigrations } from '@otklik/event-store';
import {
  ENVIRONMENT,
  polled,
  RETENTION_INTERVAL_MS,
  termTimers,
  TermTimers,
  TermWarner,
  WatchTerms,
  type ServiceDefinition,
} from '@otklik/host';
import { Clock } from '@otklik/kernel';
import { consumerMigrations } from '@otklik/messaging';
import { Logger } from '@otklik/observability';
import { Database } from '@otklik/tenancy';
import { Sweeper } from './files/adapters/clock/sweeper.js';
import { DuplicatesConsumer } from './appeal/adapters/events/duplicates.consumer.js';
import { HandoversConsumer } from './appeal/adapters/events/handovers.consumer.js';
import { IntakeConsumer } from './appeal/adapters/events/intake.consumer.js';
import { ResponsesConsumer } from './appeal/adapters/events/responses.consumer.js';
import { RoutingConsumer } from './appeal/adapters/events/routing.consumer.js';
import { networkProviders } from './networks/adapters/network-providers.js';
import { open311Providers } from './open311/adapters/open311-providers.js';
import { PromisesConsumer } from './retention/adapters/events/promises.consumer.js';
import { RetentionConsumer } from './retention/adapters/events/retention.consumer.js';
import { TermsConsumer } from './appeal/adapters/events/terms.consumer.js';
import { FileOpeningsResolver } from './files/adapters/graphql/file-openings.resolver.js';
import { LookAgainResolver } from './appeal/adapters/graphql/look-again.resolver.js';
import { ModerationResolver } from './appeal/adapters/graphql/moderation.resolver.js';
import { Receipts } from './appeal/adapters/graphql/receipts.js';
import { RecoveryResolver } from './appeal/adapters/graphql/recovery.resolver.js';
import { ResidentResolver } from './appeal/adapters/graphql/resident.resolver.js';
import { SubmissionResolver } from './appeal/adapters/graphql/submission.resolver.js';
import { ClaimFiles } from './files/application/claim-files.js';
import { FileReaders } from './files/application/file-readers.js';
import { FileRoutes } from './files/adapters/http/files.routes.js';
import { IntakeRoutes } from './appeal/adapters/http/intake.routes.js';
import { appealInitialRows, initialRowsOfAppeal } from './appeal/adapters/postgres/appeal-initial-rows.js';
import { intakeMigrations } from './migrations.js';
import { openLinkAttempts } from './appeal/adapters/postgres/link-attempts.js';
import { postgresBlobStore } from './files/adapters/postgres/postgres-blob-store.js';
import { PostgresAnswerFiles } from './files/adapters/postgres/postgres-answer-files.js';
import { PostgresAppealQuestions } from './appeal/adapters/postgres/postgres-appeal-questions.js';
import { PostgresDuplicates } from './appeal/adapters/postgres/postgres-duplicates.js';
import { PostgresFileOpenings } from './files/adapters/postgres/postgres-file-openings.js';
import { PostgresFollowUpCodes } from './appeal/adapters/postgres/postgres-follow-up-codes.js';
import { PostgresFollowUpLinks } from './appeal/adapters/postgres/postgres-follow-up-links.js';
import { PostgresNumberSeries } from './appeal/adapters/postgres/postgres-number-series.js';
import { PostgresRetentionIndex } from './retention/adapters/postgres/postgres-retention-index.js';
import { PostgresUploadedFiles } from './files/adapters/postgres/postgres-uploaded-files.js';
import { clamdScanner } from './files/adapters/clamd/clamd-scanner.js';
import { letterWords } from './mail/adapters/letter-words.js';
import { MAILBOX_PACE, MailboxReaders } from './mail/adapters/mailbox-readers.js';
import { MINUTELY } from './mail/adapters/mailbox-reader.js';
import { mailparserReader } from './mail/adapters/mailparser-reader.js';
import { MailReceiver } from './mail/adapters/mail-receiver.js';
import { fileCheck } from './mail/adapters/uploads-of-letters.js';
import { PostgresMails } from './mail/adapters/postgres/postgres-mails.js';
import { PostgresMailboxCursors } from './mail/adapters/postgres/postgres-mailbox-cursors.js';
import { bucketBlobStore } from './files/adapters/s3/bucket-blob-store.js';
import { openBucket } from './files/adapters/s3/bucket.js';
import { AppealHandler } from './appeal/application/appeal-handler.js';
import { BlobStore } from './files/application/blob-store.js';
import { CodeSeals } from './appeal/application/code-seal.js';
import { AnswerFiles } from './files/application/answer-files.js';
import { AppealQuestions } from './appeal/application/appeal-questions.js';
import { Duplicates } from './appeal/application/duplicates.js';
import { EndRetention } from './retention/application/end-retention.js';
import { ErasePerson } from './retention/application/erase-person.js';
import { FileOpenings } from './files/application/file-openings.js';
import { Files } from './files/application/files.js';
import { FollowQuestions } from './appeal/application/follow-questions.js';
import { FollowUpAppeal } from './appeal/application/follow-up-appeal.js';
import { FollowUpCodes } from './appeal/application/follow-up-codes.js';
import { FollowUpLinks } from './appeal/application/follow-up-links.js';
import { ImportAppeals } from './appeal/application/import-appeals.js';
import { KeepMail } from './mail/application/keep-mail.js';
import { MailboxCursors } from './mail/application/mailboxes.js';
import { LetterWords, MailCases } from './mail/application/mail-cases.js';
import { MailFiles } from './mail/application/mail-files.js';
import { FileCheck, MailReader } from './mail/application/mail.js';
import { Mails } from './mail/application/mails.js';
import { ReadMail } from './mail/application/read-mail.js';
import { CorrectRegistration } from './appeal/application/correct-registration.js';
import { LookAgain } from './appeal/application/look-again.js';
import { SameLetter } from './appeal/application/same-letter.js';
import { MarkAsDuplicate } from './appeal/application/mark-as-duplicate.js';
import { ModerateAppeal } from './appeal/application/moderate-appeal.js';
import { NumberSeries } from './appeal/application/number-series.js';
import { OpenAppeal } from './appeal/application/open-appeal.js';
import { ReceiveHandover } from './appeal/application/receive-handover.js';
import { LINK_MINUTES, LinkAttempts, RecoverFollowUp } from './appeal/application/recover-follow-up.js';
import { RegisterAppeal } from './appeal/application/register-appeal.js';
import { RegisterInBulk } from './appeal/application/register-in-bulk.js';
import { RetentionIndex } from './retention/application/retention-index.js';
import { AppealInitialRows, SubmitAppeal } from './appeal/application/submit-appeal.js';
import { ScanFiles } from './files/application/scan-files.js';
import { SweepUploads } from './files/application/sweep-uploads.js';
import { UploadedFiles } from './files/application/uploaded-files.js';
import { noScanner, VirusScanner } from './files/application/virus-scanner.js';
import { WarnOfReception } from './appeal/adapters/clock/warn-of-reception.js';
import { INTAKE_CONFIG, readIntakeConfig, type IntakeConfig } from './config.js';
import { IntakeOperations } from './operations.js';

export { IntakeOperations } from './operations.js';

/** Requested links are sent apart from their requests, whose time of answer must not depend on it. */
const sendingLinks = polled({
  by: RecoverFollowUp,
  work: (recovery) => recovery.sendDue(),
  failed: 'requested links could not be sent and will be retried',
});

const warningOfTerms = polled({
  by: WatchTerms,
  work: (terms) => terms.warnDue(),
  failed: 'warnings of terms failed and will be retried',
});

const readingMail = polled({
  by: ReadMail,
  work: (mail) => mail.readDue(),
  failed: 'letters could not be read and will be tried again',
});

const endingRetention = polled({
  by: EndRetention,
  work: (retention) => retention.runAll(),
  failed: 'terms of storage could not be looked at and will be tried again',
  idleMs: RETENTION_INTERVAL_MS,
});

@Module({
  providers: [
    SubmissionResolver,
    ModerationResolver,
    LookAgainResolver,
    ResidentResolver,
    RecoveryResolver,
    FileOpeningsResolver,
    Receipts,
    FileRoutes,
    IntakeRoutes,
    ...networkProviders,
    ...open311Providers,
    FileReaders,
    ClaimFiles,
    IntakeConsumer,
    DuplicatesConsumer,
    ResponsesConsumer,
    RoutingConsumer,
    RetentionConsumer,
    PromisesConsumer,
    TermsConsumer,
    HandoversConsumer,
    ReceiveHandover,
    Sweeper,
    sendingLinks,
    readingMail,
    MailReceiver,
    MailboxReaders,
    KeepMail,
    ReadMail,
    MailCases,
    MailFiles,
    warningOfTerms,
    WatchTerms,
    TermTimers,
    { provide: TermWarner, useClass: WarnOfReception },
    IntakeOperations,
    SubmitAppeal,
    CodeSeals,
    ModerateAppeal,
    CorrectRegistration,
    LookAgain,
    SameLetter,
    RegisterAppeal,
    RegisterInBulk,
    MarkAsDuplicate,
    FollowUpAppeal,
    FollowQuestions,
    OpenAppeal,
    RecoverFollowUp,
    ImportAppeals,
    ErasePerson,
    EndRetention,
    endingRetention,
    { provide: RetentionIndex, useClass: PostgresRetentionIndex },
    Files,
    SweepUploads,
    AppealHandler,
    { provide: INTAKE_CONFIG, useFactory: readIntakeConfig, inject: [ENVIRONMENT] },
    { provide: AnswerFiles, useClass: PostgresAnswerFiles },
    { provide: AppealQuestions, useClass: PostgresAppealQuestions },
    { provide: Duplicates, useClass: PostgresDuplicates },
    { provide: NumberSeries, useClass: PostgresNumberSeries },
    { provide: FollowUpCodes, useClass: PostgresFollowUpCodes },
    { provide: FollowUpLinks, useClass: PostgresFollowUpLinks },
    { provide: LinkAttempts, useFactory: linkAttemptsOf, inject: [Database, INTAKE_CONFIG] },
    { provide: FileOpenings, useClass: PostgresFileOpenings },
    { provide: Mails, useClass: PostgresMails },
    { provide: MailboxCursors, useClass: PostgresMailboxCursors },
    { provide: MAILBOX_PACE, useValue: MINUTELY },
    { provide: MailReader, useValue: mailparserReader },
    { provide: FileCheck, useValue: fileCheck },
    {
      provide: LetterWords,
      useFactory: ({ language }: IntakeConfig) => letterWords(language),
      inject: [INTAKE_CONFIG],
    },
    { provide: UploadedFiles, useClass: PostgresUploadedFiles },
    ScanFiles,
    { provide: VirusScanner, useFactory: virusScanner, inject: [INTAKE_CONFIG, Logger] },
    { provide: BlobStore, useFactory: blobStore, inject: [Database, INTAKE_CONFIG, Clock] },
    { provide: AppealInitialRows, useValue: { of: initialRowsOfAppeal } },
  ],
})
class IntakeModule {}

export const intakeService: ServiceDefinition = {
  name: 'intake',
  module: IntakeModule,
  migrations: [...logMigrations('intake'), ...consumerMigrations('intake'), ...intakeMigrations, termTimers('intake')],
  publish: publisher(intakeEvents),
  chained: [
    evidenceChain('intake.file_opened', {
      subject: 'file',
      retention: 'OPENINGS',
      instants: ['at'],
      columns: ['official', 'on_behalf_of'],
    }),
  ],
  initialRows: appealInitialRows,
  routes: IntakeRoutes,
  operations: IntakeOperations,
};

/** 0 = no limit. */
function linkAttemptsOf(database: Database, { linkTries }: IntakeConfig): LinkAttempts {
  return openLinkAttempts(database, { max: linkTries || Infinity, windowMinutes: LINK_MINUTES });
}

function virusScanner({ clamd }: IntakeConfig, logger: Logger): VirusScanner {
  return clamd === undefined ? noScanner : clamdScanner(clamd, logger);
}

/** Files stored in PostgreSQL before a bucket was configured stay there. */
function blobStore(database: Database, { files }: IntakeConfig, clock: Clock): BlobStore {
  const previous = postgresBlobStore(database);
  return files ? bucketBlobStore({ database, bucket: openBucket(files), previous, now: () => clock.now() }) : previous;
}
