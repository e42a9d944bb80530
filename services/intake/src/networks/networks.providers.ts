import type { Provider } from '@nestjs/common';
import { BadInput, polled } from '@otklik/host';
import type { CheckedFile } from '../files/application/files.js';
import { AccountHealths } from './store/account-health.js';
import { AskAgain } from './application/ask-again.js';
import { Capture } from './application/capture.js';
import { CheckFile, FetchFiles } from './application/fetch-files.js';
import { InboundAccounts } from './application/inbound-accounts.js';
import { InboundBox } from './application/inbound-box.js';
import { InboundIds } from './application/inbound-ids.js';
import { InboundMessages } from './store/inbound-messages.js';
import { DeliveryInitialRows, KeepDeliveries } from './application/keep-deliveries.js';
import { Listen } from './application/listen.js';
import { Listenings } from './store/listening.js';
import { Moves } from './store/moves.js';
import { Names } from './application/names.js';
import { NoteSent } from './application/note-sent.js';
import { Posts } from './store/posts.js';
import { NoteReachability } from './application/reachability.js';
import { Reachabilities } from './store/reachabilities.js';
import { ReadPosts } from './application/read-posts.js';
import { SourcePosts } from './application/source-posts.js';
import { TellCases } from './application/tell-cases.js';
import { TellMessage } from './application/tell-message.js';
import { CountReactions } from './application/reactions/count-reactions.js';
import { Counted } from './store/counted.js';
import { HintReactions } from './application/reactions/hint-reactions.js';
import { WatchReactions } from './application/reactions/watch-reactions.js';
import { DirectoryAccounts } from './adapters/directory-accounts.js';
import { NetworksConsumer } from './adapters/events/networks.consumer.js';
import { checkedFile } from '../files/adapters/http/checked-file.js';
import { NetworkHealthResolver } from './adapters/graphql/network-health.resolver.js';
import { SourcePostsResolver } from './adapters/graphql/source-posts.resolver.js';
import { NetworkRoutes } from './adapters/http/networks.routes.js';
import { initialRowsOfDelivery } from '../appeal/adapters/postgres/appeal-initial-rows.js';

const telling = polled({
  by: TellCases,
  work: (cases) => cases.tellDue(),
  failed: 'reading received network messages failed; retrying',
  idleMs: 200,
});

const listening = polled({
  by: Listen,
  work: (listen) => listen.listenDue(),
  failed: 'reading network accounts failed; retrying',
  patienceMs: 5_000,
  stopped: (listen) => listen.stop(),
});

const counting = polled({
  by: CountReactions,
  work: (counts) => counts.countDue(),
  failed: 'counting reactions failed; retrying',
  patienceMs: 5_000,
  stopped: (counts) => counts.stop(),
});

const reading = polled({
  by: ReadPosts,
  work: (posts) => posts.readDue(),
  failed: 'reading posts above comments failed; retrying',
  stopped: (posts) => posts.stop(),
});

/** What hears the networks. */
export const networksProviders: readonly Provider[] = [
  NetworksConsumer,
  NetworkRoutes,
  NetworkHealthResolver,
  SourcePostsResolver,
  InboundBox,
  InboundIds,
  KeepDeliveries,
  Capture,
  FetchFiles,
  TellCases,
  TellMessage,
  AskAgain,
  Names,
  ReadPosts,
  SourcePosts,
  Listen,
  NoteSent,
  NoteReachability,
  WatchReactions,
  HintReactions,
  CountReactions,
  telling,
  counting,
  listening,
  reading,
  { provide: InboundAccounts, useClass: DirectoryAccounts },
  InboundMessages,
  Counted,
  Posts,
  Moves,
  Reachabilities,
  AccountHealths,
  Listenings,
  { provide: CheckFile, useValue: { check } },
  { provide: DeliveryInitialRows, useValue: { of: initialRowsOfDelivery } },
];

async function check(bytes: Buffer): Promise<CheckedFile | undefined> {
  try {
    return await checkedFile(bytes);
  } catch (error) {
    if (error instanceof BadInput) return undefined;
    throw error;
  }
}
