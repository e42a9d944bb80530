import {
  COLUMN_KINDS,
  UnreadableFile,
  type ColumnKind,
  type ReadJournal,
  type ReadPosFile,
} from '@otklik/intake/module';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { PlainError } from '../../../../deploy/bootstrap/plain-error.mjs';
import { optional, type Arguments, type Report } from './command.js';
import { faultLine, fileFaultLine } from './journal-words.js';

/** What a command that takes in a sheet is called with: `--sheet`, and `--columns` of these kinds. */
export function sheetOptions(args: Arguments, kinds: readonly ColumnKind[] = COLUMN_KINDS) {
  return { only: sheetsOf(args), chosen: columnsOf(optional(args, 'columns'), kinds) };
}

/** Reports the faults of rows. Answers how many rows are not taken. */
export function reportFaults({ sheets }: ReadJournal | ReadPosFile, report: Report): number {
  for (const { name, faults } of sheets) for (const fault of faults) report.warn(faultLine(name, fault));
  return sheets.reduce((sum, { rows, entries }) => sum + rows - entries.length, 0);
}

function sheetsOf({ sheet }: Arguments): readonly string[] | undefined {
  return Array.isArray(sheet) ? (sheet as readonly string[]) : undefined;
}

/** `A=NUMBER,C=NONE`. */
function columnsOf(
  list: string | undefined,
  of: readonly ColumnKind[],
): Record<number, ColumnKind | 'NONE'> | undefined {
  if (list === undefined) return undefined;
  const kinds: readonly string[] = [...of, 'NONE'];
  return Object.fromEntries(
    list.split(',').map((one) => {
      const [, letters, kind] = /^\s*([A-Z]{1,2})\s*=\s*([A-Z_]+)\s*$/.exec(one) ?? [];
      if (letters === undefined || kind === undefined || !kinds.includes(kind))
        throw new PlainError(`"${one}" is no column and its kind, as A=NUMBER. Kinds: ${kinds.join(', ')}.`);
      return [placeOf(letters), kind as ColumnKind | 'NONE'];
    }),
  );
}

function placeOf(letters: string): number {
  return [...letters].reduce((place, letter) => place * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

export async function bytesOf(file: string): Promise<Uint8Array> {
  return readFile(file).catch((error: unknown) => {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw new PlainError(`${basename(file)} cannot be read: ${isMissing ? 'there is no such file' : 'no access'}.`);
  });
}

export function unreadable(error: unknown): never {
  if (error instanceof UnreadableFile) throw new PlainError(fileFaultLine(error));
  throw error;
}
