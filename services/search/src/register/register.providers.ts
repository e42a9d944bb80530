import type { Provider } from '@nestjs/common';
import { Indexers } from '../fulltext/adapters/background/indexers.js';
import { RegisterChanges } from '../live/store/register-changes.js';
import { RegisterModels } from './adapters/background/register-models.js';
import { RegisterConsumer } from './adapters/events/register.consumer.js';
import { AnswerTimesResolver } from './adapters/graphql/answer-times.resolver.js';
import { ApplicantFileResolver } from './adapters/graphql/applicant-file.resolver.js';
import { ApplicantSearchResolver } from './adapters/graphql/applicant-search.resolver.js';
import { ApplicantResolver } from './adapters/graphql/applicant.resolver.js';
import { BoardResolver } from './adapters/graphql/board.resolver.js';
import { SettingsInWorkResolver } from './adapters/graphql/settings-in-work.resolver.js';
import { QuestionPlacesResolver } from './adapters/graphql/question-places.resolver.js';
import { BodyLetterResolver } from './adapters/graphql/body-letter.resolver.js';
import { DirectoryResolver } from './adapters/graphql/directory.resolver.js';
import {
  ListResolver,
  AppealConnectionResolver,
  QuestionConnectionResolver,
} from './adapters/graphql/list.resolver.js';
import { MaskedAppealResolver } from './adapters/graphql/masked-appeal.resolver.js';
import { ModerationResolver } from './adapters/graphql/moderation.resolver.js';
import { OpenApplicant } from './adapters/graphql/open-applicant.js';
import { OpenForPrint } from './adapters/graphql/open-for-print.js';
import { OutgoingPostResolver } from './adapters/graphql/outgoing-post.resolver.js';
import { OutgoingRegisterResolver } from './adapters/graphql/outgoing-register.resolver.js';
import { OwnAppealsResolver } from './adapters/graphql/own-appeals.resolver.js';
import { PrintedApplicantsResolver } from './adapters/graphql/printed-applicants.resolver.js';
import { ReactionsResolver } from './adapters/graphql/reactions.resolver.js';
import { RegisterResolver } from './adapters/graphql/register.resolver.js';
import { ResidentResolver } from './adapters/graphql/resident.resolver.js';
import { SameDayResolver } from './adapters/graphql/same-day.resolver.js';
import { WorklistResolver } from './adapters/graphql/worklist.resolver.js';
import { ModerationCounts } from './store/moderation-counts.js';
import { PostgresOutgoingPost } from './adapters/postgres/postgres-outgoing-post.js';
import { PostgresOutgoingRegister } from './adapters/postgres/postgres-outgoing-register.js';
import { Applicants } from './store/applicants.js';
import { Reactions } from './store/reactions.js';
import { SameDay } from './store/same-day.js';
import { PostgresRegisterReader } from './adapters/postgres/postgres-register-reader.js';
import { OutgoingPost } from './application/figures/outgoing-post.js';
import { OutgoingRegister } from './application/figures/outgoing-register.js';
import { RegisterReader } from './application/list/register-reader.js';

/** The register: its fold, its lists, cards and figures. */
export const registerProviders: readonly Provider[] = [
  DirectoryResolver,
  RegisterResolver,
  ApplicantResolver,
  OpenApplicant,
  OpenForPrint,
  PrintedApplicantsResolver,
  ApplicantSearchResolver,
  ApplicantFileResolver,
  MaskedAppealResolver,
  OutgoingPostResolver,
  OutgoingRegisterResolver,
  ReactionsResolver,
  BodyLetterResolver,
  AnswerTimesResolver,
  BoardResolver,
  SameDayResolver,
  SameDay,
  QuestionPlacesResolver,
  SettingsInWorkResolver,
  ModerationResolver,
  ListResolver,
  AppealConnectionResolver,
  QuestionConnectionResolver,
  ResidentResolver,
  OwnAppealsResolver,
  WorklistResolver,
  RegisterConsumer,
  // Background tasks start in this order: tables, their changes, the indexes that follow them.
  RegisterModels,
  RegisterChanges,
  Indexers,
  Reactions,
  Applicants,
  { provide: OutgoingPost, useClass: PostgresOutgoingPost },
  { provide: OutgoingRegister, useClass: PostgresOutgoingRegister },
  ModerationCounts,
  { provide: RegisterReader, useClass: PostgresRegisterReader },
];
