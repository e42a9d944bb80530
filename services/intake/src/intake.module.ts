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
import { Sweeper } from './adapters/clock/sweeper.js';
import { DuplicatesConsumer } from './adapters/events/duplicates.consumer.js';
import { HandoversConsumer } from './adapters/events/handovers.consumer.js';
import { IntakeConsumer } from './adapters/events/intake.consumer.js';
import { ResponsesConsumer } from './adapters/events/responses.consumer.js';
import { RoutingConsumer } from './adapters/events/routing.consumer.js';
import { networkProviders } from './adapters/networks/network-providers.js';
import { open311Providers } from './adapters/open311/open311-providers.js';
import { PromisesConsumer } from './adapters/events/promises.consumer.js';
import { RetentionConsumer } from './adapters/events/retention.consumer.js';
import { TermsConsumer } from './adapters/events/terms.consumer.js';
import { FileOpeningsResolver } from './adapters/graphql/file-openings.resolver.js';
import { LookAgainResolver } from './adapters/graphql/look-again.resolver.js';
import { ModerationResolver } from './adapters/graphql/moderation.resolver.js';
import { Receipts } from './adapters/graphql/receipts.js';
import { RecoveryResolver } from './adapters/graphql/recovery.resolver.js';
import { ResidentResolver } from './adapters/graphql/resident.resolver.js';
import { SubmissionResolver } from './adapters/graphql/submission.resolver.js';
import { ClaimFiles } from './application/claim-files.js';
import { FileReaders } from './application/file-readers.js';
import { FileRoutes } from './adapters/http/files.routes.js';
import { IntakeRoutes } from './adapters/http/intake.routes.js';
import { appealInitialRows, initialRowsOfAppeal } from './adapters/postgres/appeal-initial-rows.js';
import { intakeMigrations } from './adapters/postgres/migrations.js';
import { openLinkAttempts } from './adapters/postgres/link-attempts.js';
import { postgresBlobStore } from './adapters/postgres/postgres-blob-store.js';
import { PostgresAnswerFiles } from './adapters/postgres/postgres-answer-files.js';
import { PostgresAppealQuestions } from './adapters/postgres/postgres-appeal-questions.js';
import { PostgresDuplicates } from './adapters/postgres/postgres-duplicates.js';
import { PostgresFileOpenings } from './adapters/postgres/postgres-file-openings.js';
import { PostgresFollowUpCodes } from './adapters/postgres/postgres-follow-up-codes.js';
import { PostgresFollowUpLinks } from './adapters/postgres/postgres-follow-up-links.js';
import { PostgresNumberSeries } from './adapters/postgres/postgres-number-series.js';
import { PostgresRetentionIndex } from './adapters/postgres/postgres-retention-index.js';
import { PostgresUploadedFiles } from './adapters/postgres/postgres-uploaded-files.js';
import { clamdScanner } from './adapters/clamd/clamd-scanner.js';
import { letterWords } from './adapters/mail/letter-words.js';
import { MAILBOX_PACE, MailboxReaders } from './adapters/mail/mailbox-readers.js';
import { MINUTELY } from './adapters/mail/mailbox-reader.js';
import { mailparserReader } from './adapters/mail/mailparser-reader.js';
import { MailReceiver } from './adapters/mail/mail-receiver.js';
import { fileCheck } from './adapters/mail/uploads-of-letters.js';
import { PostgresMails } from './adapters/postgres/postgres-mails.js';
import { PostgresMailboxCursors } from './adapters/postgres/postgres-mailbox-cursors.js';
import { bucketBlobStore } from './adapters/s3/bucket-blob-store.js';
import { openBucket } from './adapters/s3/bucket.js';
import { AppealHandler } from './application/appeal-handler.js';
import { BlobStore } from './application/blob-store.js';
import { CodeSeals } from './application/code-seal.js';
import { AnswerFiles } from './application/answer-files.js';
import { AppealQuestions } from './application/appeal-questions.js';
import { Duplicates } from './application/duplicates.js';
import { EndRetention } from './application/end-retention.js';
import { ErasePerson } from './application/erase-person.js';
import { FileOpenings } from './application/file-openings.js';
import { Files } from './application/files.js';
import { FollowQuestions } from './application/follow-questions.js';
import { FollowUpAppeal } from './application/follow-up-appeal.js';
import { FollowUpCodes } from './application/follow-up-codes.js';
import { FollowUpLinks } from './application/follow-up-links.js';
import { ImportAppeals } from './application/import-appeals.js';
import { KeepMail } from './application/keep-mail.js';
import { MailboxCursors } from './application/mailboxes.js';
import { LetterWords, MailCases } from './application/mail-cases.js';
import { MailFiles } from './application/mail-files.js';
import { FileCheck, MailReader } from './application/mail.js';
import { Mails } from './application/mails.js';
import { ReadMail } from './application/read-mail.js';
import { CorrectRegistration } from './application/correct-registration.js';
import { LookAgain } from './application/look-again.js';
import { SameLetter } from './application/same-letter.js';
import { MarkAsDuplicate } from './application/mark-as-duplicate.js';
import { ModerateAppeal } from './application/moderate-appeal.js';
import { NumberSeries } from './application/number-series.js';
import { OpenAppeal } from './application/open-appeal.js';
import { ReceiveHandover } from './application/receive-handover.js';
import { LINK_MINUTES, LinkAttempts, RecoverFollowUp } from './application/recover-follow-up.js';
import { RegisterAppeal } from './application/register-appeal.js';
import { RegisterInBulk } from './application/register-in-bulk.js';
import { RetentionIndex } from './application/retention-index.js';
import { AppealInitialRows, SubmitAppeal } from './application/submit-appeal.js';
import { ScanFiles } from './application/scan-files.js';
import { SweepUploads } from './application/sweep-uploads.js';
import { UploadedFiles } from './application/uploaded-files.js';
import { noScanner, VirusScanner } from './application/virus-scanner.js';
import { WarnOfReception } from './adapters/clock/warn-of-reception.js';
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
