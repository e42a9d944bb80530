import type { Provider } from '@nestjs/common';
import { polled } from '@otklik/host';
import { BodyRequests } from './store/body-requests.js';
import { BodyServers } from './application/body-servers.js';
import { FollowRequests } from './application/follow-requests.js';
import { FollowedRequests } from './store/followed-requests.js';
import { PostRequest } from './application/post-request.js';
import { ReadUpdates } from './application/read-updates.js';
import { RecordReports } from './application/record-reports.js';
import { SendToBodies } from './application/send-to-bodies.js';
import { WriteRequest } from './application/write-request.js';
import { BodyServerResolver } from './adapters/graphql/body-server.resolver.js';
import { AllowedBodyOrigins, DirectoryBodyServers } from './adapters/directory-body-servers.js';
import { WriteToBodies } from './application/write-to-bodies.js';
import { NOTIFICATIONS_CONFIG, STOP_TIMEOUT_MS, type NotificationsConfig } from '../config.js';

const sending = polled({
  by: SendToBodies,
  work: (bodies) => bodies.sendDue(),
  failed: 'sending requests to bodies failed; retrying',
  patienceMs: STOP_TIMEOUT_MS,
  stopped: (bodies) => bodies.close(),
});

const ASKING_IDLE_MS = 5_000;

const asking = polled({
  by: FollowRequests,
  work: (requests) => requests.askDue(),
  failed: 'polling the servers of bodies failed; retrying',
  idleMs: ASKING_IDLE_MS,
  patienceMs: STOP_TIMEOUT_MS,
  stopped: (requests) => requests.close(),
});

/** What speaks Open311 with bodies outside the administration. */
export const bodiesProviders: readonly Provider[] = [
  sending,
  SendToBodies,
  PostRequest,
  asking,
  FollowRequests,
  ReadUpdates,
  RecordReports,
  BodyServerResolver,
  FollowedRequests,
  WriteRequest,
  WriteToBodies,
  { provide: BodyServers, useClass: DirectoryBodyServers },
  BodyRequests,
  {
    provide: AllowedBodyOrigins,
    useFactory: ({ bodyOrigins: origins }: NotificationsConfig) => ({ origins }),
    inject: [NOTIFICATIONS_CONFIG],
  },
];
