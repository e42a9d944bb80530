import { quarterOf, yearOf } from '@otklik/search/module';
import type { District } from '@otklik/tenancy';
import { PlainError } from '../../../../deploy/bootstrap/plain-error.mjs';
import type { Composition } from '../composition.js';
import { writeWhole } from '../durable-file.js';
import { optional, required, type Arguments, type Report } from './command.js';
import { reportsOf } from './operations.js';

/** The review of a quarter or a year as a text document (of Word, where the file's name ends so), and beside it all its numbers as CSV. */
export async function reportReview(
  composition: Composition,
  district: District,
  args: Arguments,
  report: Report,
): Promise<number> {
  const period = periodOf(args);
  const { review, text, odt, docx, csv } = await reportsOf(composition).reviews.files(district, period);
  const file = required(args, 'file');
  const table = `${file.replace(/\.(odt|docx)$/i, '')}.csv`;
  await writeWhole(file, /\.docx$/i.test(file) ? docx : odt);
  await writeWhole(table, csv);
  for (const sentence of text) report.print(sentence);
  const count = review.tables.reduce((sum, { lines }) => sum + lines.length, 0);
  report.print(`${file} and ${table}: ${review.tables.length} tables, ${count} lines. Nothing in them names a person.`);
  return 0;
}

function periodOf(args: Arguments) {
  const [quarter, year] = [optional(args, 'quarter'), optional(args, 'year')];
  if ((quarter === undefined) === (year === undefined)) throw new PlainError('Either --quarter or --year is needed.');
  const period = quarter === undefined ? yearOf(year!) : quarterOf(quarter);
  if (period) return period;
  throw new PlainError(
    quarter === undefined ? 'A year has four digits: 2026.' : 'A quarter is a year and a number: 2026-3.',
  );
}
