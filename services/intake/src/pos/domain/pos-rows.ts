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
} from '../../old-journal/domain/body-row.js';
import {
  columnsOf,
  missingKinds,
  type ChosenColumns,
  type ColumnKind,
} from '../../old-journal/domain/journal-columns.js';
import { readDate } from '../../old-journal/domain/journal-date.js';
import { isLostNumber, sameNumber } from '../../old-journal/domain/journal-number.js';
import { isEmptyRow, oneLine, type Sheet } from '../../old-journal/domain/sheet.js';
import { POS_COLUMNS } from './pos-columns.js';

/** A message of the feedback platform, as a list out of its cabinet has it. */
export interface PosEntry {
  readonly sheet: string;
  readonly row: number;
  /** Its number there, as it is written. */
  readonly number: string;
  /** By which it is the same in another list. */
  readonly key: string;
  /** When it was filed there, which registers it. */
  readonly receivedOn: LocalDate;
  /** The last day for the answer, which the platform set. */
  readonly dueOn?: LocalDate;
  /** By which of its ways it came, as the list has it. */
  readonly source?: string;
  readonly text: string;
  readonly applicant?: string;
  readonly contact?: string;
  readonly place?: string;
  /** Code of the district's topic. */
  readonly topic?: string;
  readonly topicWord?: string;
}

export interface ReadPosSheet extends ReadSheet<PosEntry> {
  /** Messages that have their end there, which are not taken: how many, by what the list has as their state. */
  readonly ended: Readonly<Record<string, number>>;
}

export interface PosReading {
  readonly today: LocalDate;
  readonly topics: readonly { readonly code: string; readonly name: string }[];
  readonly chosen?: ChosenColumns;
  /** Numbers of sheets that were read before, with their rows: those of this sheet are added. */
  readonly seen: Map<string, SeenRow>;
}

/** Of a message with which nothing is to be done: the whole cell. Whatever else is written there, the message is taken. */
const ENDS: ReadonlySet<string> = new Set([
  ...['решено', 'решен', 'решена', 'закрыто', 'закрыт', 'закрыта', 'завершено', 'завершен', 'отклонено', 'отклонен'],
  ...['ответ дан', 'дан ответ', 'ответ отправлен', 'отправлен ответ', 'ответ направлен', 'направлен ответ'],
  ...['отклонено модератором', 'в архиве', 'архив'],
]);
const MAX_NUMBER = 50;
const LAST_DAY = '2099-12-31';

export function readPosSheet(sheet: Sheet, reading: PosReading): ReadPosSheet {
  const columns = columnsOf(sheet, POS_COLUMNS, reading.chosen);
  const missing = missingKinds(columns, POS_COLUMNS);
  const rows = missing.length > 0 ? [] : bodyOf(sheet, columns);
  const open = rows.filter((row) => !isEnded(row));
  const results = open.map((row) => new PosRow(sheet.name, row, reading).read());
  const body = sheet.rows.slice(columns.firstRow);
  const empty = body.filter(isEmptyRow).length;
  return {
    name: sheet.name,
    columns,
    missing,
    rows: open.length,
    ended: statesOf(rows.filter(isEnded)),
    empty,
    leftOut: missing.length > 0 ? 0 : body.length - empty - rows.length,
    entries: results.flatMap(({ entry }) => entry ?? []),
    faults: results.flatMap(({ faults }) => faults),
  };
}

function isEnded(row: BodyRow): boolean {
  return ENDS.has(
    shortText(row, 'STATE')
      .toLowerCase()
      .replaceAll('ё', 'е')
      .replace(/[.!]+$/, ''),
  );
}

function statesOf(rows: readonly BodyRow[]): Readonly<Record<string, number>> {
  const groups = Map.groupBy(rows, (row) => shortText(row, 'STATE'));
  return Object.fromEntries([...groups].map(([state, { length }]) => [state, length]));
}

class PosRow {
  private readonly faults: Fault[] = [];

  constructor(
    private readonly sheet: string,
    private readonly row: BodyRow,
    private readonly reading: PosReading,
  ) {}

  read(): { readonly entry?: PosEntry; readonly faults: readonly Fault[] } {
    const receivedOn = this.arrival();
    const number = this.number();
    const text = this.row.of('TEXT').text.trim();
    if (text === '') this.fault('TEXT_MISSING', 'TEXT');
    const rest = { ...this.topic(), ...compact({ dueOn: this.dueOn(receivedOn) }), ...this.words() };
    const isRefused = this.faults.some((fault) => fault.isRefused);
    if (isRefused || !receivedOn || !number) return { faults: this.faults };
    const { sheet, row } = this;
    const entry = { sheet, row: row.at + 1, ...number, receivedOn, text, ...rest };
    return { entry, faults: this.faults };
  }

  private arrival(): LocalDate | undefined {
    if (this.row.of('DATE').text === '') return this.fault('DATE_MISSING', 'DATE');
    const read = readDate(this.row.of('DATE'), undefined, this.reading.today);
    return 'date' in read ? read.date : this.fault(read.fault, 'DATE');
  }

  /** One that cannot be read refuses the row: without it the answer would be late there. */
  private dueOn(receivedOn: LocalDate | undefined): LocalDate | undefined {
    const cell = this.row.of('DUE');
    if (cell.text === '') return undefined;
    const read = readDate(cell, undefined, LAST_DAY);
    if ('fault' in read) return this.fault(read.fault, 'DUE');
    if (receivedOn !== undefined && read.date < receivedOn) return this.fault('DUE_BEFORE_ARRIVAL', 'DUE');
    return read.date;
  }

  private number(): Pick<PosEntry, 'number' | 'key'> | undefined {
    const number = oneLine(this.row.of('NUMBER').text).replace(/^№ ?/, '');
    if (number === '') return this.fault('NUMBER_MISSING', 'NUMBER');
    if (isLostNumber(number)) return this.fault('NUMBER_LOST', 'NUMBER');
    const key = sameNumber(number);
    if (!/\d/.test(key) || number.length > MAX_NUMBER) return this.fault('NUMBER_WITHOUT_DIGITS', 'NUMBER');
    const like = this.reading.seen.get(key);
    if (like !== undefined) return this.fault('NUMBER_REPEATED', 'NUMBER', { like });
    this.reading.seen.set(key, { sheet: this.sheet, row: this.row.at + 1 });
    return { number, key };
  }

  private topic(): Pick<PosEntry, 'topic' | 'topicWord'> {
    const topicWord = shortText(this.row, 'TOPIC');
    if (topicWord === '') return {};
    return { topicWord, ...compact({ topic: topicOf(topicWord, this.reading.topics) }) };
  }

  private words(): Pick<PosEntry, 'source' | 'applicant' | 'contact' | 'place'> {
    const contact = shortText(this.row, 'CONTACT');
    if (isLostNumber(contact)) this.fault('NUMBER_LOST', 'CONTACT', { isRefused: false });
    const given = {
      source: shortText(this.row, 'SOURCE'),
      applicant: shortText(this.row, 'APPLICANT'),
      contact: isLostNumber(contact) ? '' : contact,
      place: shortText(this.row, 'PLACE'),
    };
    return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));
  }

  private fault(code: RowFault, kind: ColumnKind, more: Partial<Pick<Fault, 'like' | 'isRefused'>> = {}): undefined {
    this.faults.push(faultIn(this.row, code, kind, { isRefused: true, ...more }));
  }
}
