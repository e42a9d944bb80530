import { Module } from '@nestjs/common';
import { evidenceChain } from '@otklik/event-store';
import { ENVIRONMENT, THROTTLE, WORKER_POOL, type ServiceDefinition } from '@otklik/host';
import { Logger } from '@otklik/observability';
import { ReadModels } from '@otklik/read-models';
import { Vault } from '@otklik/vault';
import { classifierProviders } from './classifier/classifier.providers.js';
import { fulltextProviders } from './fulltext/fulltext.providers.js';
import { liveProviders } from './live/live.providers.js';
import { migrations } from './migrations.js';
import { SearchOperations } from './operations.js';
import { PaperRoutes } from './papers/adapters/http/paper.routes.js';
import { CaseReading } from './papers/adapters/evidence/case-reading.js';
import { papersProviders } from './papers/papers.providers.js';
import { searchReadModels } from './read-models.js';
import { recordsProviders } from './records/records.providers.js';
import { registerProviders } from './register/register.providers.js';
import { SEARCH_SERVER, serverSide } from './search-server-side.js';

export { SearchOperations } from './operations.js';
export type { Unclean } from './clean-copies.js';
export type { IndexVerified } from './fulltext/adapters/postgres/verify-index.js';

@Module({
  providers: [
    ...registerProviders,
    ...fulltextProviders,
    ...classifierProviders,
    ...liveProviders,
    ...recordsProviders,
    ...papersProviders,
    SearchOperations,
    { provide: ReadModels, useFactory: searchReadModels, inject: [WORKER_POOL, Vault, Logger] },
    { provide: SEARCH_SERVER, useFactory: serverSide, inject: [WORKER_POOL, ENVIRONMENT, Logger, THROTTLE] },
  ],
})
class SearchModule {}

export const searchService: ServiceDefinition = {
  name: 'search',
  module: SearchModule,
  migrations,
  chained: [
    evidenceChain('search.contact_opening', {
      retention: 'OPENINGS',
      instants: ['at'],
      columns: ['kind', 'appeal', 'official', 'role', 'reason', 'rows', 'body', 'exported', 'worklist', 'on_behalf_of'],
    }),
    evidenceChain('search.printed_cases', {
      subject: 'opening',
      retention: 'OPENINGS',
      instants: ['at'],
      columns: ['printed', 'appeals'],
    }),
  ],
  routes: PaperRoutes,
  evidence: CaseReading,
  operations: SearchOperations,
};
