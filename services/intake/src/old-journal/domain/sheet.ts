import type { LocalDate } from '@otklik/kernel';

/** A cell of a sheet. A number is its text, without an exponent; an empty cell is ''. */
export interface Cell {
  readonly text: string;
  /** Of a cell that the office program keeps as a date. */
  readonly date?: LocalDate;
}

export interface Sheet {
  readonly name: string;
  /** All rows from the first, empty ones too, so that a row's place is its number. */
  readonly rows: readonly (readonly Cell[])[];
}

export const EMPTY: Cell = { text: '' };

export function isEmptyRow(row: readonly Cell[]): boolean {
  return row.every(({ text }) => text === '');
}

/** `A`, `B` … `AA`: as office programs name columns. */
export function columnLetters(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26));
  return at < 26 ? letter : columnLetters(Math.floor(at / 26) - 1) + letter;
}

/** Line breaks of a cell are spaces in all but the text of an appeal. */
export function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}
