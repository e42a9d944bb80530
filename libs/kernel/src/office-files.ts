import { escapeXml } from './escape-markup.js';

/** A number stays a number in a spreadsheet. */
export type OfficeCell = string | number;

export interface OfficeTable {
  readonly title: string;
  /** Of each column; the first names the lines. */
  readonly head: readonly string[];
  readonly rows: readonly (readonly OfficeCell[])[];
}

/** Paragraphs and tables that an office program opens. All texts are plain. */
export interface OfficeDocument {
  readonly title: string;
  readonly text: readonly string[];
  readonly tables: readonly OfficeTable[];
  /** Below the tables: how they were counted. */
  readonly notes: readonly string[];
}

/** What the file says beside its document, in the reader's language. */
export interface OfficeWords {
  /** The sheet of the texts. */
  readonly about: string;
  /** The heading above the notes. */
  readonly notes: string;
}

/** A part of the file, which is a zip archive of its parts in this order. */
export interface OfficePart {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export const DOCX_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const SCHEMAS = 'http://schemas.openxmlformats.org';
const RELATIONS = `${SCHEMAS}/officeDocument/2006/relationships`;
const WORD = `xmlns:w="${SCHEMAS}/wordprocessingml/2006/main"`;
const SHEET = `xmlns="${SCHEMAS}/spreadsheetml/2006/main"`;

/** Twentieths of a point: A4 with margins of 30, 20, 20 and 15 mm. */
const PAGE = { width: 11906, height: 16838, top: 1134, right: 850, bottom: 1134, left: 1701 } as const;
const WIDTH = PAGE.width - PAGE.left - PAGE.right;
/** A name of a line needs as much room as two numbers. */
const FIRST = 2;
/** More columns than these are set across the page. */
const UPRIGHT = 6;
/** As Excel allows a sheet's name. */
const MAX_SHEET_NAME = 31;
const MAX_COLUMNS = 26;

/** Whether the page lies on its long side, so that the widest table has room. */
export function isAcross(tables: readonly Pick<OfficeTable, 'head'>[]): boolean {
  return tables.some(({ head }) => head.length > UPRIGHT);
}

/** A text document (ECMA-376, transitional). */
export function docxParts(document: OfficeDocument, words: Pick<OfficeWords, 'notes'>): readonly OfficePart[] {
  return [
    part('[Content_Types].xml', typesOf([['word/document.xml', `${DOCX_TYPE}.main+xml`], WORD_STYLES])),
    part('_rels/.rels', relations([['officeDocument', 'word/document.xml']])),
    part('word/_rels/document.xml.rels', relations([['styles', 'styles.xml']])),
    part('word/styles.xml', wordStyles),
    part('word/document.xml', wordBody(document, words)),
  ];
}

/** A workbook (ECMA-376, transitional): a sheet of the texts, and one of each table. */
export function xlsxParts(
  { title, text, tables, notes }: OfficeDocument,
  { about }: Pick<OfficeWords, 'about'>,
): readonly OfficePart[] {
  const sheets = [
    { name: about, xml: sheetOf([[title], ...text.map((one) => [one]), ...notes.map((one) => [one])], 'TEXT') },
    ...tables.map((table) => ({ name: table.title, xml: sheetOf([table.head, ...table.rows], 'TABLE') })),
  ];
  const names = sheetNames(sheets.map(({ name }) => name));
  const files = sheets.map((_, at) => `worksheets/sheet${at + 1}.xml`);
  const listed = names.map((name, at) => `<sheet name="${escapeXml(name)}" sheetId="${at + 1}" r:id="r${at + 1}"/>`);
  return [
    part(
      '[Content_Types].xml',
      typesOf([
        ['xl/workbook.xml', `${XLSX_TYPE}.main+xml`],
        ['xl/styles.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml'],
        ...files.map((file) => [`xl/${file}`, SHEET_TYPE] as const),
      ]),
    ),
    part('_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']])),
    part(
      'xl/_rels/workbook.xml.rels',
      relations([...files.map((file) => ['worksheet', file] as const), ['styles', 'styles.xml']]),
    ),
    part(
      'xl/workbook.xml',
      `${XML}<workbook ${SHEET} xmlns:r="${RELATIONS}"><sheets>${listed.join('')}</sheets></workbook>`,
    ),
    part('xl/styles.xml', sheetStyles),
    ...sheets.map(({ xml }, at) => part(`xl/${files[at]!}`, xml)),
  ];
}

const WORD_STYLES = [
  'word/styles.xml',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml',
] as const;
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';

function part(name: string, text: string): OfficePart {
  return { name, bytes: new TextEncoder().encode(text) };
}

function typesOf(parts: readonly (readonly [name: string, type: string])[]): string {
  const rels = 'application/vnd.openxmlformats-package.relationships+xml';
  return `${XML}<Types xmlns="${SCHEMAS}/package/2006/content-types"><Default Extension="rels" ContentType="${rels}"/><Default Extension="xml" ContentType="application/xml"/>${parts
    .map(([name, type]) => `<Override PartName="/${name}" ContentType="${type}"/>`)
    .join('')}</Types>`;
}

function relations(of: readonly (readonly [kind: string, target: string])[]): string {
  return `${XML}<Relationships xmlns="${SCHEMAS}/package/2006/relationships">${of
    .map(([kind, to], at) => `<Relationship Id="r${at + 1}" Type="${RELATIONS}/${kind}" Target="${to}"/>`)
    .join('')}</Relationships>`;
}

