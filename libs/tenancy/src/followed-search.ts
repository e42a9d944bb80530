import type { SearchNewsWay } from '@otklik/contracts/enumerations';
import { compact, covers, type LocalDate } from '@otklik/kernel';
import { departmentsOf } from './departments.js';
import type { District, Official } from './directory.js';
import { permissionMatrix } from './permissions.js';

/** A saved search of which officials are sent what is new: neither its name nor words. */
export interface FollowedSearch {
  /** As the saved search. */
  readonly id: string;
  /** Its filters, as its address has them. */
  readonly query: string;
  /** Id of the official who saved it. */
  readonly owner: string;
  readonly isShared: boolean;
  /** Code of the department that a shared one is for; absent: the whole district. */
  readonly department?: string;
  readonly readers: readonly SearchReader[];
}

export interface SearchReader {
  /** Id of the official. */
  readonly official: string;
  readonly ways: readonly SearchNewsWay[];
  /** What came before it is not new to him: when he asked for it, or the filters became other ones, ISO 8601 UTC. */
  readonly since: string;
}

/** Filters by which appeals can be counted without their texts. */
export interface CountedFilters {
  /** Codes; empty: any. */
  readonly districts: readonly string[];
  readonly topics: readonly string[];
  readonly departments: readonly string[];
  readonly settlements: readonly string[];
  readonly channels: readonly string[];
  /** Days of receipt, both included; absent: no end. */
  readonly from?: LocalDate;
  readonly to?: LocalDate;
}

const lists: Readonly<Record<string, keyof Omit<CountedFilters, 'from' | 'to'>>> = {
  district: 'districts',
  topic: 'topics',
  department: 'departments',
  settlement: 'settlements',
  channel: 'channels',
};
/** These say how it is shown, and `period` that all time is searched. */
const shown: readonly string[] = ['order', 'by', 'period'];

/** Undefined where it asks for something else, too, or names a day that no calendar has. */
export function countedFilters(query: string): CountedFilters | undefined {
  const params = new URLSearchParams(query);
  const isKnown = [...params.keys()].every((name) => Object.hasOwn(lists, name) || isDay(name) || shown.includes(name));
  const days = [...params].filter(([name]) => isDay(name)).map(([, day]) => day);
  if (!isKnown || !days.every((day) => day === '' || isCalendarDay(day))) return undefined;
  const codes = Object.entries(lists).map(([name, filter]) => [filter, params.getAll(name)]);
  const [from, to] = ['from', 'to'].map((name) => params.get(name) || undefined);
  return { ...(Object.fromEntries(codes) as CountedFilters), ...compact({ from, to }) };
}

function isDay(name: string): boolean {
  return name === 'from' || name === 'to';
}

/** 31 February is none. */
function isCalendarDay(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  const at = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

const permissions = permissionMatrix();
const viewers = permissions.get('Query.savedViews') ?? [];
const searchers = permissions.get('Query.search') ?? [];

type Holder = Pick<Official, 'id' | 'assignments'>;
type Sharing = Pick<FollowedSearch, 'owner' | 'isShared'> & { readonly department?: string | null };

/** Own views, and those that are shared with one of the official's departments or with the whole district. */
export function seesView(
  { owner, isShared, department }: Sharing,
  { id, assignments }: Holder,
  district: Pick<District, 'id' | 'departments'>,
): boolean {
  if (owner === id) return true;
  if (!isShared) return false;
  if (department) return covers(departmentsOf(assignments, district, viewers), department);
  return assignments.some((held) => held.district === district.id && viewers.includes(held.role));
}

/** Of those in which the official may search, the ones that the search names; all where it names none. */
export function searchedDistricts(
  { districts: named }: Pick<CountedFilters, 'districts'>,
  { assignments }: Holder,
  districts: readonly District[],
): readonly District[] {
  const mine = districts.filter(({ id }) =>
    assignments.some((held) => held.district === id && held.onBehalfOf === undefined && searchers.includes(held.role)),
  );
  return named.length === 0 ? mine : mine.filter(({ code }) => named.includes(code));
}

/** By this way, now: what the directory keeps of him may be older than his rights. */
export function isReaderOf(
  search: FollowedSearch,
  way: SearchNewsWay,
  official: Holder,
  district: Pick<District, 'id' | 'departments'>,
): SearchReader | undefined {
  const reader = search.readers.find((one) => one.official === official.id && one.ways.includes(way));
  return reader && seesView(search, official, district) ? reader : undefined;
}
