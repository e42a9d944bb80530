import type { Provider } from '@nestjs/common';
import { CaseEvidenceResolver } from './adapters/graphql/case-evidence.resolver.js';
import { PaperRoutes } from './adapters/http/paper.routes.js';
import { CaseReading } from './adapters/evidence/case-reading.js';

/** Sheets, and what of a case leaves as a file. */
export const papersProviders: readonly Provider[] = [PaperRoutes, CaseEvidenceResolver, CaseReading];
