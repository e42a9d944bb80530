import type { Provider } from '@nestjs/common';
import { IntakeConsumer } from './adapters/events/intake.consumer.js';
import { ResponsesConsumer } from './adapters/events/responses.consumer.js';
import { RoutingConsumer } from './adapters/events/routing.consumer.js';
import { HeldResolver } from './adapters/graphql/held.resolver.js';
import { NoticeResolver } from './adapters/graphql/notice.resolver.js';
import { PostgresApplicants } from './adapters/postgres/postgres-applicants.js';
import { PostgresDeliveries } from './adapters/postgres/postgres-deliveries.js';
import { PostgresDuplicates } from './adapters/postgres/postgres-duplicates.js';
import { PostgresHeldDeliveries } from './adapters/postgres/postgres-held-deliveries.js';
import { PostgresOutgoingNumbers } from './adapters/postgres/postgres-outgoing-numbers.js';
import { PostgresQuestions } from './adapters/postgres/postgres-questions.js';
import { PostgresVerdicts } from './adapters/postgres/postgres-verdicts.js';
import { AnswerDuplicates } from './application/answer-duplicates.js';
import { Applicants } from './application/applicants.js';
import { Deliveries } from './application/deliveries.js';
import { Duplicates } from './application/duplicates.js';
import { EndNotices } from './application/end-notices.js';
import { FollowQuestion } from './application/follow-question.js';
import { HeldAfterRestore } from './application/held-after-restore.js';
import { HeldDeliveries } from './application/held-deliveries.js';
import { NoticeHandler } from './application/notice-handler.js';
import { OpenedNotices } from './application/opened-notices.js';
import { OutgoingNumbers } from './application/outgoing-numbers.js';
import { ProposeNumber } from './application/propose-number.js';
import { Questions } from './application/questions.js';
import { ReachApplicant } from './application/reach-applicant.js';
import { RecordByOfficial } from './application/record-by-official.js';
import { SendAnswer } from './application/send-answer.js';
import { SettleHeld } from './application/settle-held.js';
import { TellEnd } from './application/tell-end.js';
import { Verdicts } from './application/verdicts.js';

/** What applicants are told, by which way, and what proves it. */
export const noticeProviders: readonly Provider[] = [
  NoticeResolver,
  IntakeConsumer,
  RoutingConsumer,
  ResponsesConsumer,
  OpenedNotices,
  ReachApplicant,
  TellEnd,
  EndNotices,
  SendAnswer,
  AnswerDuplicates,
  RecordByOfficial,
  ProposeNumber,
  HeldAfterRestore,
  SettleHeld,
  HeldResolver,
  NoticeHandler,
  FollowQuestion,
  { provide: Verdicts, useClass: PostgresVerdicts },
  { provide: Questions, useClass: PostgresQuestions },
  { provide: Applicants, useClass: PostgresApplicants },
  { provide: Duplicates, useClass: PostgresDuplicates },
  { provide: OutgoingNumbers, useClass: PostgresOutgoingNumbers },
  { provide: HeldDeliveries, useClass: PostgresHeldDeliveries },
  { provide: Deliveries, useClass: PostgresDeliveries },
];
