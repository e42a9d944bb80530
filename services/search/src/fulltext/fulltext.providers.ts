import type { Provider } from '@nestjs/common';
import { Database } from '@otklik/tenancy';
import { type Analyse, analyser } from '@otklik/text-analysis';
import { russianLexicon, russianMorphology } from '@otklik/text-analysis/morphology';
import { SEARCH_SERVER, type ServerSide } from '../search-server-side.js';
import { SearchGuard } from './adapters/graphql/search-guard.js';
import { SearchResolver } from './adapters/graphql/search.resolver.js';
import { SimilarAnswersResolver } from './adapters/graphql/similar-answers.resolver.js';
import { IndexSource } from './adapters/postgres/index-source.js';
import { PostgresIndexTarget } from './adapters/postgres/postgres-index-target.js';
import { postgresSearchIndex } from './adapters/postgres/postgres-search-index.js';
import { DistrictLanguages, ANALYSE } from './application/district-language.js';
import { FoundAppeals } from './application/found-appeals.js';
import { SearchReading } from './application/search-index.js';
import { SimilarAnswers } from './application/similar-answers.js';

/** Search by words. */
export const fulltextProviders: readonly Provider[] = [
  SearchResolver,
  SimilarAnswersResolver,
  SimilarAnswers,
  IndexSource,
  PostgresIndexTarget,
  FoundAppeals,
  { provide: SearchGuard, useFactory: async () => new SearchGuard(await russianLexicon()) },
  { provide: DistrictLanguages, useFactory: languages, inject: [ANALYSE] },
  { provide: ANALYSE, useFactory: async () => analyser(await russianMorphology()) },
  { provide: SearchReading, useFactory: searchReading, inject: [Database, ANALYSE, SEARCH_SERVER] },
];

function languages(analyse: Analyse): DistrictLanguages {
  return new DistrictLanguages(analyse);
}

/** PostgreSQL answers alone, or in the place of a search server that is away. */
function searchReading(database: Database, analyse: Analyse, side: ServerSide | undefined): SearchReading {
  const own = postgresSearchIndex(database, analyse);
  return side?.degrading(own) ?? own;
}
