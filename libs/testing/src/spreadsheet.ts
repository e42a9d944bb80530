import { escapeXml } from '@otklik/kernel';
import { strToU8, zipSync } from 'fflate';

/** `serial`: a day as Excel keeps it, with the format of a date; `formula` has no stored result. */
export type MadeCell = string | number | null | { readonly serial: number } | { readonly formula: string };

export interface MadeSheet {
  readonly name: string;
  readonly rows: readonly (readonly MadeCell[])[];
  /** As `A1:C1`. */
  readonly merged?: readonly string[];
  /** Further rows, as XML. */
  readonly more?: string;
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const SCHEMAS = 'http://schemas.openxmlformats.org';
const MAIN = `xmlns="${SCHEMAS}/spreadsheetml/2006/main"`;
const DATE_STYLE = 1;

/** A workbook as Excel writes it: shared strings, a style for dates, merged cells. */
export function xlsxFile(sheets: readonly MadeSheet[], more: Readonly<Record<string, string>> = {}): Uint8Array {
  const strings: string[] = [];
  const shared = (text: string) => (strings.includes(text) ? strings.indexOf(text) : strings.push(text) - 1);
  const parts = sheets.map((sheet, at) => [`xl/worksheets/sheet${at + 1}.xml`, sheetXml(sheet, shared)] as const);
  return zipSync(
    Object.fromEntries(
      Object.entries({
        ...workbook(sheets),
        ...Object.fromEntries(parts),
        'xl/sharedStrings.xml': stringsXml(strings),
        ...more,
      }).map(([name, text]) => [name, strToU8(text)]),
    ),
    // The same sheets are the same bytes.
    { mtime: new Date(2026, 0, 1) },
  );
}

function workbook(sheets: readonly MadeSheet[]): Readonly<Record<string, string>> {
  const office = `${SCHEMAS}/officeDocument/2006/relationships`;
  const types = sheets.map(
    (_, at) =>
      `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`,
  );
  const list = sheets.map(
    ({ name }, at) => `<sheet name="${escapeXml(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  const relations = sheets.map(
    (_, at) => `<Relationship Id="rId${at + 1}" Type="${office}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  );
  const last = sheets.length;
  return {
    '[Content_Types].xml': `${XML}<Types xmlns="${SCHEMAS}/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>${types.join('')}</Types>`,
    '_rels/.rels': `${XML}<Relationships xmlns="${SCHEMAS}/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${XML}<workbook ${MAIN} xmlns:r="${office}"><sheets>${list.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${XML}<Relationships xmlns="${SCHEMAS}/package/2006/relationships">${relations.join('')}<Relationship Id="rId${last + 1}" Type="${office}/styles" Target="styles.xml"/><Relationship Id="rId${last + 2}" Type="${office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/styles.xml': `${XML}<styleSheet ${MAIN}><cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  };
}

function stringsXml(strings: readonly string[]): string {
  const items = strings.map((text) => `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`);
  return `${XML}<sst ${MAIN} count="${items.length}" uniqueCount="${items.length}">${items.join('')}</sst>`;
}

function sheetXml({ rows, merged = [], more = '' }: MadeSheet, shared: (text: string) => number): string {
  const lines = rows.map((row, at) => {
    const cells = row.map((cell, place) => cellXml(cell, `${String.fromCharCode(65 + place)}${at + 1}`, shared));
    return row.length === 0 ? '' : `<row r="${at + 1}">${cells.join('')}</row>`;
  });
  const merges =
    merged.length === 0 ? '' : `<mergeCells>${merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;
  return `${XML}<worksheet ${MAIN}><sheetData>${lines.join('')}${more}</sheetData>${merges}</worksheet>`;
}

function cellXml(cell: MadeCell, ref: string, shared: (text: string) => number): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return `<c r="${ref}" t="s"><v>${shared(cell)}</v></c>`;
  if (typeof cell === 'number') return `<c r="${ref}"><v>${cell}</v></c>`;
  if ('formula' in cell) return `<c r="${ref}" t="str"><f>${cell.formula}</f></c>`;
  return `<c r="${ref}" s="${DATE_STYLE}"><v>${cell.serial}</v></c>`;
}

/** Text in cp1251, as Excel writes CSV in Russia. */
export function cp1251(text: string): Uint8Array {
  const decoder = new TextDecoder('windows-1251');
  const codes = new Map(Array.from({ length: 256 }, (_, code) => [decoder.decode(Uint8Array.of(code)), code] as const));
  return Uint8Array.from([...text].map((letter) => codes.get(letter) ?? 0x3f));
}
