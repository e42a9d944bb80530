import { compact, uuidv5, type DayKind, type StartedRule, type WorkingCalendar, type WorkingDay } from '@otklik/kernel';
import type { RoleAssignment } from './actor.js';
import type { CalendarYear } from './calendar-file.js';
import { classifierIn, type ClassifierEdition } from './classifier.js';
import type {
  Absence,
  District,
  DistrictPolicy,
  NetworkAccount,
  Organisation,
  RoutingRule,
  Settlement,
} from './directory.js';
import type { DistrictLetters } from './district-letters.js';
import type { Communities } from './communities.js';
import type { DistrictFile } from './district-file.js';
import type { Law, LawRule } from './law-file.js';
import { districtRule, type DistrictTerm } from './legal-terms.js';
import type { NewOfficial } from './officials-file.js';
import type { FollowedSearch } from './followed-search.js';
import type { PublicClient } from './public-client.js';
import type { Substitution } from './substitution.js';
import type { PublicInformation, TopicQuestion } from './public-information.js';

/** The content of the directory's versioned rows, by kind. */
export interface EntryData {
  readonly district: { readonly code: string; readonly name: string; readonly zone: string };
  readonly public: PublicInformation & { readonly letters?: DistrictLetters; readonly communities?: Communities };
  readonly policy: Omit<DistrictPolicy, 'version' | 'answerTerms' | 'receptionTerms' | 'caseRules'> & {
    readonly caseTerms?: readonly DistrictTerm[];
  };
  /** Code = the regime. */
  readonly term: DistrictTerm;
  /** The same, from the arrival. */
  readonly reception: DistrictTerm;
  /** Of the platform (district `PLATFORM`): code = the rule's id. */
  readonly law: LawRule;
  /** Of the platform: code = the edition. */
  readonly classifier: Omit<ClassifierEdition, 'edition'>;
  readonly days: {
    readonly source: string;
    readonly days: Readonly<Record<string, DayKind>>;
    readonly workingDay: WorkingDay;
  };
  /** Code = the year. Days off that a decree moved, added by the district until the year's own calendar has them. */
  readonly transfers: Pick<CalendarYear, 'decree' | 'days'> & {
    /** Id of the administrator. */
    readonly by?: string;
  };
  readonly department: { readonly id: string; readonly name: string };
  readonly organisation: Omit<Organisation, 'code'>;
  readonly settlement: Omit<Settlement, 'code'>;
  readonly topic: {
    readonly name: string;
    readonly nameSah?: string;
    readonly department?: string;
    /** The likeliest code, which a process of 0.1.0 reads, too. */
    readonly classifier?: string;
    /** That and the others, where there are several. */
    readonly classifiers?: readonly string[];
    readonly questions?: readonly TopicQuestion[];
  };
  /** Code = the rule's id. */
  readonly rule: Omit<RoutingRule, 'id' | 'version'>;
  /** Codes in the file's order, because the first matching rule wins. */
  readonly order: Readonly<Record<Ordered, readonly string[]>>;
  /** Code = `own`; of the platform (district `PLATFORM`) `platform`. */
  readonly synonyms: { readonly groups: readonly (readonly string[])[] };
  /** Code = the login. */
  readonly official: {
    readonly id: string;
    readonly name: string;
    readonly roles: readonly Pick<RoleAssignment, 'role' | 'department'>[];
    readonly position?: string;
    readonly absence?: Absence;
    readonly substitutions?: readonly Substitution[];
    readonly email?: string;
    readonly digestOff?: boolean;
    readonly isAssignmentLetterOn?: boolean;
  };
  /** Code = the account's id. */
  readonly account: Omit<NetworkAccount, 'id'>;
  /** Code = the id of the saved search. */
  readonly search: Omit<FollowedSearch, 'id'>;
  /** Code = the client's id. */
  readonly client: Omit<PublicClient, 'id'>;
  /** The text of the file in force. */
  readonly file: DistrictFileText;
}
export type Kind = keyof EntryData;

export interface DistrictFileText {
  readonly text: string;
  /** Digest of the operator's file that this text is, or came after: only a changed file replaces an administrator's text. */
  readonly operatorDigest: string;
  /** Id of the administrator who put it in force; absent for the operator's tool. */
  readonly by?: string;
}
type Ordered = 'department' | 'organisation' | 'topic' | 'settlement' | 'rule';

