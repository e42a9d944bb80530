import type { Provider } from '@nestjs/common';
import { russianLexicon } from '@otklik/text-analysis/morphology';
import { ReleasedReviewResolver } from './adapters/graphql/released-review.resolver.js';
import { ReportResolver } from './adapters/graphql/report.resolver.js';
import { SstuReports } from './adapters/graphql/sstu-reports.js';
import { NameLexicon, ReleaseReviews } from './application/release-reviews.js';
import { Reviews } from './application/reviews.js';
import { ReportsMade } from './store/reports-made.js';
import { ReviewEditions } from './store/review-editions.js';

/** What a district hands in and publishes of its work with appeals. */
export const reportsProviders: readonly Provider[] = [
  ReportsMade,
  SstuReports,
  Reviews,
  ReportResolver,
  ReviewEditions,
  ReleaseReviews,
  ReleasedReviewResolver,
  { provide: NameLexicon, useValue: { read: russianLexicon } },
];
