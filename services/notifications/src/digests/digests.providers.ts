import type { Provider } from '@nestjs/common';
import { polled } from '@otklik/host';
import { STOP_TIMEOUT_MS } from '../config.js';
import { DigestConcern } from './adapters/events/digest.concern.js';
import { PostgresAlarms } from './adapters/postgres/postgres-alarms.js';
import { PostgresDigests, PostgresWatchedQuestions } from './adapters/postgres/postgres-digests.js';
import { PostgresAssignmentLetters } from './adapters/postgres/postgres-assignment-letters.js';
import { Alarms } from './application/alarms.js';
import { AssignmentLetters } from './application/assignment-letters.js';
import { Digests, WatchedQuestions } from './application/digests.js';
import { RaiseAlarm } from './application/raise-alarm.js';
import { SendAlarms } from './application/send-alarms.js';
import { SendAssignmentLetters } from './application/send-assignment-letters.js';
import { SendDigests } from './application/send-digests.js';
import { TellAssigned } from './application/tell-assigned.js';

/** The morning of a district is hours long. */
const DIGESTS_IDLE_MS = 30_000;

const sendingDigests = polled({
  by: SendDigests,
  work: (digests) => digests.sendDue(),
  failed: 'sending morning letters failed; retrying',
  idleMs: DIGESTS_IDLE_MS,
  patienceMs: STOP_TIMEOUT_MS,
});

const sendingAlarms = polled({
  by: SendAlarms,
  work: (alarms) => alarms.sendDue(),
  failed: 'sending letters about danger to life failed; retrying',
  patienceMs: STOP_TIMEOUT_MS,
});

const sendingAssignments = polled({
  by: SendAssignmentLetters,
  work: (letters) => letters.sendDue(),
  failed: 'sending letters about assignments failed; retrying',
  patienceMs: STOP_TIMEOUT_MS,
});

/** E-mails to officials: each morning, and at once in case of danger to life, or of an assignment where they chose it. */
export const digestsProviders: readonly Provider[] = [
  DigestConcern,
  sendingDigests,
  sendingAlarms,
  sendingAssignments,
  SendDigests,
  RaiseAlarm,
  SendAlarms,
  TellAssigned,
  SendAssignmentLetters,
  { provide: AssignmentLetters, useClass: PostgresAssignmentLetters },
  { provide: Digests, useClass: PostgresDigests },
  { provide: WatchedQuestions, useClass: PostgresWatchedQuestions },
  { provide: Alarms, useClass: PostgresAlarms },
];
