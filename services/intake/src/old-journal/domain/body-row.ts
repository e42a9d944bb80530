import { compact } from '@otklik/kernel';
import type { ColumnKind, JournalColumns } from './journal-columns.js';
import type { DateFault } from './journal-date.js';
import { EMPTY, isEmptyRow, oneLine, type Cell, type Sheet } from './sheet.js';

export type RowFault =
  | DateFault
  | 'NUMBER_MISSING'
  /** It is in an earlier row of that year. */
  | 'NUMBER_REPEATED'
  /** Otklik gave that number of that year to another appeal. */
  | 'NUMBER_GIVEN'
  /** A number or a telephone of which a spreadsheet kept `7,9E+10`. */
  | 'NUMBER_LOST'
  | 'NUMBER_WITHOUT_DIGITS'
  /** Far beyond what the sheet has rows for: a slip of the pen would move the whole series. */
  | 'NUMBER_OUT_OF_SERIES'
  | 'DATE_MISSING'
  | 'DUE_BEFORE_ARRIVAL'
  | 'APPLICANT_MISSING'
  | 'TEXT_MISSING'
  | 'TEXT_TOO_LONG'
  | 'ANSWER_BEFORE_ARRIVAL'
  /** None of the district's topics: the word is kept as the old journal's. */
  | 'TOPIC_UNKNOWN'
  | 'SEVERAL_EXECUTORS';

export interface SeenRow {
  readonly sheet: string;
  readonly row: number;
}

export interface Fault {
  /** The row's number in the office program, from 1. */
  readonly row: number;
  /** Letters of the column; absent: the whole row. */
  readonly column?: string;
  readonly kind?: ColumnKind;
  readonly code: RowFault;
  /** Of the cell, as it is in the file; never of one with personal data. */
  readonly text?: string;
  /** An earlier row that it is like. */
  readonly like?: SeenRow;
  /** The row is not taken. */
  readonly isRefused: boolean;
}

/** What a sheet has. */
export interface ReadSheet<Entry> {
  readonly name: string;
  readonly columns: JournalColumns;
  /** Not empty: the sheet is another one, or its columns are to be named. */
  readonly missing: readonly ColumnKind[];
  /** Rows with an appeal, refused ones too. */
  readonly rows: number;
  readonly empty: number;
  /** Totals and repeated heads. */
  readonly leftOut: number;
  readonly entries: readonly Entry[];
  readonly faults: readonly Fault[];
}

const TOTALS = /^(итого|всего|в том числе)/i;

/** A row with an entry. */
export interface BodyRow {
  readonly at: number;
  readonly cells: readonly Cell[];
  readonly of: (kind: ColumnKind) => Cell;
  readonly letters: (kind: ColumnKind) => string | undefined;
}

export function bodyOf({ rows }: Sheet, { columns, firstRow }: JournalColumns): readonly BodyRow[] {
  const places = new Map(columns.flatMap((column) => (column.kind ? [[column.kind, column] as const] : [])));
  const heads = new Set(columns.map(({ title }) => title.toLowerCase()));
  const body = rows.flatMap((cells, at): readonly BodyRow[] => {
    if (at < firstRow || isEmptyRow(cells)) return [];
    const of = (kind: ColumnKind) => cells[places.get(kind)?.at ?? -1] ?? EMPTY;
    return [{ at, cells, of, letters: (kind) => places.get(kind)?.letters }];
  });
  return body.filter(({ cells, of }) => !isTotal(cells, of) && !isHeadAgain(cells, heads));
}

/** A row of sums has no date of arrival. */
function isTotal(cells: readonly Cell[], of: BodyRow['of']): boolean {
  return of('DATE').text === '' && cells.some(({ text }) => TOTALS.test(text.trim()));
}

/** Journals of many printed pages repeat the heads. */
function isHeadAgain(cells: readonly Cell[], heads: ReadonlySet<string>): boolean {
  const filled = cells.filter(({ text }) => text !== '');
  return filled.length > 1 && filled.every(({ text }) => heads.has(oneLine(text).toLowerCase()));
}

const MAX_SHORT = 500;

/** A cell in one line, cut where it is longer than such a text may be. */
export function shortText(row: BodyRow, kind: ColumnKind): string {
  return oneLine(row.of(kind).text).slice(0, MAX_SHORT).toWellFormed();
}

/** What is wrong with the row's cell of that kind. */
export function faultIn(
  row: BodyRow,
  code: RowFault,
  kind: ColumnKind,
  more: Pick<Fault, 'isRefused'> & Partial<Pick<Fault, 'like'>>,
): Fault {
  const { text } = row.of(kind);
  const isShown = !personal.has(kind) && text !== '';
  return {
    row: row.at + 1,
    kind,
    code,
    ...compact({ column: row.letters(kind) }),
    ...(isShown && { text: oneLine(text).slice(0, 60).toWellFormed() }),
    ...more,
  };
}

/** Their cells are shown to no one who was not shown the file. */
const personal: ReadonlySet<ColumnKind> = new Set([
  'APPLICANT',
  'ADDRESS',
  'CONTACT',
  'TEXT',
  'RESULT',
  'EXECUTOR',
  'PLACE',
]);

/** By its name or code; the case of letters, «ё» and dots aside. */
export function topicOf(
  word: string,
  topics: readonly { readonly code: string; readonly name: string }[],
): string | undefined {
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replaceAll('ё', 'е')
      .replace(/[^а-яa-z\d]+/g, ' ')
      .trim();
  const sought = plain(word);
  return topics.find(({ code, name }) => plain(name) === sought || code === word)?.code;
}
