import type { Provider } from '@nestjs/common';
import { polled } from '@otklik/host';
import { STOP_TIMEOUT_MS } from '../config.js';
import { DigestConcern } from './adapters/events/digest.concern.js';
import { DutyConcern } from './adapters/events/duty.concern.js';
import { PostgresAlarms } from './adapters/postgres/postgres-alarms.js';
import { PostgresLapsedIssues } from './adapters/postgres/postgres-lapsed-issues.js';
import { PostgresDigests, PostgresWatchedQuestions } from './adapters/postgres/postgres-digests.js';
import { PostgresAssignmentLetters } from './adapters/postgres/postgres-assignment-letters.js';
import { CountNews } from '../news/application/count-news.js';
import { TellWebhooksNews } from '../news/application/tell-webhooks-news.js';
import { CountedAppeals } from '../news/store/counted-appeals.js';
import { Alarms } from './application/alarms.js';
import { AssignmentLetters } from './application/assignment-letters.js';
import { Digests, WatchedQuestions } from './application/digests.js';
import { LapsedIssueLetters } from './application/lapsed-issues.js';
import { OfficialPost } from './application/official-post.js';
import { RaiseAlarm } from './application/raise-alarm.js';
import { SendAlarms } from './application/send-alarms.js';
import { SendAssignmentLetters } from './application/send-assignment-letters.js';
import { SendDigests } from './application/send-digests.js';
import { SendLettersOfTheDay } from './application/send-letters-of-the-day.js';
import { SendLapsedIssues } from './application/send-lapsed-issues.js';
import { TellAssigned } from './application/tell-assigned.js';
import { TellLapsedIssue } from './application/tell-lapsed-issue.js';

/** The morning of a district is hours long. */
const DIGESTS_IDLE_MS = 30_000;

const sendingDigests = polled({
  by: SendLettersOfTheDay,
  work: (letters) => letters.sendDue(),
  failed: 'sending letters of the day failed; retrying',
  idleMs: DIGESTS_IDLE_MS,
  patienceMs: STOP_TIMEOUT_MS,
});

/** Each kind by itself: an alarm waits for no other letter. */
const sendingAtOnce = [
  { by: SendAlarms, about: 'danger to life' },
  { by: SendAssignmentLetters, about: 'assignments' },
  { by: SendLapsedIssues, about: 'lapsed issues' },
].map(({ by, about }) =>
  polled<SendAlarms | SendAssignmentLetters | SendLapsedIssues>({
    by,
    work: (letters) => letters.sendDue(),
    failed: `sending letters about ${about} failed; retrying`,
    patienceMs: STOP_TIMEOUT_MS,
  }),
);

/** E-mails to officials: each morning, and at once in case of danger to life, or of an assignment where they chose it. */
export const digestsProviders: readonly Provider[] = [
  DigestConcern,
  DutyConcern,
  sendingDigests,
  ...sendingAtOnce,
  SendLettersOfTheDay,
  OfficialPost,
  TellLapsedIssue,
  SendLapsedIssues,
  { provide: LapsedIssueLetters, useClass: PostgresLapsedIssues },
  SendDigests,
  CountNews,
  TellWebhooksNews,
  CountedAppeals,
  RaiseAlarm,
  SendAlarms,
  TellAssigned,
  SendAssignmentLetters,
  { provide: AssignmentLetters, useClass: PostgresAssignmentLetters },
  { provide: Digests, useClass: PostgresDigests },
  { provide: WatchedQuestions, useClass: PostgresWatchedQuestions },
  { provide: Alarms, useClass: PostgresAlarms },
];
