import type { AppealKind } from '@otklik/contracts/enumerations';
import { compact, type LocalDate } from '@otklik/kernel';
import {
  bodyOf,
  faultIn,
  shortText,
  topicOf,
  type BodyRow,
  type Fault,
  type ReadSheet,
  type RowFault,
  type SeenRow,
} from './body-row.js';
import { columnsOf, JOURNAL, missingKinds, type ChosenColumns, type ColumnKind } from './journal-columns.js';
import { looksLikeDate, readDate, yearIn, type ReadDate } from './journal-date.js';
import type { GivenNumbers } from './given-numbers.js';
import { countingGroup, isLostNumber, sameNumber, serialIn } from './journal-number.js';
import { isEmptyRow, oneLine, type Sheet } from './sheet.js';

/** What does not refuse the row: it is taken without that, or as it is written. */
const doubts: ReadonlySet<RowFault> = new Set(['TOPIC_UNKNOWN', 'SEVERAL_EXECUTORS']);
const doubtful: ReadonlySet<ColumnKind> = new Set(['DUE', 'ANSWER_DATE', 'ANSWER_NUMBER', 'CONTACT']);

export interface JournalEntry {
  readonly sheet: string;
  readonly row: number;
  /** As it is written. */
  readonly number: string;
  readonly year: number;
  /** Its place in the series of that year. */
  readonly serial: number;
  readonly receivedOn: LocalDate;
  readonly applicant: string;
  readonly text: string;
  readonly address?: string;
  readonly contact?: string;
  readonly kind?: AppealKind;
  /** Code of the district's topic, or the journal's own word. */
  readonly topic?: string;
  readonly topicWord?: string;
  readonly executor?: string;
  readonly dueOn?: LocalDate;
  readonly answerNumber?: string;
  readonly answeredOn?: LocalDate;
  readonly result?: string;
  /** All its cells: a row that is the same in another file is known again. */
  readonly cells: readonly string[];
}

export type ReadJournalSheet = ReadSheet<JournalEntry>;

export interface Reading {
  readonly today: LocalDate;
  readonly topics: readonly { readonly code: string; readonly name: string }[];
  readonly chosen?: ChosenColumns;
  /** Numbers of sheets that were read before, by year, with their rows: those of this sheet are added. */
  readonly seen?: Map<string, SeenRow>;
  /** Numbers of Otklik itself. */
  readonly given?: GivenNumbers;
}

const MAX_TEXT = 20_000;

export function readSheet(sheet: Sheet, reading: Reading): ReadJournalSheet {
  const columns = columnsOf(sheet, JOURNAL, reading.chosen);
  const missing = missingKinds(columns, JOURNAL);
  const rows = missing.length > 0 ? [] : bodyOf(sheet, columns);
  const group = countingGroup(rows.map(({ of }) => of('NUMBER').text));
  const read = rows.map((_, place) => new RowReader(sheet, rows, place, group, reading));
  const seen = reading.seen ?? new Map<string, SeenRow>();
  const results = read.map((one) => one.read(seen));
  const body = sheet.rows.slice(columns.firstRow);
  const empty = body.filter(isEmptyRow).length;
  return {
    name: sheet.name,
    columns,
    missing,
    rows: rows.length,
    empty,
    leftOut: missing.length > 0 ? 0 : body.length - empty - rows.length,
    entries: results.flatMap(({ entry }) => entry ?? []),
    faults: results.flatMap(({ faults }) => faults),
  };
}

type Numbered = Pick<JournalEntry, 'number' | 'serial'>;

/** Reads one row; its neighbours say the year where its date has none. */
class RowReader {
  private readonly faults: Fault[] = [];
  private readonly row: BodyRow;

  constructor(
    private readonly sheet: Sheet,
    private readonly rows: readonly BodyRow[],
    private readonly place: number,
    private readonly group: number,
    private readonly reading: Reading,
  ) {
    this.row = rows[place]!;
  }

  read(seen: Map<string, SeenRow>): { readonly entry?: JournalEntry; readonly faults: readonly Fault[] } {
    const receivedOn = this.arrival();
    const number = this.number();
    const applicant = this.short('APPLICANT');
    if (applicant === '') this.fault('APPLICANT_MISSING', 'APPLICANT');
    const text = this.text();
    const year = receivedOn === undefined ? undefined : Number(receivedOn.slice(0, 4));
    if (year !== undefined && number) this.demandNew(seen, year, number);
    const rest = this.rest(receivedOn);
    const isRefused = this.faults.some((fault) => fault.isRefused);
    if (isRefused || !receivedOn || !number || year === undefined) return { faults: this.faults };
    const { sheet, row } = this;
    const cells = row.cells.map((cell) => cell.date ?? oneLine(cell.text));
    const entry = { sheet: sheet.name, row: row.at + 1, ...number, year, receivedOn, applicant, text, ...rest, cells };
    return { entry, faults: this.faults };
  }

  private arrival(): LocalDate | undefined {
    if (this.row.of('DATE').text === '') return this.fault('DATE_MISSING', 'DATE');
    return this.date('DATE', this.likelyYear());
  }

  private date(kind: ColumnKind, year: number | undefined): LocalDate | undefined {
    const read: ReadDate = readDate(this.row.of(kind), year, this.reading.today);
    return 'date' in read ? read.date : this.fault(read.fault, kind);
  }

