import type { Provider } from '@nestjs/common';
import { CaseEvidenceResolver } from './adapters/graphql/case-evidence.resolver.js';
import { SearchRoutes } from './adapters/http/search.routes.js';
import { TableRoutes } from './adapters/http/table.routes.js';
import { PaperRoutes } from './adapters/http/paper.routes.js';
import { CaseReading } from './adapters/evidence/case-reading.js';

/** Sheets, and what of a case leaves as a file. */
export const papersProviders: readonly Provider[] = [
  PaperRoutes,
  TableRoutes,
  SearchRoutes,
  CaseEvidenceResolver,
  CaseReading,
];
