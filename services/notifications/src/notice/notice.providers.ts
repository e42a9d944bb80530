import type { Provider } from '@nestjs/common';
import { IntakeConcern } from './adapters/events/intake.concern.js';
import { ResponsesConcern } from './adapters/events/responses.concern.js';
import { RoutingConcern } from './adapters/events/routing.concern.js';
import { HeldResolver } from './adapters/graphql/held.resolver.js';
import { ToSignResolver } from './adapters/graphql/to-sign.resolver.js';
import { LetterOutcomeResolver } from './adapters/graphql/letter-outcome.resolver.js';
import { NoticeResolver } from './adapters/graphql/notice.resolver.js';
import { Applicants } from './store/applicants.js';
import { PostgresDeliveries } from './adapters/postgres/postgres-deliveries.js';
import { Duplicates } from './store/duplicates.js';
import { HeldDeliveries } from './store/held-deliveries.js';
import { NoticesToSign } from './store/notices-to-sign.js';
import { OutgoingNumbers } from './store/outgoing-numbers.js';
import { Questions } from './store/questions.js';
import { Verdicts } from './store/verdicts.js';
import { AnswerDuplicates } from './application/answer-duplicates.js';
import { Deliveries } from './application/deliveries.js';
import { EndNotices } from './application/end-notices.js';
import { HeldAfterRestore } from './application/held-after-restore.js';
import { NoticeHandler } from './application/notice-handler.js';
import { OpenedNotices } from './application/opened-notices.js';
import { OwedAfterReturn } from './application/owed-after-return.js';
import { NumberLetters } from './application/number-letters.js';
import { ReachApplicant } from './application/reach-applicant.js';
import { RecordByOfficial } from './application/record-by-official.js';
import { RecordOutcome } from './application/record-outcome.js';
import { SendAnswer } from './application/send-answer.js';
import { SettleHeld } from './application/settle-held.js';
import { SignNotices } from './application/sign-notices.js';
import { TellEnd } from './application/tell-end.js';

/** Notices to applicants, their channels, and their proofs. */
export const noticeProviders: readonly Provider[] = [
  NoticeResolver,
  IntakeConcern,
  RoutingConcern,
  ResponsesConcern,
  OpenedNotices,
  ReachApplicant,
  TellEnd,
  EndNotices,
  SendAnswer,
  AnswerDuplicates,
  RecordByOfficial,
  RecordOutcome,
  OwedAfterReturn,
  LetterOutcomeResolver,
  NumberLetters,
  HeldAfterRestore,
  SettleHeld,
  HeldResolver,
  SignNotices,
  NoticesToSign,
  ToSignResolver,
  NoticeHandler,
  Verdicts,
  Questions,
  Applicants,
  Duplicates,
  OutgoingNumbers,
  HeldDeliveries,
  { provide: Deliveries, useClass: PostgresDeliveries },
];
