import { retentionOf, type District } from '@otklik/tenancy';
import { PlainError } from '../../../../deploy/bootstrap/plain-error.mjs';
import type { Composition } from '../composition.js';
import { cleanUp } from './clean-up.js';
import { optional, required, type Arguments, type OperatorCommand, type Report } from './command.js';
import { districtOf } from './district-of.js';
import { intakeOf } from './operations.js';
import { endRecords, listRecords, placesOf } from './retention-records.js';
import { retentionWords, type RetentionWords } from './retention-words.js';
import type { StatusLanguage } from './status-words.js';

export const endRetention: OperatorCommand['execute'] = async (composition, args, report, signal) => {
  const words = retentionWords[required(args, 'language') as StatusLanguage];
  const districts = districtsOf(composition, args);
  const places = placesOf(districts, optional(args, 'district') === undefined);
  const due = await listed(composition, districts, words, report);
  const dueRecords = await listRecords(composition, places, words, report);
  if (args['dryRun'] === true) {
    report.print(words.dryRun(due, dueRecords));
    return 0;
  }
  const appeals = await ended(composition, districts, due, words, report, signal);
  const records = await endRecords(composition, places, signal);
  if (signal.aborted) throw new PlainError(words.interrupted);
  if (appeals.length > 0) await cleanUp(composition, appeals, report, signal);
  report.print(words.done(appeals.length, records));
  return 0;
};

function districtsOf(composition: Composition, args: Arguments): readonly District[] {
  const only = optional(args, 'district');
  return only === undefined ? composition.directory.districts() : [districtOf(composition, only)];
}

/** Answers how many are past their term. */
async function listed(
  composition: Composition,
  districts: readonly District[],
  words: RetentionWords,
  report: Report,
): Promise<number> {
  let due = 0;
  for (const district of districts) {
    const counts = await intakeOf(composition).retentionCounts(district.id);
    const terms = retentionOf(district);
    if (counts.length === 0) report.print(words.nothingKept(district.code));
    for (const count of counts) report.print(words.line(district.code, count, terms[count.regime].months));
    due += counts.reduce((sum, one) => sum + one.due, 0);
  }
  return due;
}

async function ended(
  composition: Composition,
  districts: readonly District[],
  due: number,
  words: RetentionWords,
  report: Report,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const appeals: string[] = [];
  for (const { id } of districts) {
    const before = appeals.length;
    const here = await intakeOf(composition).endRetention(id, signal, (done) =>
      report.progress(before + done, Math.max(due, before + done), words.cases),
    );
    for (const appeal of here) report.print(words.ended(appeal));
    appeals.push(...here);
  }
  return appeals;
}