interface EntryOf<K extends Kind> {
  readonly kind: K;
  readonly code: string;
  readonly data: EntryData[K];
}
type RowOf<K extends Kind> = EntryOf<K> & { readonly district: number; readonly version: number };
export type Entry = { [K in Kind]: EntryOf<K> }[Kind];
export type EntryRow = { [K in Kind]: RowOf<K> }[Kind];
export type CalendarRow = Pick<CalendarYear, 'year' | 'days' | 'transfers'> & { readonly version: number };

/** Namespace of the UUIDv5 ids of departments and officials, which are therefore equal in every installation. */
const NAMESPACE = '7d0c1e5a-3c1f-5b7e-9a54-6f2b8a0c4d11';

export function departmentId(district: string, department: string): string {
  return uuidv5(NAMESPACE, `department/${district}/${department}`);
}

export function officialId(login: string): string {
  return uuidv5(NAMESPACE, `official/${login}`);
}

export function entriesOf(file: DistrictFile): readonly Entry[] {
  return [
    { kind: 'district', code: file.code, data: { code: file.code, name: file.name, zone: file.zone } },
    { kind: 'public', code: 'public', data: publicOf(file) },
    { kind: 'policy', code: 'policy', data: policyOf(file) },
    ...Object.entries(file.answerTerms).map(([code, data]): Entry => ({ kind: 'term', code, data })),
    ...Object.entries(file.receptionTerms).map(([code, data]): Entry => ({ kind: 'reception', code, data })),
    { kind: 'days', code: 'own', data: ownDays(file) },
    ...file.departments.map(({ code, name }): Entry => ({
      kind: 'department',
      code,
      data: { id: departmentId(file.code, code), name },
    })),
    ...file.organisations.map(({ code, ...data }): Entry => ({ kind: 'organisation', code, data })),
    ...file.settlements.map(({ code, ...data }): Entry => ({ kind: 'settlement', code, data })),
    ...file.topics.map(({ code, classifier, ...data }): Entry => ({
      kind: 'topic',
      code,
      data: { ...data, ...codesOf(classifier) },
    })),
    ...file.routingRules.map(({ id, ...data }): Entry => ({ kind: 'rule', code: id, data })),
    { kind: 'synonyms', code: 'own', data: { groups: file.synonyms ?? [] } },
    { kind: 'order', code: 'order', data: orderOf(file) },
  ];
}

function publicOf({ public: shown, letters, communities }: DistrictFile): EntryData['public'] {
  return { ...shown, ...compact({ letters, communities }) };
}

function codesOf(
  given: DistrictFile['topics'][number]['classifier'],
): Pick<EntryData['topic'], 'classifier' | 'classifiers'> {
  const [classifier, ...others] = [given ?? []].flat();
  if (classifier === undefined) return {};
  return others.length === 0 ? { classifier } : { classifier, classifiers: [classifier, ...others] };
}

function policyOf({ policy, caseTerms }: DistrictFile): EntryData['policy'] {
  return caseTerms === undefined ? policy : { ...policy, caseTerms };
}

function ownDays({ ownDays: own, workingDay }: DistrictFile): EntryData['days'] {
  return { source: own.source, workingDay, days: Object.fromEntries(own.days.map(({ date, kind }) => [date, kind])) };
}

function orderOf(file: DistrictFile): EntryData['order'] {
  const codes = (list: readonly { readonly code: string }[]): readonly string[] => list.map((one) => one.code);
  return {
    department: codes(file.departments),
    organisation: codes(file.organisations),
    topic: codes(file.topics),
    settlement: codes(file.settlements),
    rule: file.routingRules.map((rule) => rule.id),
  };
}

export function officialEntry(official: NewOfficial, district: string): Entry {
  const roles = official.roles
    .filter((given) => given.district === district)
    .map(({ role, department }) =>
      department === undefined ? { role } : { role, department: departmentId(district, department) },
    );
  return {
    kind: 'official',
    code: official.login,
    data: { id: officialId(official.login), name: official.name, roles, ...compact({ position: official.position }) },
  };
}

