import { titleOf } from '@otklik/contracts/declare-enumeration';
import { AppealState } from '@otklik/contracts/enumerations';
import type { Facet, Facets } from '@otklik/contracts/generated/graphql';
import type { TextLanguage } from '@otklik/contracts/texts';
import type { District, Named } from '@otklik/tenancy';
import type { IndexAnswer } from './search-index.js';

/** Facets with names for a person. A code that two districts name differently shows the first one's name. */
export function facetsView(
  facets: IndexAnswer['facets'],
  districts: readonly District[],
  language: TextLanguage,
): Facets {
  const nameIn = (of: (district: District) => readonly Named[]) => (code: string) =>
    districts.flatMap(of).find((named) => named.code === code)?.name ?? code;
  const view = (list: IndexAnswer['facets']['topics'], nameOf: (code: string) => string): readonly Facet[] =>
    list.map(({ value, count }) => ({ value, name: nameOf(value), count }));
  return {
    topics: view(
      facets.topics,
      nameIn(({ topics }) => topics),
    ),
    departments: view(
      facets.departments,
      nameIn(({ departments }) => departments),
    ),
    states: facets.states.map(({ value, count }) => ({
      value: value as AppealState,
      name: titleOf(AppealState, value, language),
      count,
    })),
    months: view(facets.months, (month) => month),
  };
}
