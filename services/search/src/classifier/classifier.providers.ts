import type { Provider } from '@nestjs/common';
import type { Analyse } from '@otklik/text-analysis';
import { ANALYSE } from '../fulltext/application/district-language.js';
import { ClassifierSearch } from './application/classifier-search.js';
import { ClassifierUse } from './store/classifier-use.js';
import { ClassifierResolver } from './adapters/graphql/classifier.resolver.js';

/** The common classifier: its search, and which of its codes are used. */
export const classifierProviders: readonly Provider[] = [
  ClassifierResolver,
  ClassifierUse,
  { provide: ClassifierSearch, useFactory: classifierSearch, inject: [ANALYSE] },
];

function classifierSearch(analyse: Analyse): ClassifierSearch {
  return new ClassifierSearch(analyse);
}
