import type { Directory } from '@otklik/tenancy';
import type { Analyse } from '@otklik/text-analysis';
import { indexedText } from '../domain/indexed-text.js';
import { facetsOf } from '../../register/application/list/register-facets.js';
import type { RegisterRow } from '../../register/application/list/register-row.js';
import type { IndexDocument } from './search-index.js';

/** A row of the register as the index keeps it; undefined when nothing of it may be found by its words any more. */
export function indexDocument(row: RegisterRow, analyse: Analyse, directory: Directory): IndexDocument | undefined {
  if (row.erased) return undefined;
  const { district, id, change, receivedAt } = row;
  const { appeal, questions } = facetsOf(row);
  return {
    district,
    id,
    version: change,
    text: indexedText(searchedTexts(row, directory), analyse, numbersOf(row)),
    facets: { receivedAt, appeal, questions: questions.map(({ id: _id, ...values }) => values) },
  };
}

/** Everything by which an appeal is found, its own words first. */
export function searchedTexts(row: RegisterRow, directory: Directory): readonly string[] {
  const { text, place, gist, supplements, answers } = row.clear;
  const settlements = directory.districtById(row.district)?.settlements ?? [];
  const settlement = settlements.find(({ code }) => code === row.settlement)?.name;
  const all = [text, gist, ...supplements, ...answers, place, settlement, row.number, row.receipt];
  return all.filter((one) => one !== undefined);
}

function numbersOf({ number, receipt }: RegisterRow): readonly string[] {
  return [number, receipt].filter((one) => one !== undefined);
}
