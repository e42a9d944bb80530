import { QuestionState, type AppealState } from '@otklik/contracts/enumerations';
import { addDays } from '@otklik/kernel';
import { orderRules, type OrderRule } from '../../application/list/order-rules.js';
import { indexedWith, indexOf } from '../../application/list/column-values.js';
import { asksQuestions, conditionsOf, type RegisterFilter } from '../../application/list/register-filter.js';
import { countedColumns, totalKey } from '../../application/figures/tally.js';
import type { CountedList } from '../../application/list/register-reader.js';
import type { ListRequest, RegisterOrder } from '../../application/list/register-list.js';
import {
  anyOf,
  filterConditions,
  MAX_EXACT_TOTAL,
  StatementValues,
  ZONE_DAYS,
  type Choice,
  type Conditions,
  type Statement,
} from './register-conditions.js';
import { countOfNotices } from './notice-list.js';
import { heldBy, leadsIndex, orderKey, sqlName, type RegisterTable } from './register-tables.js';

/** Of the indexes that lead with a filter's values, those by reception serve the counts. */
const COUNTED_ALONG = orderKey(orderRules.NEWEST);

/** A list is put together from so many index scans at most. */
const MAX_BRANCHES = 24;

/** A longer range of days is read in the list's order and filtered: most rows are in it. */
const MAX_MONTHS = 12;

/** The rows of a page, in the order that it is read in: `listed`, and `key` and `id` of the position. */
export function appealsPage(request: ListRequest): Statement {
  if (!asksQuestions(request.filter)) return page('register', request);
  // The appeal is sorted by the first of its questions that meets the filter.
  const { text, values } = page('register_question', request);
  const { way } = direction(request);
  return {
    text: `select r.listed, p.key, p.id from (${text}) p
      join search.register r on r.district = ${Number(request.district)} and r.id = p.appeal
      order by p.key ${way}, p.id ${way}`,
    values,
  };
}

export function questionsPage(request: ListRequest): Statement {
  return page('register_question', request, false);
}

/**
 * Read value by value along an index that holds the rows in their order: each branch stops after a page, however many
 * rows meet the filter. PostgreSQL itself keeps the order of `= any` for no index.
 */
function page(table: RegisterTable, request: ListRequest, onePerAppeal = table === 'register_question'): Statement {
  const values = new StatementValues();
  const { district, filter, order, limit, from } = request;
  const { way, beyond } = direction(request);
  const key = orderKey(orderRules[order]);
  const conditions = filterConditions(district, filter, values, idOfAppeal(table));
  const position = from && ([`${values.hold(from[0])}::text collate "C"`, `${values.hold(from[1])}::uuid`] as const);
  const first = onePerAppeal ? [isFirstOfAppeal(district, conditions, orderRules[order], values)] : [];
  const { branches, rest } = split(withImplied(conditions.choices, filter, order));
  const common = [...onTable(table, district), ...rest.map((choice) => anyOf(choice, values)), ...conditions.bounds];
  const columns = `listed, ${key} as key, id${table === 'register_question' ? ', appeal' : ''}`;
  const byMonth = isReadByMonth(request);
  const scans = branches.map((branch) => {
    const { lead, others } = conditions.bounds.length > 0 ? { lead: [], others: branch } : led(table, branch, key);
    const held = lead.map(({ values: [value] }) => values.hold(value));
    const by = [...lead.map(({ column }) => sqlName(column)), key, 'id'];
    const further = position ? [`(${by.join(', ')}) ${beyond} (${[...held, ...position].join(', ')})`] : [];
    const met = others.map((choice) => anyOf(choice, values));
    const where = [...common, ...within(lead, held), ...met, ...further, ...first].join(' and ');
    if (byMonth) return `(${monthByMonth({ table, district, columns, where, way, limit, from: position?.[0] })})`;
    const sorted = by.map((one) => `${one} ${way}`).join(', ');
    return `(select ${columns} from search.${table} t where ${where} order by ${sorted} limit ${limit})`;
  });
  return {
    text:
      scans.length === 1
        ? scans[0]!
        : `select * from (${scans.join(' union all ')}) u order by key ${way}, id ${way} limit ${limit}`,
    values: values.list,
  };
}

/**
 * What is overdue came long ago, and nearly nothing that came lately is: along the reception all of that would be read. By the
 * index of a month's deadlines a month without any costs nothing, and one with some only those.
 */
function isReadByMonth({ filter, order }: ListRequest): boolean {
  const isOverdue = conditionsOf(filter).some(({ test, value }) => test === 'BEFORE_NOW' && value === true);
  return isOverdue && orderRules[order].column === 'receivedAt';
}

