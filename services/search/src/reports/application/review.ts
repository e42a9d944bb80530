import type { District } from '@otklik/tenancy';
import type { RegisterReader } from '../../register/application/list/register-reader.js';
import { yearBefore, type ReportPeriod } from '../domain/report-period.js';
import { reviewTables, type ReviewLine, type ReviewTable, type ReviewTableCode } from './review-tables.js';

/** Fewer of a place could tell who wrote. */
export const MIN_OF_PLACE = 5;
const LISTS_AT_ONCE = 30;

export interface CountedLine {
  readonly code: string;
  readonly title: string;
  /** Absent: it is what is left beside the others, and no list shows exactly it. */
  readonly of?: ReviewLine['of'];
  readonly now: number;
  /** The same days of the year before. */
  readonly was: number;
}

export interface CountedTable extends Pick<ReviewTable, 'code' | 'title'> {
  readonly lines: readonly CountedLine[];
}

export interface Review {
  readonly period: ReportPeriod;
  readonly before: ReportPeriod;
  readonly tables: readonly CountedTable[];
}

/** Each number is the total of a list of the desk. */
export async function countReview(
  reader: Pick<RegisterReader, 'counts'>,
  district: Pick<District, 'id' | 'settlements'>,
  period: ReportPeriod,
): Promise<Review> {
  const before = yearBefore(period);
  const [tables, former] = [reviewTables(period, district), reviewTables(before, district)];
  const now = await countsOf(reader, district.id, tables);
  const was = await countsOf(reader, district.id, former);
  let at = 0;
  const counted = tables.map(({ code, title, lines }): CountedTable => ({
    code,
    title,
    lines: lines.map(({ code: one, title: name, of }) => {
      at += 1;
      return { code: one, title: name, of, now: now[at - 1]!, was: was[at - 1]! };
    }),
  }));
  return { period, before, tables: counted.map((table) => completed(table, counted)) };
}

async function countsOf(
  reader: Pick<RegisterReader, 'counts'>,
  district: number,
  tables: readonly ReviewTable[],
): Promise<readonly number[]> {
  const lists = tables.flatMap(({ lines }) => lines);
  const counts: number[] = [];
  for (let at = 0; at < lists.length; at += LISTS_AT_ONCE) {
    const some = lists.slice(at, at + LISTS_AT_ONCE).map(({ of, filter }) => ({ of, filter }));
    counts.push(...(await reader.counts(district, some)).map(({ count }) => count));
  }
  return counts;
}

/** A line of a counted review. */
export function lineOf(tables: readonly CountedTable[], table: ReviewTableCode, code: string): CountedLine {
  return tables.find((one) => one.code === table)!.lines.find((one) => one.code === code)!;
}

/** With what is left beside its lines, so that the whole is there. */
function completed(table: CountedTable, all: readonly CountedTable[]): CountedTable {
  const whole = { SECTIONS: 'QUESTIONS', PLACES: 'APPEALS' } as const;
  if (table.code !== 'SECTIONS' && table.code !== 'PLACES') return table;
  const lines = table.code === 'PLACES' ? folded(table.lines) : table.lines;
  const { now, was } = lineOf(all, 'VOLUME', whole[table.code]);
  const rest = { now: now - sumOf(table.lines, 'now'), was: was - sumOf(table.lines, 'was') };
  const title = table.code === 'PLACES' ? 'Место не указано' : 'Без кода классификатора';
  return { ...table, lines: [...lines, { code: 'NONE', title, ...rest }] };
}

/** Places of few are together, and never so that the count of one of them, or a small count of all, is known. */
function folded(lines: readonly CountedLine[]): readonly CountedLine[] {
  const isOfFew = ({ now, was }: CountedLine) => now < MIN_OF_PLACE || isSmall(was);
  if (!lines.some(isOfFew)) return lines;
  const named = lines.filter((line) => !isOfFew(line)).toSorted((one, other) => other.now - one.now);
  const few = lines.filter(isOfFew);
  const isKnown = () => few.length === 1 || isSmall(sumOf(few, 'now')) || isSmall(sumOf(few, 'was'));
  while (named.length > 0 && isKnown()) few.push(named.pop()!);
  const rest = { code: 'FEW', title: `Остальные, ${few.length}`, now: sumOf(few, 'now'), was: sumOf(few, 'was') };
  return [...named, rest];
}

function isSmall(count: number): boolean {
  return count > 0 && count < MIN_OF_PLACE;
}

function sumOf(lines: readonly CountedLine[], of: 'now' | 'was'): number {
  return lines.reduce((sum, line) => sum + line[of], 0);
}
