import { compact, type LocalDate } from '@otklik/kernel';
import type { District } from '@otklik/tenancy';
import type { GivenNumbers } from '../domain/given-numbers.js';
import type { ChosenColumns } from '../domain/journal-columns.js';
import { numbersOf, type NumbersOfYear } from '../domain/journal-parity.js';
import type { SeenRow } from '../domain/body-row.js';
import { readSheet, type JournalEntry, type ReadJournalSheet } from '../domain/journal-rows.js';
import type { Sheet } from '../domain/sheet.js';

export interface ReadJournal {
  /** Sheets with an old journal. */
  readonly sheets: readonly ReadJournalSheet[];
  /** The others: their names, and what they lack. */
  readonly others: readonly ReadJournalSheet[];
  readonly entries: readonly JournalEntry[];
  readonly numbers: readonly NumbersOfYear[];
}

export interface JournalOptions {
  readonly district: District;
  readonly today: LocalDate;
  /** Names of the sheets; absent: all. */
  readonly only?: readonly string[] | undefined;
  /** Of every sheet. */
  readonly chosen?: ChosenColumns | undefined;
  /** By the sheet's name. */
  readonly chosenOf?: ReadonlyMap<string, ChosenColumns>;
  readonly given?: GivenNumbers;
}

/** What a file has; a number that a year has on two sheets is refused on the later one. Nothing is stored: the dry run, and the first half of an import. */
export function readJournal(
  sheets: readonly Sheet[],
  { district, today, only, chosen, chosenOf, given }: JournalOptions,
): ReadJournal {
  const reading = { today, topics: district.topics, ...compact({ given }) };
  const seen = new Map<string, SeenRow>();
  const read = sheets
    .filter(({ name }) => only === undefined || only.includes(name))
    .map((sheet) =>
      readSheet(sheet, { ...reading, ...compact({ chosen: chosenOf?.get(sheet.name) ?? chosen }), seen }),
    );
  const journals = read.filter(({ missing }) => missing.length === 0);
  return {
    sheets: journals,
    others: read.filter(({ missing }) => missing.length > 0),
    entries: journals.flatMap(({ entries }) => entries),
    numbers: numbersOf(journals),
  };
}
