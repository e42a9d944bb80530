import { COLUMN_KINDS, type ColumnKind, type ReadPosFile } from '@otklik/intake/module';
import type { District } from '@otklik/tenancy';
import { PlainError } from '../../../../deploy/bootstrap/plain-error.mjs';
import type { Composition } from '../composition.js';
import { required, type OperatorCommand, type Report } from './command.js';
import { districtOf } from './district-of.js';
import { faultWords } from './import-appeals.js';
import { sheetLines } from './journal-words.js';
import { posOf } from './operations.js';
import { bytesOf, reportFaults, sheetOptions, unreadable } from './sheet-file.js';

const actor = { kind: 'system', id: 'operator' } as const;
const kinds: readonly ColumnKind[] = [...COLUMN_KINDS, 'PLACE', 'SOURCE', 'STATE'];

export const takeInPos: OperatorCommand['execute'] = async (composition, args, report, signal) => {
  const district = districtOf(composition, required(args, 'district'));
  demandTerm(district);
  const bytes = await bytesOf(required(args, 'file'));
  const read = await posOf(composition)
    .read({ district, bytes, ...sheetOptions(args, kinds) })
    .catch(unreadable);
  for (const line of sheetLines(read)) report.print(line);
  const refused = reportFaults(read, report);
  if (args['dry-run'] === true) {
    report.print(`${read.entries.length} rows can be taken, ${refused} are not. Nothing was stored.`);
    return refused > 0 || read.sheets.length === 0 ? 1 : 0;
  }
  const isWhole = await take(composition, { district, read, signal }, report);
  return isWhole && refused === 0 && read.sheets.length > 0 ? 0 : 1;
};

/** Without one a registration has no day by which to answer. */
function demandTerm({ code, policy }: District): void {
  if (!Object.hasOwn(policy.answerTerms, 'POS_MESSAGE'))
    throw new PlainError(`${code} has no term for messages of ПОС: add answerTerms.POS_MESSAGE to its file first.`);
}

/** Answers whether every row that can be taken is there. */
async function take(
  composition: Composition,
  { district, read, signal }: { readonly district: District; readonly read: ReadPosFile; readonly signal: AbortSignal },
  report: Report,
): Promise<boolean> {
  const { entries } = read;
  const pos = posOf(composition);
  const taken = await composition.priority.bulkLoad(() =>
    pos.takeIn({
      district,
      entries,
      actor,
      signal,
      done: ({ added, known, faults }) => report.progress(added + known + faults.length, entries.length, 'rows'),
    }),
  );
  for (const fault of taken.faults) {
    const { sheet, row } = entries[fault.line - 1]!;
    report.warn(`«${sheet}», row ${row}: ${faultWords(fault)} — the row is not taken`);
  }
  report.print(`${taken.added} added, ${taken.known} there already.`);
  if (signal.aborted) report.warn('Interrupted. Run it again: it resumes where it stopped.');
  return !signal.aborted && taken.faults.length === 0;
}
