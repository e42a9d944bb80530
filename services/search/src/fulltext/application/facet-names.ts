import { titleOf, type Enumeration } from '@otklik/contracts/declare-enumeration';
import {
  AppealSender,
  AppealState,
  Channel,
  Network,
  QuestionResult,
  Regime,
  TermState,
} from '@otklik/contracts/enumerations';
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
    states: titled(AppealState, facets.states, language),
    settlements: view(
      facets.settlements,
      nameIn(({ settlements }) => settlements),
    ),
    districts: facets.districts.flatMap(({ value, count }) => {
      const district = districts.find(({ id }) => id === Number(value));
      return district ? [{ value: district.code, name: district.name, count }] : [];
    }),
    channels: titled(Channel, facets.channels, language),
    classifiers: view(facets.classifiers, (code) => districts[0]?.classifier?.item(code)?.name ?? code),
    results: titled(QuestionResult, facets.results, language),
    terms: titled(TermState, facets.terms, language),
    months: view(facets.months, (month) => month),
    regimes: titled(Regime, facets.regimes, language),
    networks: titled(Network, facets.networks, language),
    senders: titled(AppealSender, facets.senders, language),
    ratings: numbered(facets.ratings),
    reopened: numbered(facets.reopened),
  };
}

function numbered(
  list: IndexAnswer['facets']['ratings'],
): readonly { readonly value: number; readonly count: number }[] {
  return list.map(({ value, count }) => ({ value: Number(value), count }));
}

function titled<Value extends string>(
  enumeration: Enumeration<string, Value>,
  list: IndexAnswer['facets']['states'],
  language: TextLanguage,
): readonly { readonly value: Value; readonly name: string; readonly count: number }[] {
  return list.map(({ value, count }) => ({
    value: value as Value,
    count,
    name: titleOf(enumeration, value, language),
  }));
}
