import { Module } from '@nestjs/common';
import { notificationsEvents } from '@otklik/contracts/notifications.events';
import { publisher } from '@otklik/contracts/publisher';
import { evidenceChain } from '@otklik/event-store';
import { ENVIRONMENT, type ServiceDefinition } from '@otklik/host';
import { bodiesProviders } from './bodies/bodies.providers.js';
import { NOTIFICATIONS_CONFIG, notificationsConfig } from './config.js';
import { digestsProviders } from './digests/digests.providers.js';
import { RecordBounce } from './letters/application/record-bounce.js';
import { ReturnPath } from './letters/application/return-path.js';
import { SendDueLetters } from './letters/application/send-due-letters.js';
import { lettersProviders } from './letters/letters.providers.js';
import { migrations } from './migrations.js';
import { SendToNetworks } from './networks/application/send-to-networks.js';
import { networksProviders } from './networks/networks.providers.js';
import { HeldAfterRestore } from './notice/application/held-after-restore.js';
import { NotificationsReactor } from './notifications.reactor.js';
import { CaseProofs } from './papers/adapters/evidence/case-proofs.js';
import { LetterRoutes } from './papers/adapters/http/letter.routes.js';
import { ReadSheets } from './papers/application/read-sheets.js';
import { papersProviders } from './papers/papers.providers.js';
import { noticeProviders } from './notice/notice.providers.js';
import { subscriptionsProviders } from './subscriptions/subscriptions.providers.js';
import { webhooksProviders } from './webhooks/webhooks.providers.js';

export { HeldAfterRestore, ReadSheets, RecordBounce, ReturnPath, SendDueLetters, SendToNetworks };

@Module({
  providers: [
    NotificationsReactor,
    ...noticeProviders,
    ...lettersProviders,
    ...papersProviders,
    ...webhooksProviders,
    ...digestsProviders,
    ...subscriptionsProviders,
    ...networksProviders,
    ...bodiesProviders,
    { provide: NOTIFICATIONS_CONFIG, useFactory: notificationsConfig, inject: [ENVIRONMENT] },
  ],
})
class NotificationsModule {}

export const notificationsService: ServiceDefinition = {
  name: 'notifications',
  module: NotificationsModule,
  migrations,
  publish: publisher(notificationsEvents),
  evidence: CaseProofs,
  operations: HeldAfterRestore,
  routes: LetterRoutes,
  chained: [
    evidenceChain('notifications.letter_opened', {
      retention: 'OPENINGS',
      instants: ['at'],
      columns: ['official', 'role', 'on_behalf_of', 'reason', 'notices', 'appeals'],
    }),
  ],
};