const wordStyles = `${XML}<w:styles ${WORD}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="PT Serif" w:hAnsi="PT Serif" w:cs="Times New Roman"/><w:sz w:val="24"/><w:lang w:val="ru-RU"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120"/></w:pPr></w:pPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="32"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:spacing w:before="280"/><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:b/><w:sz w:val="26"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Cell"><w:name w:val="Cell"/><w:basedOn w:val="Normal"/><w:pPr><w:spacing w:before="20" w:after="20"/></w:pPr><w:rPr><w:sz w:val="18"/></w:rPr></w:style>
</w:styles>`;

function wordBody({ title, text, tables, notes }: OfficeDocument, words: Pick<OfficeWords, 'notes'>): string {
  const across = isAcross(tables);
  const width = across ? PAGE.height - PAGE.left - PAGE.right : WIDTH;
  const [w, h] = across ? [PAGE.height, PAGE.width] : [PAGE.width, PAGE.height];
  const body = [
    paragraph('Heading1', title),
    ...text.map((one) => paragraph('Normal', one)),
    ...tables.flatMap((table) => [paragraph('Heading2', table.title), wordTable(table, width)]),
    ...(notes.length > 0 ? [paragraph('Heading2', words.notes)] : []),
    ...notes.map((one) => paragraph('Normal', one)),
  ].join('\n');
  return `${XML}<w:document ${WORD}><w:body>${body}<w:sectPr><w:pgSz w:w="${w}" w:h="${h}"${across ? ' w:orient="landscape"' : ''}/><w:pgMar w:top="${PAGE.top}" w:right="${PAGE.right}" w:bottom="${PAGE.bottom}" w:left="${PAGE.left}" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>`;
}

function wordTable({ head, rows }: OfficeTable, width: number): string {
  const unit = Math.floor(width / (FIRST + head.length - 1));
  const widths = head.map((_, at) => (at === 0 ? FIRST * unit : unit));
  const grid = widths.map((one) => `<w:gridCol w:w="${one}"/>`).join('');
  const line = '<w:bottom w:val="single" w:sz="4" w:space="0" w:color="888888"/>';
  const borders = `<w:tblBorders>${line}<w:insideH w:val="single" w:sz="4" w:space="0" w:color="888888"/></w:tblBorders>`;
  const row = (cells: readonly OfficeCell[], isHead: boolean): string =>
    `<w:tr><w:trPr><w:cantSplit/>${isHead ? '<w:tblHeader/>' : ''}</w:trPr>${cells
      .map(
        (one, at) =>
          `<w:tc><w:tcPr><w:tcW w:w="${widths[at] ?? unit}" w:type="dxa"/></w:tcPr>${cell(one, at, isHead)}</w:tc>`,
      )
      .join('')}</w:tr>`;
  const lines = [row(head, true), ...rows.map((one) => row(one, false))].join('');
  return `<w:tbl><w:tblPr><w:tblW w:w="${unit * (FIRST + head.length - 1)}" w:type="dxa"/>${borders}<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${lines}</w:tbl>`;
}

function cell(value: OfficeCell, at: number, isHead: boolean): string {
  return paragraph('Cell', String(value), { end: at > 0, bold: isHead });
}

function paragraph(
  style: string,
  text: string,
  look: { readonly end?: boolean; readonly bold?: boolean } = {},
): string {
  const end = look.end ? '<w:jc w:val="right"/>' : '';
  const bold = look.bold ? '<w:rPr><w:b/></w:rPr>' : '';
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${end}</w:pPr><w:r>${bold}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r></w:p>`;
}

const sheetStyles = `${XML}<styleSheet ${SHEET}><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf fontId="1" applyFont="1"/><xf applyAlignment="1"><alignment wrapText="1" vertical="top"/></xf></cellXfs></styleSheet>`;

function sheetOf(rows: readonly (readonly OfficeCell[])[], kind: 'TEXT' | 'TABLE'): string {
  const frozen = `<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`;
  const widths = kind === 'TEXT' ? '<col min="1" max="1" width="100" customWidth="1"/>' : TABLE_WIDTHS;
  const lines = rows.map((cells, at) => {
    const look = at === 0 ? 1 : 2;
    return `<row r="${at + 1}">${cells.map((one, column) => sheetCell(one, `${letterOf(column)}${at + 1}`, look)).join('')}</row>`;
  });
  return `${XML}<worksheet ${SHEET}>${kind === 'TABLE' ? frozen : ''}<cols>${widths}</cols><sheetData>${lines.join('')}</sheetData></worksheet>`;
}

const TABLE_WIDTHS = `<col min="1" max="1" width="48" customWidth="1"/><col min="2" max="${MAX_COLUMNS}" width="16" customWidth="1"/>`;

function sheetCell(value: OfficeCell, at: string, look: number): string {
  if (typeof value === 'number') return `<c r="${at}" s="${look}"><v>${value}</v></c>`;
  // A text of its own: whatever it begins with, it is no formula.
  return `<c r="${at}" s="${look}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(value)}</t></is></c>`;
}

function letterOf(column: number): string {
  if (column >= MAX_COLUMNS) throw new RangeError(`a table has ${MAX_COLUMNS} columns at most`);
  return String.fromCharCode('A'.charCodeAt(0) + column);
}

/** Short, without the signs that Excel refuses, and each once, whatever the case of its letters. */
function sheetNames(titles: readonly string[]): readonly string[] {
  const used = new Set<string>();
  return titles.map((title, at) => {
    const plain = title.replace(/[[\]:*?/\\']/g, ' ').trim() || String(at + 1);
    for (let count = 1; ; count += 1) {
      const end = count === 1 ? '' : ` ${count}`;
      const name = plain.slice(0, MAX_SHEET_NAME - end.length).trim() + end;
      if (used.has(name.toLowerCase())) continue;
      used.add(name.toLowerCase());
      return name;
    }
  });
}
