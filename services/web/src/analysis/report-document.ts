import type { OfficeCell, OfficeDocument } from '@otklik/kernel/office-files';
import type { AnswerTimesQuery, SearchAppealsQuery } from '../generated/graphql.js';
import { fullDate } from '../parts/dates.js';
import { t } from '../words/words.js';
import { groupName, longMonth } from './group-name.js';
import { MIN_COMPARED, ratePer1000, shareOf } from './rate.js';
import { reopenedWord } from './reopened-word.js';
import { shortDistrict } from './short-district.js';
import { comparedRegime, type ComparedBy, type Sought } from './sought.js';

type Found = Pick<SearchAppealsQuery['search'], 'total' | 'totalIsExact' | 'facets'>;
type Facets = Found['facets'];
type Table = OfficeDocument['tables'][number];

/** Of each filter so many values are named in a sentence. */
const MAX_NAMED = 12;

export interface Reported {
  /** Of the saved search; undefined: it has none. */
  readonly name: string | undefined;
  readonly sought: Sought;
  readonly today: string;
  readonly found: Found;
  /** The searched districts, and how many are found in each under the compared regime. */
  readonly districts: readonly { readonly name: string; readonly population: number; readonly count: number }[];
  /** Undefined: the official may not see them. */
  readonly answers: Pick<AnswerTimesQuery['answerTimes'], 'groups' | 'isExact'> | undefined;
}

/** An analyst's report: the numbers of the search's screen, each the total of the search that is narrowed by its line. */
export function reportDocument(of: Reported): OfficeDocument {
  const { name, sought, found, answers } = of;
  const facets = facetTables(found.facets);
  return {
    title: name === undefined ? t('files.reportTitleAll') : t('files.reportTitle', { name }),
    text: sentences(of),
    tables: [
      districtTable(of),
      monthTable(found.facets),
      ...facets,
      ...(answers ? [answerTable(answers.groups, sought)] : []),
    ],
    notes: [
      t('files.reportCounted'),
      t('files.reportIntervals', { regime: t(`analysis.regime${comparedRegime(sought)}`) }),
      ...(answers?.isExact === false ? [t('analysis.answersNewest')] : []),
    ],
  };
}

function sentences({ sought, today, found, districts }: Reported): readonly string[] {
  const { query, from, to } = sought;
  const filters = chosenWords(sought, found.facets);
  return [
    ...(query === '' ? [] : [t('files.reportWords', { words: query })]),
    from === '' && to === ''
      ? t('files.reportAll')
      : t('files.reportDays', { from: from === '' ? '…' : fullDate(from), to: fullDate(to === '' ? today : to) }),
    t('files.reportDistricts', { districts: districts.map((one) => shortDistrict(one.name)).join(', ') }),
    ...(filters === '' ? [] : [t('files.reportFilters', { filters })]),
    t(found.totalIsExact ? 'files.reportTotal' : 'files.reportTotalMore', { total: found.total }),
  ];
}

/** «Тема: Дороги; Срок: …» */
function chosenWords(sought: Sought, facets: Facets): string {
  const { states, results, networks, ratings, reopened, classifier, overdue } = sought;
  const named = (values: readonly string[], of: readonly { readonly value: string; readonly name: string }[]) =>
    listed(values.map((value) => of.find((one) => one.value === value)?.name ?? value));
  const parts: readonly (readonly [string, string])[] = [
    [t('analysis.topic'), named(sought.topics, facets.topics)],
    [t('analysis.department'), named(sought.departments, facets.departments)],
    [t('analysis.settlement'), named(sought.settlements, facets.settlements)],
    [t('analysis.state'), listed(states.map((one) => t(`analysis.state${one}` as 'analysis.stateANSWERED')))],
    [t('analysis.channel'), named(sought.channels, facets.channels)],
    [t('analysis.term'), named(sought.terms, facets.terms)],
    [t('analysis.result'), listed(results.map((one) => t(`parts.result${one}` as 'parts.resultEXPLAINED')))],
    [t('analysis.classifier'), classifier],
    [t('analysis.regime'), named(sought.regimes, facets.regimes)],
    [t('analysis.sender'), named(sought.sentBy, facets.senders)],
    [t('analysis.network'), listed(networks.map((one) => t(`parts.networkLong${one}` as 'parts.networkLongVK')))],
    [t('analysis.rating'), ratings.join(', ')],
    [t('analysis.reopened'), reopened.map(reopenedWord).join(', ')],
    [t('analysis.overdue'), overdue ? t('analysis.yes') : ''],
  ];
  return parts
    .filter(([, value]) => value !== '')
    .map(([title, value]) => `${title}: ${value}`)
    .join('; ');
}

