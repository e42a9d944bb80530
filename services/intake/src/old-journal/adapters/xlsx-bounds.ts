import { strToU8 } from 'fflate';
import { Parser } from 'saxen';
import { MAX_COLUMNS, MAX_ROWS, UnreadableFile } from '../domain/journal-file.js';
import type { XlsxParts } from './xlsx-parts.js';

/** Whatever the prefix: `<c r="A1" s="3"/>`, `<row r="7" ht="12"></row>`. A cell or row without `r` keeps the place of those after it. */
const EMPTY_CELL = /<((?:[\w.-]+:)?c)\s(?=[^<>]*\br=)[^<>]*(?:\/>|>\s*<\/\1\s*>)/g;
const EMPTY_ROW = /<((?:[\w.-]+:)?row)\s(?=[^<>]*\br=)[^<>]*(?:\/>|>\s*<\/\1\s*>)/g;
/** A formula's error, as `#N/A`: read as its text. */
const ERROR_CELL = /(<(?:[\w.-]+:)?c\s[^<>]*\bt=["'])e(?=["'])/g;

/**
 * The library lays out every row and column up to the last reference, before its caller sees any: so the references are looked at here.
 * Styles without content, which office programs write down to row 1,048,576, are taken out; content that is too far is a fault.
 */
export function boundedParts(parts: XlsxParts, maxCells: number): XlsxParts {
  const count = new CellCount(maxCells);
  return Object.fromEntries(
    Object.entries(parts).map(([name, bytes]) => {
      const text = new TextDecoder().decode(bytes);
      if (!text.includes('sheetData')) return [name, bytes];
      const dense = text.replace(EMPTY_CELL, '').replace(EMPTY_ROW, '').replace(ERROR_CELL, '$1str');
      demandNear(dense, count, () => sheetNameOf(parts, name));
      return [name, strToU8(dense)];
    }),
  );
}

/** Rows and cells with content, and rows that are laid out, of the sheets so far. */
class CellCount {
  private cells = 0;
  private filled = 0;
  private before = 0;
  private last = 0;

  constructor(private readonly maxCells: number) {}

  begin(): void {
    this.before += this.last;
    this.last = 0;
  }

  cell(): void {
    if (++this.cells > this.maxCells) throw new UnreadableFile('CELLS_TOO_MANY');
  }

  /** A row without a reference is the one after the last; a cell without one cannot be placed. */
  next(tag: 'row' | 'c'): readonly string[] {
    if (tag === 'c') throw new UnreadableFile('FILE_DAMAGED');
    return [String(this.last + 1)];
  }

  /** A row has content. Answers whether it is too far down. */
  reach(row: number): boolean {
    if (row > this.last) this.filled++;
    this.last = Math.max(this.last, row);
    if (this.filled > MAX_ROWS) throw new UnreadableFile('ROWS_TOO_MANY');
    return this.before + row > MAX_ROWS;
  }
}

function demandNear(xml: string, count: CellCount, sheet: () => string): void {
  count.begin();
  eachTag(xml, (tag, attributes) => {
    if (tag !== 'row' && tag !== 'c') return;
    if (tag === 'c') count.cell();
    for (const reference of referencesOf(attributes) ?? count.next(tag)) {
      const { row, column } = placeOf(tag, reference);
      if (count.reach(row) || column > MAX_COLUMNS)
        throw new UnreadableFile('CELL_TOO_FAR', { sheet: sheet(), cell: tag === 'c' ? reference : `A${row}` });
    }
  });
}

/** The library takes an attribute with a prefix for one without. */
function referencesOf(attributes: Readonly<Record<string, string>>): readonly string[] | undefined {
  const references = Object.entries(attributes).flatMap(([name, value]) => (localName(name) === 'r' ? [value] : []));
  return references.length > 0 ? references : undefined;
}

function placeOf(tag: 'row' | 'c', reference: string): { readonly row: number; readonly column: number } {
  const [, letters, digits] = /^([A-Z]{0,3})([1-9]\d{0,6})$/.exec(reference) ?? [];
  if (letters === undefined || (letters === '') !== (tag === 'row')) throw new UnreadableFile('FILE_DAMAGED');
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { row: Number(digits), column };
}

/** By the workbook's list and its relations; '' where they name none. */
function sheetNameOf(parts: XlsxParts, part: string): string {
  const read = (name: string, each: (tag: string, attributes: Readonly<Record<string, string>>) => void) =>
    eachTag(new TextDecoder().decode(parts[name] ?? new Uint8Array()), each);
  const relations = new Set<string>();
  read('xl/_rels/workbook.xml.rels', (_, { Id, Target }) => {
    if (Id !== undefined && Target && part.endsWith(Target.replace(/^\/?(xl\/)?/, '/'))) relations.add(Id);
  });
  const names: string[] = [];
  read('xl/workbook.xml', (tag, attributes) => {
    const relation = Object.entries(attributes).find(([name]) => localName(name) === 'id')?.[1];
    if (tag === 'sheet' && relation !== undefined && relations.has(relation)) names.push(attributes['name'] ?? '');
  });
  return names[0] ?? '';
}

function eachTag(xml: string, each: (tag: string, attributes: Readonly<Record<string, string>>) => void): void {
  const parser = new Parser();
  parser.on('error', (cause) => {
    throw new UnreadableFile('FILE_DAMAGED', { cause });
  });
  parser.on('openTag', (name, attributes) => each(localName(name), attributes()));
  parser.parse(xml);
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
