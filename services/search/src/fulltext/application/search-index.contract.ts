import { describe } from '@jest/globals';
import { indexAnswersContract } from './index-answers.contract.js';
import { indexFiltersContract } from './index-filters.contract.js';
import { indexVersionsContract } from './index-versions.contract.js';
import { indexWordsContract } from './index-words.contract.js';
import type { MakeIndex } from './search-index.fixture.js';

/**
 * What every index must do. Each text is in the middle of two districts' indexes: a query of one never reveals the
 * other.
 */
export function searchIndexContract(name: string, make: MakeIndex): void {
  describe(`the search index ${name}`, () => {
    indexWordsContract(make);
    indexFiltersContract(make);
    indexVersionsContract(make);
    indexAnswersContract(make);
  });
}