/** «Дороги, Вода и ещё 30» */
function listed(names: readonly string[]): string {
  const values = names.slice(0, MAX_NAMED).join(', ');
  return names.length <= MAX_NAMED ? values : t('files.andMore', { values, more: names.length - MAX_NAMED });
}

function districtTable({ districts }: Reported): Table {
  return {
    title: t('analysis.per1000'),
    head: [t('analysis.district'), t('files.appeals'), t('files.rate'), t('files.low'), t('files.high')],
    rows: districts.map(({ name, population, count }) => {
      const rate = ratePer1000(count, population);
      const numbers: readonly OfficeCell[] = rate ? [rate.rate, rate.low, rate.high].map(tenth) : ['—', '—', '—'];
      return [shortDistrict(name), count, ...numbers];
    }),
  };
}

function monthTable({ months }: Facets): Table {
  return {
    title: t('files.months'),
    head: [t('analysis.month'), t('files.appeals')],
    rows: months
      .toSorted((one, other) => one.value.localeCompare(other.value))
      .map(({ value, count }) => [longMonth(value), count]),
  };
}

function facetTables(facets: Facets): readonly Table[] {
  const { topics, departments, settlements, channels, terms, states, results } = facets;
  const named = {
    topic: topics,
    department: departments,
    settlement: settlements,
    channel: channels,
    term: terms,
    state: states.map(({ value, count }) => ({ name: t(`analysis.state${value}`), count })),
    result: results.map(({ value, count }) => ({ name: t(`parts.result${value}`), count })),
  } as const;
  return (Object.keys(named) as (keyof typeof named)[])
    .filter((of) => named[of].length > 0)
    .map((of) => ({
      title: t(`analysis.${of}`),
      head: [t('files.value'), t('files.appeals')],
      rows: named[of].map(({ name, count }) => [name, count]),
    }));
}

function answerTable(groups: NonNullable<Reported['answers']>['groups'], { by }: Sought): Table {
  const share = (part: number, whole: number): readonly OfficeCell[] => {
    const of = whole < MIN_COMPARED ? undefined : shareOf(part, whole);
    return of ? [`${hundredths(of.share)} %`, `${hundredths(of.low)}–${hundredths(of.high)}`] : ['—', '—'];
  };
  return {
    title: t('files.answersBy', { by: t(`analysis.by${by}`) }),
    head: [
      ...[t(`analysis.column${by}`), t('files.answeredCount'), t('files.firstMedian'), t('files.median')],
      ...[t('analysis.inTime'), t('analysis.interval'), t('analysis.sameDay'), t('analysis.interval')],
      ...[t('analysis.reopened'), t('analysis.interval')],
      ...[t('files.lateCount'), t('files.overdueCount')],
    ],
    rows: inOrder(groups, by).map((group) => [
      groupName(by, group.name, 'long'),
      group.answered,
      median(group.answered, group.firstDays),
      median(group.answered, group.days),
      ...share(group.kept, group.kept + group.late),
      ...share(group.sameDay, group.answered),
      ...share(group.reopened, group.answeredOnce),
      group.late,
      group.overdue,
    ]),
  };
}

/** Months as the calendar has them. */
function inOrder<Group extends { readonly value: string }>(groups: readonly Group[], by: ComparedBy): readonly Group[] {
  return by === 'MONTH' ? groups.toSorted((one, other) => one.value.localeCompare(other.value)) : groups;
}

function median(answered: number, days: { readonly median: number } | null): OfficeCell {
  return answered >= MIN_COMPARED && days ? Math.round(days.median) : '—';
}

/** A number of a spreadsheet: 4.1 */
function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

function hundredths(share: number): number {
  return Math.round(share * 100);
}
