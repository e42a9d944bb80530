import type { Provider } from '@nestjs/common';
import { Open311Clients } from './application/clients.js';
import { ReceiveRequest } from './application/receive-request.js';
import { ReceiveUpdate } from './application/receive-update.js';
import { RecentPosts } from './store/recent-posts.js';
import { PublishedRequests } from './store/published-requests.js';
import { Open311Concern } from './adapters/events/open311.concern.js';
import { Open311Districts } from './adapters/http/open311-districts.js';
import { Open311Posts } from './adapters/http/open311-posts.js';
import { Open311Reads } from './adapters/http/open311-reads.js';
import { Open311Routes } from './adapters/http/open311.routes.js';

/** What speaks Open311 with other front-ends. */
export const open311Providers: readonly Provider[] = [
  Open311Concern,
  Open311Routes,
  Open311Reads,
  Open311Posts,
  Open311Districts,
  Open311Clients,
  ReceiveRequest,
  ReceiveUpdate,
  PublishedRequests,
  RecentPosts,
];
