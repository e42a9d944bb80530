import type { Facets, Facet } from '@otklik/contracts/generated/graphql';
import { schemaFiles } from '@otklik/contracts/schema';
import type { TextLanguage } from '@otklik/contracts/texts';
import type { District, Named } from '@otklik/tenancy';
import { Kind, parse } from 'graphql';
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
    states: view(facets.states, (code) => stateName(code, language)),
    months: view(facets.months, (month) => month),
  };
}

let russianStates: ReadonlyMap<string, string> | undefined;

/** The Russian names stand in the schema, beside the states themselves. */
function stateName(code: string, language: TextLanguage): string {
  if (language !== 'ru') return code.toLowerCase().replaceAll('_', ' ');
  russianStates ??= readStates();
  return russianStates.get(code) ?? code;
}

function readStates(): ReadonlyMap<string, string> {
  const definitions = schemaFiles().flatMap(({ text }) => parse(text).definitions);
  const states = definitions.flatMap((one) =>
    one.kind === Kind.ENUM_TYPE_DEFINITION && one.name.value === 'AppealState' ? (one.values ?? []) : [],
  );
  return new Map(states.map(({ name, description }) => [name.value, description?.value ?? name.value]));
}
