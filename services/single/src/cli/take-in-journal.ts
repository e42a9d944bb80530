import { COLUMN_KINDS, UnreadableFile, type ColumnKind } from '@otklik/intake/module';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { PlainError } from '../../../../deploy/bootstrap/plain-error.mjs';
import { optional, required, type Arguments, type OperatorCommand } from './command.js';
import { districtOf } from './district-of.js';
import { faultLine, fileFaultLine, readLines } from './journal-words.js';
import { oldJournalOf } from './operations.js';

export const takeInJournal: OperatorCommand['execute'] = async (composition, args, report) => {
  const district = districtOf(composition, required(args, 'district'));
  const bytes = await bytesOf(required(args, 'file'));
  const asked = { district, bytes, only: sheetsOf(args), chosen: columnsOf(optional(args, 'columns')) };
  const read = await oldJournalOf(composition).read(asked).catch(unreadable);
  for (const line of readLines(read)) report.print(line);
  for (const { name, faults } of read.sheets) for (const fault of faults) report.warn(faultLine(name, fault));
  const refused = read.sheets.reduce((sum, { rows, entries }) => sum + rows - entries.length, 0);
  report.print(`${read.entries.length} rows can be taken, ${refused} are not. Nothing was stored.`);
  if (args['dry-run'] !== true) throw new PlainError('Only --dry-run can be done with a journal by this version.');
  return refused > 0 || read.sheets.length === 0 ? 1 : 0;
};

function sheetsOf({ sheet }: Arguments): readonly string[] | undefined {
  return Array.isArray(sheet) ? (sheet as readonly string[]) : undefined;
}

/** `A=NUMBER,C=NONE`. */
function columnsOf(list: string | undefined): Record<number, ColumnKind | 'NONE'> | undefined {
  if (list === undefined) return undefined;
  const kinds: readonly string[] = [...COLUMN_KINDS, 'NONE'];
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

async function bytesOf(file: string): Promise<Uint8Array> {
  return readFile(file).catch((error: unknown) => {
    const why =
      error instanceof Error && 'code' in error && error.code === 'ENOENT' ? 'there is no such file' : 'no access';
    throw new PlainError(`${basename(file)} cannot be read: ${why}.`);
  });
}

function unreadable(error: unknown): never {
  if (error instanceof UnreadableFile) throw new PlainError(fileFaultLine(error.fault, error.where));
  throw error;
}
