import type { Mutant } from './mutants.js';

/** Of texts without personal data for those who may not open the cards, and of what a search may cost. */
export const maskingMutants: readonly Mutant[] = [
  {
    name: 'an unmasked highlight',
    file: 'services/search/src/adapters/graphql/search.resolver.ts',
    find: 'this.shownTexts(row, mayReadCard(listed, view), view)',
    replace: 'this.shownTexts(row, listed !== undefined, view)',
    spec: 'services/search/src/masked-texts.int.spec.ts',
    test: 'sees excerpts, places and highlights without personal data',
  },
  {
    name: 'an unmasked export',
    file: 'services/search/src/application/register/row-view.ts',
    find: ': maskedExcerpt(excerpt, view),',
    replace: ': (excerpt ?? null),',
    spec: 'services/search/src/masked-texts.int.spec.ts',
    test: 'saves and lists rows without personal data',
  },
  {
    name: 'whole cards for an analyst of the republic',
    file: 'services/search/src/application/register/row-view.ts',
    find: "officialRoles.filter((role) => role !== 'REPUBLIC_ANALYST')",
    replace: 'officialRoles',
    spec: 'services/search/src/masked-texts.int.spec.ts',
    test: 'sees excerpts, places and highlights without personal data',
  },
  {
    name: 'a search by the telephone of a person whose card is closed',
    file: 'services/search/src/adapters/graphql/search-guard.ts',
    find: 'if (!this.mayAsk(words, asked))',
    replace: 'if (words === path)',
    spec: 'services/search/src/masked-texts.int.spec.ts',
    test: 'is refused a search by personal data',
  },
  {
    name: 'parallel searches of one official without a bound',
    file: 'services/search/src/adapters/graphql/search-bounds.ts',
    find: 'own.execute(() => shared.execute(search))',
    replace: 'search()',
    spec: 'services/search/src/adapters/graphql/search-bounds.spec.ts',
    test: 'parallel searches at once',
  },
  {
    name: 'an excluding query that looks at every text',
    file: 'services/search/src/adapters/postgres/index/index-plan.ts',
    find: 'choice.driver === undefined && excludes(query)',
    replace: 'choice.driver === undefined && query.limit < 0',
    spec: 'services/search/src/excluding-queries.int.spec.ts',
    test: 'finds the newest texts without the word',
  },
  {
    name: 'spaced digits that hide a number',
    file: 'libs/text-analysis/src/personal-data/numbers.ts',
    find: 'take([RUN], kindOfRun);',
    replace: '',
    spec: 'libs/text-analysis/src/personal-data/personal-data.spec.ts',
    test: 'hold nothing of 500 planted',
  },
];
