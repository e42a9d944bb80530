import type { Provider } from '@nestjs/common';
import { polled } from '@otklik/host';
import { AccountAnswers } from './store/account-answers.js';
import { ConcludeMessage } from './application/conclude-message.js';
import { DecideByOfficial } from './application/decide-by-official.js';
import { ForeseePaths } from './application/foresee-paths.js';
import { ListWaiting } from './application/list-waiting.js';
import { NetworkChannels } from './application/network-channels.js';
import { NetworkParts } from './store/network-parts.js';
import { NetworkQueue } from './store/network-queue.js';
import { NetworkSources } from './store/network-sources.js';
import { NoteInPlace } from './application/note-in-place.js';
import { PlacedNotices } from './store/placed-notices.js';
import { SeekPlaced } from './application/seek-placed.js';
import { SendMessage } from './application/send-message.js';
import { SendToNetworks } from './application/send-to-networks.js';
import { NetworksConcern } from './adapters/events/networks.concern.js';
import { NetworkResolver } from './adapters/graphql/network.resolver.js';
import { DistrictChannels, NetworkSurroundings } from './adapters/district-channels.js';
import { NOTIFICATIONS_CONFIG, STOP_TIMEOUT_MS, type NotificationsConfig } from '../config.js';

const sendingToNetworks = polled({
  by: SendToNetworks,
  work: (networks) => networks.sendDue(),
  failed: 'sending answers in networks failed; retrying',
  patienceMs: STOP_TIMEOUT_MS,
  stopped: (networks) => networks.close(),
});

const seekingPlaced = polled({
  by: SeekPlaced,
  work: (placed) => placed.seekDue(),
  failed: 'searching answers posted by hand failed; retrying',
  patienceMs: STOP_TIMEOUT_MS,
  stopped: (placed) => placed.close(),
});

/** What speaks in networks. */
export const networksProviders: readonly Provider[] = [
  NetworkResolver,
  ForeseePaths,
  ListWaiting,
  NetworksConcern,
  NoteInPlace,
  SendToNetworks,
  SeekPlaced,
  SendMessage,
  ConcludeMessage,
  DecideByOfficial,
  sendingToNetworks,
  seekingPlaced,
  { provide: NetworkChannels, useClass: DistrictChannels },
  NetworkParts,
  AccountAnswers,
  PlacedNotices,
  NetworkQueue,
  NetworkSources,
  { provide: NetworkSurroundings, useFactory: surroundings, inject: [NOTIFICATIONS_CONFIG] },
];

function surroundings({ publicUrl, networkApis: apis }: NotificationsConfig): NetworkSurroundings {
  return { publicUrl, apis };
}
