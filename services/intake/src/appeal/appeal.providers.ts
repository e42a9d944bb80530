import type { Provider } from '@nestjs/common';
import { polled, TermWarner, termWarnings } from '@otklik/host';
import { Database } from '@otklik/tenancy';
import { INTAKE_CONFIG, type IntakeConfig } from '../config.js';
import { WarnOfReception } from './adapters/clock/warn-of-reception.js';
import { DuplicatesConcern } from './adapters/events/duplicates.concern.js';
import { HandoversConsumer } from './adapters/events/handovers.consumer.js';
import { IntakeConcern } from './adapters/events/intake.concern.js';
import { ResponsesConcern } from './adapters/events/responses.concern.js';
import { RoutingConcern } from './adapters/events/routing.concern.js';
import { TermsConcern } from './adapters/events/terms.concern.js';
import { ApplicantLinksResolver } from './adapters/graphql/applicant-links.resolver.js';
import { LookAgainResolver } from './adapters/graphql/look-again.resolver.js';
import { ModerationResolver } from './adapters/graphql/moderation.resolver.js';
import { Receipts } from './adapters/graphql/receipts.js';
import { RecoveryResolver } from './adapters/graphql/recovery.resolver.js';
import { ResidentResolver } from './adapters/graphql/resident.resolver.js';
import { SubmissionResolver } from './adapters/graphql/submission.resolver.js';
import { IntakeRoutes } from './adapters/http/intake.routes.js';
import { initialRowsOfAppeal } from './adapters/postgres/appeal-initial-rows.js';
import { openLinkAttempts } from './adapters/postgres/link-attempts.js';
import { AppealQuestions } from './store/appeal-questions.js';
import { Duplicates } from './store/duplicates.js';
import { FollowUpCodes } from './store/follow-up-codes.js';
import { FollowUpLinks } from './store/follow-up-links.js';
import { NumberSeries } from './store/number-series.js';
import { AppealHandler } from './application/appeal-handler.js';
import { CodeSeals } from './application/code-seal.js';
import { CorrectDetails } from './application/correct-details.js';
import { RecordRepeat } from './application/record-repeat.js';
import { RecordSource } from './application/record-source.js';
import { CorrectRegistration } from './application/correct-registration.js';
import { FollowQuestions } from './application/follow-questions.js';
import { FollowUpAppeal } from './application/follow-up-appeal.js';
import { ImportAppeals } from './application/import-appeals.js';
import { LinkApplicants } from './application/link-applicants.js';
import { LookAgain } from './application/look-again.js';
import { MarkAsDuplicate } from './application/mark-as-duplicate.js';
import { ModerateAppeal } from './application/moderate-appeal.js';
import { OpenAppeal } from './application/open-appeal.js';
import { ReceiveHandover } from './application/receive-handover.js';
import { RecoverFollowUp, LinkAttempts, LINK_MINUTES } from './application/recover-follow-up.js';
import { RegisterAppeal } from './application/register-appeal.js';
import { RegisterInBulk } from './application/register-in-bulk.js';
import { SameLetter } from './application/same-letter.js';
import { SubmitAppeal, AppealInitialRows } from './application/submit-appeal.js';

/** Requested links are sent apart from their requests, whose time of answer must not depend on it. */
const sendingLinks = polled({
  by: RecoverFollowUp,
  work: (recovery) => recovery.sendDue(),
  failed: 'sending requested links failed; retrying',
});

/** An appeal from its submission to its end: registration, moderation, follow-up, duplicates, terms of reception. */
export const appealProviders: readonly Provider[] = [
  SubmissionResolver,
  ModerationResolver,
  LookAgainResolver,
  ApplicantLinksResolver,
  ResidentResolver,
  RecoveryResolver,
  Receipts,
  IntakeRoutes,
  IntakeConcern,
  DuplicatesConcern,
  ResponsesConcern,
  RoutingConcern,
  TermsConcern,
  HandoversConsumer,
  ReceiveHandover,
  sendingLinks,
  ...termWarnings,
  { provide: TermWarner, useClass: WarnOfReception },
  SubmitAppeal,
  CodeSeals,
  ModerateAppeal,
  CorrectDetails,
  RecordSource,
  RecordRepeat,
  CorrectRegistration,
  LookAgain,
  LinkApplicants,
  SameLetter,
  RegisterAppeal,
  RegisterInBulk,
  MarkAsDuplicate,
  FollowUpAppeal,
  FollowQuestions,
  OpenAppeal,
  RecoverFollowUp,
  ImportAppeals,
  AppealHandler,
  AppealQuestions,
  Duplicates,
  NumberSeries,
  FollowUpCodes,
  FollowUpLinks,
  { provide: LinkAttempts, useFactory: linkAttemptsOf, inject: [Database, INTAKE_CONFIG] },
  { provide: AppealInitialRows, useValue: { of: initialRowsOfAppeal } },
];

/** 0 = no limit. */
function linkAttemptsOf(database: Database, { linkTries }: IntakeConfig): LinkAttempts {
  return openLinkAttempts(database, { max: linkTries || Infinity, windowMinutes: LINK_MINUTES });
}
