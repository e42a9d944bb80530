import { isUuid, localDate } from '@otklik/kernel';
import { JournalBusy, JournalInUse, type ReadJournal } from '@otklik/intake/module';
import type { District } from '@otklik/tenancy';
import { PlainError } from '../../../../deploy/bootstrap/plain-error.mjs';
import type { Composition } from '../composition.js';
import { optional, type OperatorCommand, type Report } from './command.js';
import { districtOf } from './district-of.js';
import { loadLine, parityLines, readLines } from './journal-words.js';
import { oldJournalOf } from './operations.js';
import { bytesOf, reportFaults, sheetOptions, unreadable } from './sheet-file.js';

const actor = { kind: 'system', id: 'operator' } as const;

export const takeInJournal: OperatorCommand['execute'] = async (composition, args, report, signal) => {
  const district = districtOf(composition, optional(args, 'district') ?? '');
  const [file, load] = [optional(args, 'file'), optional(args, 'take-back')];
  if (load !== undefined) return takeBack(composition, { district, load, signal }, report);
  if (file === undefined) return list(composition, district, report);
  const bytes = await bytesOf(file);
  const asked = { district, bytes, ...sheetOptions(args) };
  const read = await oldJournalOf(composition).read(asked).catch(unreadable);
  const refused = reportRead(read, report);
  if (args['dry-run'] === true) {
    report.print(`${read.entries.length} rows can be taken, ${refused} are not. Nothing was stored.`);
    return refused > 0 || read.sheets.length === 0 ? 1 : 0;
  }
  demandReserve(district, read, args['reserve'] === true);
  const isWhole = await take(composition, { district, file: bytes, read, signal }, report);
  return isWhole && refused === 0 && read.sheets.length > 0 ? 0 : 1;
};

/** Numbers of the present year move the series that registrations go on in: the operator says that he has seen the last of them. */
function demandReserve({ zone }: District, { numbers }: ReadJournal, isAsked: boolean): void {
  const present = Number(localDate(new Date().toISOString(), zone).slice(0, 4));
  const moved = numbers.find(({ year }) => year === present);
  if (moved && !isAsked)
    throw new PlainError(
      `The next registration of ${present} would get a number after ${moved.last}. With --reserve it is done; nothing was stored.`,
    );
}

/** Answers how many rows are not taken. */
function reportRead(read: ReadJournal, report: Report): number {
  for (const line of readLines(read)) report.print(line);
  return reportFaults(read, report);
}

/** Answers whether every row that can be taken is there. */
async function take(
  composition: Composition,
  taking: {
    readonly district: District;
    readonly file: Uint8Array;
    readonly read: ReadJournal;
    readonly signal: AbortSignal;
  },
  report: Report,
): Promise<boolean> {
  const total = taking.read.entries.length;
  const done = (count: number) => report.progress(count, total, 'rows');
  const taken = await composition.priority
    .bulkLoad(() => oldJournalOf(composition).takeIn({ ...taking, actor, done }))
    .catch((error: unknown) => {
      if (error instanceof JournalBusy)
        throw new PlainError('An import is taken back now: when that is done, run it again.');
      throw error;
    });
  for (const { sheet, row, number } of taken.numbersTaken)
    report.warn(
      `«${sheet}», row ${row}: number «${number}» is there in that year, with other cells or of Otklik — not taken`,
    );
  for (const line of parityLines(taken)) report.print(line);
  if (taking.signal.aborted) report.warn('Interrupted. Run it again: it resumes where it stopped.');
  return !taking.signal.aborted && taken.numbersTaken.length === 0;
}

async function list(composition: Composition, district: District, report: Report): Promise<number> {
  const loads = await oldJournalOf(composition).loads(district);
  for (const load of loads) report.print(loadLine(load));
  if (loads.length === 0) report.print('No old journal was taken in.');
  return 0;
}

async function takeBack(
  composition: Composition,
  { district, load, signal }: { readonly district: District; readonly load: string; readonly signal: AbortSignal },
  report: Report,
): Promise<number> {
  const loads = isUuid(load) ? await oldJournalOf(composition).loads(district) : [];
  if (!loads.some(({ id, state }) => id === load && state !== 'REMOVED'))
    throw new PlainError(`"${load}" is no import, or it was taken back: they are listed without a file.`);
  try {
    const { removed, left } = await oldJournalOf(composition).takeBack({ district, load, actor, signal });
    report.print(`${removed} appeals of the old journal were taken back; the persons' keys are destroyed.`);
    if (left > 0) report.warn(`Interrupted: ${left} are left. Run it again: it resumes where it stopped.`);
    return left > 0 ? 1 : 0;
  } catch (error) {
    if (!(error instanceof JournalInUse)) throw error;
    const shown = error.appeals.slice(0, 10).join(', ');
    throw new PlainError(`Something was done with ${error.appeals.length} of its appeals, which stay: ${shown}`);
  }
}
