import { Module } from '@nestjs/common';
import { intakeEvents } from '@otklik/contracts/intake.events';
import { publisher } from '@otklik/contracts/publisher';
import { evidenceChain, logMigrations } from '@otklik/event-store';
import { ENVIRONMENT, termTimers, termTimersAreWork, type ServiceDefinition } from '@otklik/host';
import { consumerMigrations } from '@otklik/messaging';
import { IntakeRoutes } from './appeal/adapters/http/intake.routes.js';
import { appealInitialRows } from './appeal/adapters/postgres/appeal-initial-rows.js';
import { linksAreWork } from './appeal/adapters/postgres/link-migration.js';
import { appealProviders } from './appeal/appeal.providers.js';
import { INTAKE_CONFIG, readIntakeConfig } from './config.js';
import { foundProviders } from './found/found.providers.js';
import { filesProviders } from './files/files.providers.js';
import { knownIssuesProviders } from './known-issues/known-issues.providers.js';
import { lettersAreWork } from './mail/adapters/postgres/mail-migrations.js';
import { mailProviders } from './mail/mail.providers.js';
import { IntakeReactor } from './intake.reactor.js';
import { intakeMigrations } from './migrations.js';
import { postsAreWork } from './networks/adapters/postgres/posts-migration.js';
import { networksProviders } from './networks/networks.providers.js';
import { oldJournalProviders } from './old-journal/old-journal.providers.js';
import { open311Providers } from './open311/open311.providers.js';
import { IntakeOperations } from './operations.js';
import { PosMessages } from './pos/pos-messages.js';
import { receptionProviders } from './reception/reception.providers.js';
import { retentionProviders } from './retention/retention.providers.js';

export { IntakeOperations, type JoinedDecision } from './operations.js';
export { OldJournal } from './old-journal/old-journal.js';
export { JournalInUse } from './old-journal/application/take-back-journal.js';
export type { LoadRow as LoadOfJournal } from './old-journal/store/old-journal-loads.js';
export { JournalBusy, type TakenIn } from './old-journal/application/take-in-journal.js';
export type { ReadJournal } from './old-journal/application/read-journal.js';
export { COLUMN_KINDS, type ColumnKind } from './old-journal/domain/journal-columns.js';
export { UnreadableFile, type FileFault } from './old-journal/domain/journal-file.js';
export type { Fault as JournalFault } from './old-journal/domain/body-row.js';
export { ForgetVisitors } from './reception/application/forget-visitors.js';
export { PosMessages, type ReadPosFile } from './pos/pos-messages.js';

@Module({
  providers: [
    ...appealProviders,
    ...mailProviders,
    ...filesProviders,
    ...retentionProviders,
    ...networksProviders,
    ...open311Providers,
    ...knownIssuesProviders,
    ...foundProviders,
    ...oldJournalProviders,
    ...receptionProviders,
    PosMessages,
    IntakeReactor,
    IntakeOperations,
    { provide: INTAKE_CONFIG, useFactory: readIntakeConfig, inject: [ENVIRONMENT] },
  ],
})
class IntakeModule {}

export const intakeService: ServiceDefinition = {
  name: 'intake',
  module: IntakeModule,
  migrations: [
    ...logMigrations('intake'),
    ...consumerMigrations('intake'),
    ...intakeMigrations,
    termTimers('intake'),
    ...termTimersAreWork('intake'),
    lettersAreWork,
    linksAreWork,
    postsAreWork,
  ],
  publish: publisher(intakeEvents),
  chained: [
    evidenceChain('intake.file_opened', {
      subject: 'file',
      retention: 'OPENINGS',
      instants: ['at'],
      columns: ['official', 'on_behalf_of'],
    }),
    evidenceChain('intake.reception_opened', {
      retention: 'OPENINGS',
      instants: ['at'],
      columns: ['official', 'role', 'on_behalf_of', 'held_on'],
    }),
  ],
  initialRows: appealInitialRows,
  routes: IntakeRoutes,
  operations: IntakeOperations,
};