interface MonthlyScan {
  readonly table: RegisterTable;
  readonly district: number;
  readonly columns: string;
  readonly where: string;
  readonly way: string;
  readonly limit: number;
  /** The instant of the position, as SQL. */
  readonly from: string | undefined;
}

/** A page by reception, month by month of it until the page is full; the inner order is that of the month's index alone. */
function monthByMonth({ table, district, columns, where, way, limit, from }: MonthlyScan): string {
  const rows = `from search.${table} t where ${onTable(table, district).join(' and ')} and received_month is not null`;
  const end = (direction: 'asc' | 'desc'): string =>
    `(select received_month || '-01' ${rows} order by received_month ${direction} limit 1)::date`;
  const ofMonth = within([{ column: 'receivedMonth', values: [] }], ['months.month']).join(' and ');
  return `select s.* from (select to_char(m, 'YYYY-MM') collate "C" as month
      from generate_series(${end('asc')}, ${end('desc')}, interval '1 month') m
      ${from === undefined ? '' : `where ${monthsFrom(from, way)}`} order by m ${way}) months
    cross join lateral (select * from (select ${columns} from search.${table} t where ${ofMonth} and ${where}
      order by received_month, ${orderKey(orderRules.DEADLINE)}, id offset 0) o
      order by key ${way}, id ${way} limit ${limit}) s
    limit ${limit}`;
}

/** The months that the position leaves, in whatever zone. */
function monthsFrom(from: string, way: string): string {
  const day = `left(${from}, 10)::date`;
  return way === 'desc' ? `m <= ${day} + ${ZONE_DAYS}` : `m + interval '1 month' > ${day} - ${ZONE_DAYS}`;
}

/** The branch's values that an index leads with, before the list's order; none where no index does. */
function led(
  table: RegisterTable,
  branch: readonly Choice[],
  key: string,
): { readonly lead: readonly Choice[]; readonly others: readonly Choice[] } {
  const first = branch.some(({ column }) => indexOf(column) === 'ALONE')
    ? undefined
    : branch.find((choice) => leadsIndex(table, choice, key));
  const partner = first && indexedWith(first.column);
  const second = branch.find(({ column }) => column === partner);
  const lead = first && (partner === undefined || second) ? [first, ...(second ? [second] : [])] : [];
  return { lead, others: branch.filter((choice) => !lead.includes(choice)) };
}

/**
 * The leading columns as a range of one value, by which the list is sorted first: only the index that leads with them holds
 * that order. An equation would drop them from the order, and a plan for any value, or one by statistics in which nearly
 * all rows have the value, would walk the whole table in the list's order.
 */
function within(lead: readonly Choice[], held: readonly string[]): readonly string[] {
  if (lead.length === 0) return [];
  const row = `(${lead.map(({ column }) => sqlName(column)).join(', ')})`;
  const value = `(${held.join(', ')})`;
  // The indexes are partial, and a comparison of rows proves of none of its columns that it is given.
  return [heldBy(lead[0]!.column), `${row} >= ${value}`, `${row} <= ${value}`];
}

/** How many rows meet the filter: `rows`, which stops counting beyond the bound, and `found`, the appeals among them. */
export function countStatement(of: 'APPEALS' | 'QUESTIONS', district: number, filter: RegisterFilter): Statement {
  const values = new StatementValues();
  return { text: countOf({ of, filter }, district, values), values: values.list };
}

/** The same of several lists: a row for each, with its place as `list`. */
export function countsStatement(district: number, lists: readonly CountedList[]): Statement {
  const values = new StatementValues();
  const counts = lists.map((list, at) => `select ${at} as list, c.* from (${countOf(list, district, values)}) c`);
  return { text: counts.join(' union all '), values: values.list };
}

function countOf({ of, way = 'ORAL', filter }: CountedList, district: number, values: StatementValues): string {
  if (of === 'NOTICES') return countOfNotices(district, { way, departments: filter.departments }, values);
  return keptTotal(of, district, filter, values) ?? countedRows(of, district, filter, values);
}

function countedRows(
  of: 'APPEALS' | 'QUESTIONS',
  district: number,
  filter: RegisterFilter,
  values: StatementValues,
): string {
  const table = of === 'QUESTIONS' || asksQuestions(filter) ? 'register_question' : 'register';
  const { choices, bounds } = filterConditions(district, filter, values, idOfAppeal(table));
  const isSingle = bounds.length === 0 && choices.every((choice) => choice.values.length === 1);
  const { lead, others } = isSingle ? led(table, choices, COUNTED_ALONG) : { lead: [], others: choices };
  const held = lead.map(({ values: [value] }) => values.hold(value));
  const met = others.map((choice) => anyOf(choice, values));
  const where = [...onTable(table, district), ...within(lead, held), ...met, ...bounds].join(' and ');
  const along = [...lead.map(({ column }) => sqlName(column)), COUNTED_ALONG].join(', ');
  const sorted = lead.length > 0 ? `order by ${along}` : '';
  const counted = of === 'APPEALS' && table === 'register_question' ? 'count(distinct appeal)' : 'count(*)';
  return `select count(*)::int as rows, ${counted}::int as found
    from (select ${idOfAppeal(table)} from search.${table} where ${where} ${sorted} limit ${MAX_EXACT_TOTAL + 1}) c`;
}

