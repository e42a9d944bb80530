import { createHash } from 'node:crypto';
import { monthOf, type MonthRead, type OpenedReport, type SstuCheck } from '@otklik/search/module';
import { reportFile } from '@otklik/signatures/report';
import type { District } from '@otklik/tenancy';
import { PlainError } from '../../../../deploy/bootstrap/plain-error.mjs';
import type { Composition } from '../composition.js';
import { writeWhole } from '../durable-file.js';
import { required, type Arguments, type Report } from './command.js';
import { reportsOf } from './operations.js';

const SHEETS_AT_ONCE = 20;
const OPERATOR = 'otklik report sstu';

/** Checks the month, and makes its file of what would be accepted. Answers 1 where nothing would be. */
export async function reportSstu(
  composition: Composition,
  district: District,
  args: Arguments,
  report: Report,
): Promise<number> {
  const period = monthOf(required(args, 'month'));
  if (!period) throw new PlainError('A month is a year and a number: 2026-11.');
  const { sstu } = reportsOf(composition);
  const month = await sstu.read(district, period, (done, total) => report.progress(done, total, 'appeals read'));
  const { check } = month;
  printCheck(check, district, report);
  if (args['check'] === true) return check.refused.length === 0 ? 0 : 1;
  if (check.entries.length === 0) {
    report.warn('Nothing would be accepted: no file was made.');
    return 1;
  }
  return handIn({ composition, month, file: required(args, 'file') }, report);
}

interface ToHandIn {
  readonly composition: Composition;
  readonly month: MonthRead;
  readonly file: string;
}

async function handIn({ composition, month, file }: ToHandIn, report: Report): Promise<number> {
  const { sstu, made } = reportsOf(composition);
  const { district } = month;
  const opened = await sstu.open(month, { operator: OPERATOR });
  const { archives, leftOut } = reportFile(
    opened.entries,
    await sheetsOf(composition, district, opened, report),
    opened.limits,
  );
  if (archives.length === 0) {
    report.warn('No answer has its sheet: no file was made.');
    return 1;
  }
  for (const [at, bytes] of archives.entries()) await writeWhole(nameOf(file, at), bytes);
  const sha256 = archives.map((bytes) => createHash('sha256').update(bytes).digest('hex'));
  const bytes = archives.reduce((sum, one) => sum + one.length, 0);
  await made.file(district.id, opened.id, { at: new Date().toISOString(), sha256, bytes, leftOut });
  for (const appeal of leftOut)
    report.warn(`${cardOf(district, appeal)}: the sheet of its answer is missing or too large.`);
  for (const [at, sum] of sha256.entries()) report.print(`${nameOf(file, at)}  SHA-256 ${sum}`);
  report.print(
    `${opened.entries.length - leftOut.length} appeals are in it. It holds names: keep it on an encrypted disk.`,
  );
  return 0;
}

async function sheetsOf(
  composition: Composition,
  district: District,
  { entries }: OpenedReport,
  report: Report,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const { sheets } = reportsOf(composition);
  const needed = entries.flatMap((entry) => entry.sheets);
  const found = new Map<string, Uint8Array>();
  for (let at = 0; at < needed.length; at += SHEETS_AT_ONCE) {
    const some = needed.slice(at, at + SHEETS_AT_ONCE);
    for (const [notice, pdf] of await sheets.read(district.id, some)) found.set(notice, pdf);
    report.progress(Math.min(at + SHEETS_AT_ONCE, needed.length), needed.length, 'answers');
  }
  return found;
}

/** `month.zip`, `month-2.zip` … */
function nameOf(file: string, at: number): string {
  return at === 0 ? file : file.replace(/(\.[^./\\]*)?$/, (extension) => `-${at + 1}${extension}`);
}

function printCheck(check: SstuCheck, district: District, report: Report): void {
  const { appeals, questions, groups, entries, refused, leftOut, changes } = check;
  for (const { code, appeals: of, questions: ofThem } of groups)
    report.print(`${code.padEnd(10)} ${of} appeals, ${ofThem} questions`);
  const inFile = entries.reduce((sum, one) => sum + one.questions.length, 0);
  const closed = refused.reduce((sum, one) => sum + one.questions, 0);
  report.print(
    `${appeals} appeals, ${questions} questions: ${inFile} accepted, ${closed} refused, ${leftOut.length} considered in others.`,
  );
  for (const { appeal, number, faults } of refused)
    for (const { field, why, mend } of faults)
      report.warn(`${number ?? appeal}: ${field} ${why}; mend it: ${placeOf(mend, district, appeal)}`);
  if (changes) report.print(`Since the last file of the month: ${changes.length} questions changed.`);
}

function placeOf(mend: 'CASE' | 'DISTRICT_FILE' | 'MAPPING', district: District, appeal: string): string {
  if (mend === 'CASE') return cardOf(district, appeal);
  return mend === 'MAPPING' ? 'the mapping (SSTU_MAPPING)' : `/desk/${district.code}/administration/district-file`;
}

function cardOf({ code }: District, appeal: string): string {
  return `/desk/${code}/card/${appeal}`;
}