  /** Of the rows before and after it where both have the same, else of the sheet's name. */
  private likelyYear(): number | undefined {
    const { place } = this;
    const yearOf = (rows: readonly BodyRow[]) =>
      rows.map(({ of }) => yearIn(of('DATE'))).find((year) => year !== undefined);
    const before = yearOf(this.rows.slice(Math.max(0, place - 5), place).reverse());
    const after = yearOf(this.rows.slice(place + 1, place + 6));
    const named = /(?:^|\D)(20\d\d)(?:\D|$)/.exec(this.sheet.name)?.[1];
    if (before !== undefined || after !== undefined)
      return (before ?? after) === (after ?? before) ? (before ?? after) : undefined;
    return named === undefined ? undefined : Number(named);
  }

  private number(): Numbered | undefined {
    const number = oneLine(this.row.of('NUMBER').text).replace(/^№ ?/, '');
    if (number === '') return this.fault('NUMBER_MISSING', 'NUMBER');
    if (isLostNumber(number)) return this.fault('NUMBER_LOST', 'NUMBER');
    const serial = serialIn(number, this.group);
    if (serial === undefined || number.length > 50) return this.fault('NUMBER_WITHOUT_DIGITS', 'NUMBER');
    if (serial > this.rows.length * 3 + 1_000) return this.fault('NUMBER_OUT_OF_SERIES', 'NUMBER');
    return { number, serial };
  }

  private demandNew(seen: Map<string, SeenRow>, year: number, { number, serial }: Numbered): void {
    const key = `${year} ${sameNumber(number)}`;
    const like = seen.get(key);
    if (like !== undefined) this.fault('NUMBER_REPEATED', 'NUMBER', { like });
    else seen.set(key, { sheet: this.sheet.name, row: this.row.at + 1 });
    if (this.reading.given?.has(year, serial)) this.fault('NUMBER_GIVEN', 'NUMBER');
  }

  /** The gist; where the journal has none, its topic. Line breaks remain. */
  private text(): string {
    const text = (this.row.of('TEXT').text || this.row.of('TOPIC').text).trim();
    if (text === '') this.fault('TEXT_MISSING', 'TEXT');
    if (text.length > MAX_TEXT) this.fault('TEXT_TOO_LONG', 'TEXT');
    return text;
  }

  private rest(receivedOn: LocalDate | undefined) {
    const dueOn = this.dueOn(receivedOn);
    const answeredOn = this.answeredOn(receivedOn);
    const contact = this.short('CONTACT');
    if (isLostNumber(contact)) this.fault('NUMBER_LOST', 'CONTACT');
    const executor = this.short('EXECUTOR');
    if (/[а-яё.] ?[/;,] ?[А-ЯЁ]/.test(executor)) this.fault('SEVERAL_EXECUTORS', 'EXECUTOR');
    return {
      ...this.topic(),
      ...compact({ dueOn, answeredOn, kind: kindOf(this.short('KIND')) }),
      ...filled({
        address: this.short('ADDRESS'),
        contact: isLostNumber(contact) ? '' : contact,
        executor,
        answerNumber: this.short('ANSWER_NUMBER'),
        result: this.short('RESULT'),
      }),
    };
  }

  /** A term may be in the future, and a journal has words there, too: «без контроля». */
  private dueOn(receivedOn: LocalDate | undefined): LocalDate | undefined {
    const cell = this.row.of('DUE');
    if (!looksLikeDate(cell)) return undefined;
    const read = readDate(cell, receivedOn === undefined ? undefined : Number(receivedOn.slice(0, 4)), '2099-12-31');
    return 'date' in read ? read.date : this.fault(read.fault, 'DUE');
  }

  private answeredOn(receivedOn: LocalDate | undefined): LocalDate | undefined {
    const { text } = this.row.of('ANSWER_DATE');
    if (!/\d/.test(text)) return undefined;
    const on = this.date('ANSWER_DATE', receivedOn === undefined ? undefined : Number(receivedOn.slice(0, 4)));
    if (on === undefined || receivedOn === undefined || on >= receivedOn) return on;
    return this.fault('ANSWER_BEFORE_ARRIVAL', 'ANSWER_DATE');
  }

  private topic(): Pick<JournalEntry, 'topic' | 'topicWord'> {
    const word = this.short('TOPIC');
    if (word === '') return {};
    const topic = topicOf(word, this.reading.topics);
    if (topic === undefined) this.fault('TOPIC_UNKNOWN', 'TOPIC');
    return { topicWord: word, ...compact({ topic }) };
  }

  private short(kind: ColumnKind): string {
    return shortText(this.row, kind);
  }

  private fault(code: RowFault, kind: ColumnKind, more: Pick<Fault, 'like'> = {}): undefined {
    const isRefused = !doubts.has(code) && !doubtful.has(kind);
    this.faults.push(faultIn(this.row, code, kind, { ...more, isRefused }));
  }
}

function filled<Fields extends Readonly<Record<string, string>>>(fields: Fields): Partial<Fields> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '')) as Partial<Fields>;
}

function kindOf(word: string): AppealKind | undefined {
  if (/жалоб/i.test(word)) return 'COMPLAINT';
  if (/предлож/i.test(word)) return 'PROPOSAL';
  return /заявл/i.test(word) ? 'STATEMENT' : undefined;
}