/** The total of a list by one value alone of a column whose values are counted as they change. */
function keptTotal(
  of: 'APPEALS' | 'QUESTIONS',
  district: number,
  filter: RegisterFilter,
  values: StatementValues,
): string | undefined {
  const [only, ...others] = conditionsOf(filter);
  if (!only || others.length > 0 || filter.appeals !== undefined) return undefined;
  if (only.test !== 'EQUAL' || !countedColumns.has(only.column)) return undefined;
  const { kind, by, value } = totalKey(of, only.column, only.value);
  return `select coalesce(sum(n), 0)::int as rows, coalesce(sum(n), 0)::int as found from search.register_tally
    where district = ${Number(district)} and kind = '${kind}' and day = '' and by = '${by}' and value = ${values.hold(value)}`;
}

function idOfAppeal(table: RegisterTable): 'id' | 'appeal' {
  return table === 'register' ? 'id' : 'appeal';
}

function direction({ order, backward }: ListRequest): { readonly way: string; readonly beyond: string } {
  const ascending = (orderRules[order].direction === 'asc') !== backward;
  return ascending ? { way: 'asc', beyond: '>' } : { way: 'desc', beyond: '<' };
}

/** The district is written as a number: the planner then knows that an index gives its rows in their order. */
function onTable(table: RegisterTable, district: number): readonly string[] {
  const own = `district = ${Number(district)}`;
  return table === 'register'
    ? ['receipt is not null', own, `state <> '${'REMOVED_WITH_OLD_JOURNAL' satisfies AppealState}'`]
    : [own];
}

/** No other question of the appeal that meets the filter precedes this one, in the list's own direction. */
function isFirstOfAppeal(
  district: number,
  { choices, bounds }: Conditions,
  rule: OrderRule,
  values: StatementValues,
): string {
  const before = rule.direction === 'asc' ? '<' : '>';
  const where = [
    `e.district = ${Number(district)} and e.appeal = t.appeal`,
    `(${orderKey(rule)}, e.id) ${before} (${orderKey(rule, 't.')}, t.id)`,
    ...choices.map((choice) => anyOf(choice, values)),
    ...bounds,
  ];
  return `not exists (select from search.register_question e where ${where.join(' and ')})`;
}

/** Adds what the filter implies and an index can use: the months of a range of days, and the states of a question. */
function withImplied(choices: readonly Choice[], filter: RegisterFilter, order: RegisterOrder): readonly Choice[] {
  const isNarrowed = choices.some(({ column }) => indexedWith(column) === 'questionState');
  const isStated = choices.some(({ column }) => column === 'questionState');
  const months = orderRules[order].column === 'termOrder' ? monthsOf(filter) : [];
  return [
    ...choices,
    ...(isNarrowed && !isStated ? [{ column: 'questionState', values: QuestionState.values } as const] : []),
    ...(months.length > 0 ? [{ column: 'receivedMonth', values: months } as const] : []),
  ];
}

function monthsOf({ receivedFrom, receivedTo }: RegisterFilter): readonly string[] {
  if (receivedFrom === undefined || receivedTo === undefined) return [];
  const months: string[] = [];
  for (let month = receivedFrom.slice(0, 7); month <= receivedTo.slice(0, 7); month = monthAfter(month)) {
    months.push(month);
    if (months.length > MAX_MONTHS) return [];
  }
  return months;
}

function monthAfter(month: string): string {
  return addDays(`${month}-01`, 31).slice(0, 7);
}

/** Every combination of single values, as far as they are few; the other choices stay as they are. */
function split(choices: readonly Choice[]): {
  readonly branches: readonly (readonly Choice[])[];
  readonly rest: readonly Choice[];
} {
  let branches: readonly (readonly Choice[])[] = [[]];
  const rest: Choice[] = [];
  for (const choice of choices) {
    if (choice.values.length === 0 || branches.length * choice.values.length > MAX_BRANCHES) rest.push(choice);
    else {
      const { column } = choice;
      branches = branches.flatMap((branch) => choice.values.map((value) => [...branch, { column, values: [value] }]));
    }
  }
  return { branches, rest };
}
