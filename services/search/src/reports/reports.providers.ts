import type { Provider } from '@nestjs/common';
import { SstuMappingFile } from './adapters/files/sstu-mapping-file.js';
import { ReleasedReviewResolver } from './adapters/graphql/released-review.resolver.js';
import { ReportResolver } from './adapters/graphql/report.resolver.js';
import { ReleaseReviews } from './application/release-reviews.js';
import { ReportResults } from './application/report-results.js';
import { Reviews } from './application/reviews.js';
import { SstuMappings, SstuReports } from './application/sstu-reports.js';
import { ReportsMade } from './store/reports-made.js';
import { ReviewEditions } from './store/review-editions.js';

/** What a district hands in and publishes of its work with appeals. */
export const reportsProviders: readonly Provider[] = [
  ReportsMade,
  { provide: SstuMappings, useClass: SstuMappingFile },
  SstuReports,
  Reviews,
  ReportResults,
  ReportResolver,
  ReviewEditions,
  ReleaseReviews,
  ReleasedReviewResolver,
];
