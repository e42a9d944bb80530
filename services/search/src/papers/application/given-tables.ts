import type { TablesPaper } from '@otklik/documents';

/** What a screen hands in to be set. */
export type GivenTables = Pick<TablesPaper, 'title' | 'text' | 'tables' | 'notes'>;

const MAX_TITLE = 300;
const MAX_PARAGRAPHS = 40;
/** Each filter of a search may be named in one sentence, with a dozen of its values. */
const MAX_TEXT = 20_000;
const MAX_TABLES = 40;
const MAX_COLUMNS = 12;
const MAX_CELL = 1_000;
const MAX_ROWS = 6_000;

/** A report whose rows are as wide as their heads, within what a sheet can show; undefined of anything else. */
export function tablesOf(body: unknown): GivenTables | undefined {
  if (!isObject(body)) return undefined;
  const { title, text, tables, notes } = body;
  if (!isText(title, MAX_TITLE) || title.trim() === '') return undefined;
  if (!isTexts(text) || !isTexts(notes) || !isListOf(tables, MAX_TABLES, isTable)) return undefined;
  if (tables.reduce((sum, { rows }) => sum + rows.length, 0) > MAX_ROWS) return undefined;
  return {
    title,
    text,
    notes,
    tables: tables.map((one) => ({ title: one.title, head: one.head, rows: one.rows.map((row) => row.map(String)) })),
  };
}

interface Table {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

function isTable(value: unknown): value is Table {
  if (!isObject(value)) return false;
  const { title, head, rows } = value;
  if (!isText(title, MAX_TITLE) || !isListOf(head, MAX_COLUMNS, isCell) || head.length === 0) return false;
  return isListOf(rows, MAX_ROWS, (row) => isListOf(row, MAX_COLUMNS, isCell) && row.length === head.length);
}

function isCell(value: unknown): value is string | number {
  return isText(value, MAX_CELL) || (typeof value === 'number' && Number.isFinite(value));
}

function isTexts(value: unknown): value is readonly string[] {
  return isListOf(value, MAX_PARAGRAPHS, (one): one is string => isText(one, MAX_TEXT));
}

function isText(value: unknown, max: number): value is string {
  return typeof value === 'string' && value.length <= max;
}

function isListOf<One>(
  value: unknown,
  max: number,
  is: ((one: unknown) => one is One) | ((one: unknown) => boolean),
): value is readonly One[] {
  return Array.isArray(value) && value.length <= max && value.every(is);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