/** Builds a district from its valid rows and the platform's; undefined when it has no `district` row. */
export function districtOf(
  rows: readonly EntryRow[],
  years: readonly CalendarRow[],
  platform: readonly EntryRow[] = [],
): District | undefined {
  const rowsOf = <K extends Kind>(kind: K): readonly RowOf<K>[] =>
    rows.filter((row) => row.kind === kind) as unknown as readonly RowOf<K>[];
  const head = rowsOf('district')[0];
  const shown = rowsOf('public')[0];
  const policy = rowsOf('policy')[0];
  const order = rowsOf('order')[0]?.data;
  if (!head || !shown || !policy || !order) return undefined;
  const ordered = <K extends Ordered>(kind: K): readonly RowOf<K>[] =>
    rowsOf(kind).toSorted((a, b) => order[kind].indexOf(a.code) - order[kind].indexOf(b.code));
  const { caseTerms: _caseTerms, ...policyData } = policy.data;
  const { letters, communities, ...publicData } = shown.data;
  const id = head.district;
  const law = lawIn(platform);
  return {
    id,
    ...head.data,
    public: publicData,
    ...compact({ letters, communities }),
    policy: {
      ...policyData,
      version: policy.version,
      answerTerms: rulesOf(rowsOf('term'), law, 'ANSWER'),
      receptionTerms: rulesOf(rowsOf('reception'), law),
      caseRules: caseRulesOf(policy, law),
    },
    law,
    classifier: classifierIn(platform),
    calendar: calendarOf(rowsOf('days')[0], years, rowsOf('transfers')),
    departments: ordered('department').map(({ code, data }) => ({ code, ...data })),
    organisations: ordered('organisation').map(({ code, data }) => ({ code, ...data })),
    topics: ordered('topic').map(topicOf),
    settlements: ordered('settlement').map(({ code, data }) => ({ code, ...data })),
    routingRules: ordered('rule').map(({ code, version, data }) => ({ id: code, version, ...data })),
    synonyms: [...platform, ...rows].flatMap((row) => (row.kind === 'synonyms' ? row.data.groups : [])),
    officials: rowsOf('official').map(({ code, data: { roles, ...data } }) => ({
      ...data,
      login: code,
      assignments: roles.map((held) => ({ district: id, ...held })),
    })),
    accounts: rowsOf('account').map(({ code, data }) => ({ ...data, id: code })),
    followedSearches: rowsOf('search').map(({ code, data }) => ({ ...data, id: code })),
    publicClients: rowsOf('client').map(({ code, data }) => ({ ...data, id: code })),
  };
}

function topicOf({
  code,
  data: { classifier, classifiers = [classifier ?? []].flat(), ...data },
}: RowOf<'topic'>): District['topics'][number] {
  return { code, ...data, ...(classifiers.length > 0 && { classifiers }) };
}

/** The rules of the platform's rows, by id. */
export function lawIn(platform: readonly EntryRow[]): Law {
  return Object.fromEntries(platform.flatMap((row) => (row.kind === 'law' ? [[row.code, row.data] as const] : [])));
}

/** By the rule's id. */
function caseRulesOf({ data, version }: RowOf<'policy'>, law: Law): Readonly<Record<string, StartedRule>> {
  return rulesOf(
    (data.caseTerms ?? []).map((term) => ({ code: term.rule, version, data: term })),
    law,
  );
}

/** A term whose rule the law has no longer is left out: what depends on it says so. */
function rulesOf(
  rows: readonly { readonly code: string; readonly version: number; readonly data: DistrictTerm }[],
  law: Law,
  duty?: StartedRule['duty'],
): Readonly<Record<string, StartedRule>> {
  const rules = rows.flatMap(({ code, version, data }) => {
    const rule = districtRule(law, data, version);
    return rule ? [[code, duty === undefined ? rule : { ...rule, duty }] as const] : [];
  });
  return Object.fromEntries(rules);
}

export function withoutTransfers(
  years: readonly Pick<CalendarYear, 'year' | 'transfers'>[],
): Pick<WorkingCalendar, 'withoutTransfers'> {
  const without = years.filter(({ transfers }) => transfers === false).map(({ year }) => year);
  return without.length === 0 ? {} : { withoutTransfers: without };
}

/** The version combines the versions of every year and of the district's own days, so it changes with any of them. */
function calendarOf(
  own: RowOf<'days'> | undefined,
  years: readonly CalendarRow[],
  transfers: readonly RowOf<'transfers'>[],
): WorkingCalendar {
  const sorted = years.toSorted((a, b) => a.year - b.year);
  const moved = transfers.toSorted((a, b) => a.code.localeCompare(b.code));
  const isMoved = (year: number): boolean => moved.some(({ code }) => code === String(year));
  const days = [...sorted, ...moved.map(({ data }) => data)].map((one) => one.days);
  return {
    version: [
      ...sorted.map(({ year, version }) => `${year}.${version}`),
      ...moved.map(({ code, version }) => `moved-${code}.${version}`),
      `own.${own?.version ?? 0}`,
    ].join(' '),
    days: Object.assign({}, ...days, own?.data.days) as Readonly<Record<string, DayKind>>,
    years: sorted.map(({ year }) => year),
    ...withoutTransfers(sorted.filter(({ year }) => !isMoved(year))),
    ...compact({ workingDay: own?.data.workingDay }),
  };
}
