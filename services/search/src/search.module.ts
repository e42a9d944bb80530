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
import { SearchRoutes } from './papers/adapters/http/search.routes.js';
import { CaseReading } from './papers/adapters/evidence/case-reading.js';
import { reportsProviders } from './reports/reports.providers.js';
import { papersProviders } from './papers/papers.providers.js';
import { searchReadModels } from './read-models.js';
import { publicationProviders } from './publications/publications.providers.js';
import { recordsProviders } from './records/records.providers.js';
import { registerProviders } from './register/register.providers.js';
import { SEARCH_SERVER, serverSide } from './search-server-side.js';
import { warningsProviders } from './warnings/warnings.providers.js';

export { SearchOperations } from './operations.js';
export { SstuReports, type MonthRead, type OpenedReport } from './reports/application/sstu-reports.js';
export { Reviews } from './reports/application/reviews.js';
export { ReportsMade } from './reports/store/reports-made.js';
export { monthOf, quarterOf, yearOf, type ReportPeriod } from './reports/domain/report-period.js';
export type { SstuCheck } from './reports/application/sstu-check.js';
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
    ...publicationProviders,
    ...reportsProviders,
    ...warningsProviders,
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
    evidenceChain('search.report_made', {
      retention: 'OPENINGS',
      instants: ['at'],
      columns: [
        ...['report', 'period', 'mapping', 'official', 'on_behalf_of', 'appeals', 'questions', 'refused', 'said'],
      ],
    }),
    evidenceChain('search.report_filed', {
      subject: 'report',
      retention: 'OPENINGS',
      instants: ['at'],
      columns: ['sha256', 'bytes', 'left_out'],
    }),
    evidenceChain('search.report_result', {
      retention: 'OPENINGS',
      instants: ['at'],
      columns: ['report', 'official', 'on_behalf_of', 'refused'],
    }),
    evidenceChain('search.review_prepared', {
      instants: ['at'],
      columns: ['period', 'edition', 'title', 'text', 'tables', 'official', 'on_behalf_of'],
    }),
    evidenceChain('search.review_decided', {
      subject: 'review',
      instants: ['at'],
      columns: ['version', 'state', 'official', 'on_behalf_of'],
    }),
    evidenceChain('search.printed_letters', {
      subject: 'opening',
      retention: 'OPENINGS',
      instants: ['at'],
      columns: ['notices', 'appeals', 'numbers'],
    }),
  ],
  routes: SearchRoutes,
  evidence: CaseReading,
  operations: SearchOperations,
};
