import type {
  FileFault,
  JournalFault,
  LoadOfJournal,
  ReadJournal,
  ReadPosFile,
  TakenIn,
  UnreadableFile,
} from '@otklik/intake/module';

const fileFaults: Readonly<Record<FileFault, string>> = {
  FILE_EMPTY: 'it is empty',
  FILE_TOO_LARGE: 'it is larger than 20 MB: divide it by years',
  FILE_OLD_EXCEL: 'it is of Excel 97 to 2003: open it in Excel or LibreOffice and save it as XLSX or CSV',
  FILE_PASSWORD: 'it has a password: save it without one',
  FILE_UNSAFE: 'it has macros, embedded objects or too much in it: save it as XLSX without macros, or as CSV',
  FILE_DAMAGED: 'it is damaged: open it, save it again and try that file',
  FILE_UNKNOWN_KIND: 'it is neither XLSX nor CSV',
  ROWS_TOO_MANY: 'it has more than 50,000 rows: divide it by years',
  CELLS_TOO_MANY: 'it has more than 1,000,000 cells with content: divide it by years',
  CELL_TOO_FAR: 'a cell far from the others has something in it: empty it, or divide the file',
  TEXT_TOO_LONG: 'the text of this cell, or of all cells up to it, is too long',
};

const faults: Readonly<Record<JournalFault['code'], string>> = {
  NUMBER_MISSING: 'there is no number',
  NUMBER_REPEATED: 'the number is in an earlier row of that year',
  NUMBER_GIVEN: 'Otklik gave this number of that year to another appeal',
  NUMBER_LOST: 'the spreadsheet kept no digits of it: format the column as text and write it again',
  NUMBER_WITHOUT_DIGITS: 'no place in the series can be seen in the number',
  NUMBER_OUT_OF_SERIES: 'it is far beyond the other numbers of the sheet',
  DATE_MISSING: 'there is no date',
  DATE_UNREADABLE: 'it is no date',
  DATE_NO_SUCH_DAY: 'there is no such day',
  DATE_WITHOUT_YEAR: 'the date has no year, and its neighbours do not say which',
  DATE_IN_FUTURE: 'the date is in the future',
  DATE_TOO_EARLY: 'the date is before 2000',
  DUE_BEFORE_ARRIVAL: 'the term ends before the arrival',
  APPLICANT_MISSING: 'there is no applicant',
  TEXT_MISSING: 'there is no text',
  TEXT_TOO_LONG: 'the text is longer than 20,000 characters',
  ANSWER_BEFORE_ARRIVAL: 'the answer is before the arrival: that day is left out',
  TOPIC_UNKNOWN: 'none of the district’s topics: kept as a word of the old journal',
  SEVERAL_EXECUTORS: 'several executors: kept as they are written',
};

export function fileFaultLine({ fault, place: { sheet, cell } }: UnreadableFile): string {
  return `The file cannot be read: ${fileFaults[fault]}${cell === undefined ? '' : ` («${sheet}», cell ${cell})`}.`;
}

/** `«2025», row 7, column B: «31.02.2025», there is no such day (not taken)`. */
export function faultLine(sheet: string, { row, column, text, code, like, isRefused }: JournalFault): string {
  const place = `«${sheet}», row ${row}${column === undefined ? '' : `, column ${column}`}`;
  const shown = text === undefined ? '' : `«${text}», `;
  const likeRow = like === undefined ? '' : ` («${like.sheet}», row ${like.row})`;
  return `${place}: ${shown}${faults[code]}${likeRow}${isRefused ? ' — the row is not taken' : ''}`;
}

/** What was recognised, for the eye of who knows the journal. */
export function readLines({ numbers, ...read }: ReadJournal): readonly string[] {
  return [
    ...sheetLines(read),
    ...numbers.map(
      ({ year, first, last, count, absent }) =>
        `${year}: ${count} appeals, numbers ${first} to ${last}; ${absent.length === 0 ? 'none is absent' : `absent: ${some(absent)}`}.`,
    ),
  ];
}

/** The sheets of a file, their columns, how many rows of each can be taken. */
export function sheetLines({
  sheets,
  others,
}: Pick<ReadJournal, 'sheets' | 'others'> | Pick<ReadPosFile, 'sheets' | 'others'>): readonly string[] {
  return [
    ...sheets.flatMap(({ name, columns, rows, entries, empty, leftOut, ...more }) => [
      `«${name}»: ${rows} rows, ${entries.length} of them can be taken; ${empty} empty, ${leftOut} totals or heads.`,
      ...('ended' in more ? Object.entries(more.ended) : []).map(
        ([state, count]) => `  ${count} with the state «${state}» have their end there: not taken.`,
      ),
      ...columns.columns.map(
        ({ letters, title, kind, isByContent }) =>
          `  ${letters} «${title}»: ${kind ?? 'left out'}${isByContent ? ' (by what is in it: check it)' : ''}`,
      ),
    ]),
    ...others.map(({ name, missing }) => `«${name}» is left out: no column for ${missing.join(', ')}.`),
  ];
}

const SHOWN = 20;

function some(names: readonly string[]): string {
  const more = names.length - SHOWN;
  return names.slice(0, SHOWN).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

/** Counted again after the import: what the file has, and what is stored. */
export function parityLines({ load, added, known, months, topics }: TakenIn): readonly string[] {
  const line = ({ name, inFile, stored }: TakenIn['months'][number]) =>
    `  ${name === '' ? 'without a topic of the district' : name}: ${inFile} in the file, ${stored} stored${inFile === stored ? '' : ' — DIFFERENT'}`;
  return [
    `${added} added, ${known} there already.`,
    'By month:',
    ...months.map(line),
    'By topic:',
    ...topics.map(line),
    ...(load === undefined ? [] : [`Import ${load}. It is taken back with --take-back ${load}`]),
  ];
}

const ends: Readonly<Record<LoadOfJournal['state'], string>> = {
  TAKING: ', interrupted: it goes on with the same file',
  WHOLE: '',
  REMOVING: ', half taken back: it goes on with --take-back',
  REMOVED: ', taken back',
};

export function loadLine({ id, takenAt, rows, refused, state, removedAt, fileHash }: LoadOfJournal): string {
  const end = removedAt === null ? ends[state] : `, taken back ${removedAt.toISOString()}`;
  return `${id}  ${takenAt.toISOString()}  ${rows} appeals, ${refused} rows not taken${end}  file ${fileHash.slice(0, 12)}`;
}
