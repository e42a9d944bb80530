import type { Provider } from '@nestjs/common';
import { ReportResolver } from './adapters/graphql/report.resolver.js';
import { SstuReports } from './adapters/graphql/sstu-reports.js';
import { Reviews } from './application/reviews.js';
import { ReportsMade } from './store/reports-made.js';

/** What a district hands in and publishes of its work with appeals. */
export const reportsProviders: readonly Provider[] = [ReportsMade, SstuReports, Reviews, ReportResolver];
