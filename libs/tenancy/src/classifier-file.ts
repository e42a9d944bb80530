import { anyLevelPattern } from '@otklik/contracts/classifier-patterns';
import { levelOf, shortCode, type ClassifierEdition, type ClassifierRow } from './classifier.js';

/** A file of the common classifier: tab-separated lines, the names of the columns first. */

/** What a row may call the column; further columns are passed over. */
const columns = {
  code: ['code', 'код'],
  name: ['name', 'наименование', 'название'],
  level: ['level', 'уровень'],
  edition: ['version', 'edition', 'редакция', 'версия'],
  source: ['source', 'источник'],
} as const;
type Column = keyof typeof columns;

const CODE = new RegExp(anyLevelPattern);
const MAX_NAME_LENGTH = 1_000;
const MAX_EDITION_LENGTH = 40;
/** Several times the greatest edition that is known. */
const MAX_ROWS = 20_000;

/** `line` of the file, from 1. */
export interface ClassifierFault {
  readonly line: number;
  readonly why: string;
}

export interface ReadClassifier {
  /** Without `isWhole`, which the file does not say. Absent where there are faults. */
  readonly classifier?: Omit<ClassifierEdition, 'isWhole'>;
  readonly faults: readonly ClassifierFault[];
}

interface Line {
  readonly line: number;
  readonly cells: Readonly<Partial<Record<Column, string>>>;
}

/** All faults at once. `edition`: that of a file which does not name one, or several; its column is passed over then. */
export function readClassifierFile(text: string, edition?: string): ReadClassifier {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const names = (lines[0] ?? '').split('\t').map((name) => unquoted(name).toLowerCase());
  const at = (column: Column): number => names.findIndex((name) => columns[column].some((one) => one === name));
  const missing = (['code', 'name'] as const).filter((column) => at(column) < 0);
  if (missing.length > 0)
    return fault(1, `the column ${missing.join(' and ')} is missing: the first line names columns`);
  const rows = lines.flatMap((line, index): readonly Line[] => {
    if (index === 0 || line.trim() === '') return [];
    const cells = line.split('\t').map(unquoted);
    const named = (Object.keys(columns) as Column[]).map((column) => [column, cells[at(column)] ?? ''] as const);
    return [{ line: index + 1, cells: Object.fromEntries(named) as Line['cells'] }];
  });
  if (rows.length === 0) return fault(1, 'there is no row');
  if (rows.length > MAX_ROWS) return fault(MAX_ROWS + 1, `there are more than ${MAX_ROWS} rows`);
  const named = editionOf(rows, edition);
  const faults = [...('why' in named ? [named] : []), ...faultsOfRows(rows)];
  if (faults.length > 0 || 'why' in named) return { faults };
  return { faults, classifier: { edition: named.edition, rows: rows.map(rowOf).toSorted(byCode) } };
}

function fault(line: number, why: string): ReadClassifier {
  return { faults: [{ line, why }] };
}

/** As spreadsheets write a cell with a quotation mark in it. */
function unquoted(cell: string): string {
  const text = cell.trim();
  return /^".*"$/s.test(text) ? text.slice(1, -1).replaceAll('""', '"').trim() : text;
}

function editionOf(rows: readonly Line[], given: string | undefined): { readonly edition: string } | ClassifierFault {
  const named = [...new Set(rows.flatMap(({ cells }) => cells.edition || []))];
  const edition = given ?? named[0];
  if (edition === undefined) return { line: 1, why: 'no column names the edition: give it with --edition' };
  if (given === undefined && named.length > 1)
    return { line: 1, why: `it has rows of the editions ${named.join(', ')}: say with --edition which one it is` };
  if (edition.length > MAX_EDITION_LENGTH)
    return { line: 1, why: `the edition has more than ${MAX_EDITION_LENGTH} letters` };
  return { edition };
}

function faultsOfRows(rows: readonly Line[]): readonly ClassifierFault[] {
  const codes = rows.map(({ cells }) => shortCode(cells.code ?? ''));
  const firstLine = new Map<string, number>();
  const known = new Set(codes);
  return rows.flatMap(({ line, cells: { name = '', level = '' } }, index) => {
    const code = codes[index]!;
    const why = CODE.test(code) ? faultOf({ code, name, level }, known) : `"${code}" is no code: 0003.0009.0099.0742`;
    const before = firstLine.get(code);
    firstLine.set(code, before ?? line);
    if (why !== undefined) return [{ line, why }];
    return before === undefined ? [] : [{ line, why: `${code} is also in line ${before}` }];
  });
}

function faultOf(
  { code, name, level }: { readonly code: string; readonly name: string; readonly level: string },
  known: ReadonlySet<string>,
): string | undefined {
  if (name === '') return `${code} has no name`;
  if (name.length > MAX_NAME_LENGTH) return `the name of ${code} has more than ${MAX_NAME_LENGTH} letters`;
  if (level !== '' && level !== String(levelOf(code))) return `${code} is of level ${levelOf(code)}, not ${level}`;
  const parent = code.slice(0, -'.0000'.length);
  return parent === '' || known.has(parent) ? undefined : `${code} is in ${parent}, which the file does not have`;
}

function rowOf({ cells: { code = '', name = '', source = '' } }: Line): ClassifierRow {
  return { code: shortCode(code), name, ...(source !== '' && { source }) };
}

function byCode(one: ClassifierRow, other: ClassifierRow): number {
  return one.code < other.code ? -1 : 1;
}
