import { escapeXml } from '@otklik/kernel';
import { csvText } from '@otklik/kernel/csv';
import { docxParts } from '@otklik/kernel/office-files';
import { packed } from '@otklik/signatures/merge';
import type { Review } from './review.js';
import { columnWords, difference, periodWords, reviewText } from './review-text.js';

const MIMETYPE = 'application/vnd.oasis.opendocument.text';
const OASIS = 'urn:oasis:names:tc:opendocument:xmlns';
const NAMESPACES = [
  ...[`xmlns:office="${OASIS}:office:1.0"`, `xmlns:style="${OASIS}:style:1.0"`, `xmlns:text="${OASIS}:text:1.0"`],
  ...[`xmlns:table="${OASIS}:table:1.0"`, `xmlns:fo="${OASIS}:xsl-fo-compatible:1.0"`],
].join(' ');
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';

const NOTES_HEADING = 'Как считали';
const NOTES = [
  'Каждое число — итог списка обращений или вопросов в программе. Обращения считаются по дню регистрации, признанные ошибочными номера — нет.',
  'Ответы и сроки — по дню, когда отправка ответа доказана. Прошлый год — те же дни. Места, где обращений меньше пяти, сложены, чтобы не узнать человека.',
];

/** A text document (OpenDocument 1.3) that office programs open and edit. `text`: its paragraphs, where they were edited. */
export function reviewOdt(
  review: Review,
  district: string,
  text: readonly string[] = reviewText(review),
): Uint8Array<ArrayBuffer> {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  return packed([
    { name: 'mimetype', bytes: bytes(MIMETYPE) },
    { name: 'META-INF/manifest.xml', bytes: bytes(manifest) },
    { name: 'styles.xml', bytes: bytes(styles) },
    { name: 'content.xml', bytes: bytes(contentOf(review, district, text)) },
  ]);
}

/** The same for Word. */
export function reviewDocx(
  review: Review,
  district: string,
  text: readonly string[] = reviewText(review),
): Uint8Array<ArrayBuffer> {
  const { tables, period, before } = review;
  return packed(
    docxParts(
      {
        title: reviewTitle(review, district),
        text,
        tables: tables.map(({ title, lines }) => ({
          title,
          head: ['', columnWords(period.name), columnWords(before.name), '±'],
          rows: lines.map((line) => [line.title, line.now, line.was, difference(line)]),
        })),
        notes: NOTES,
      },
      { notes: NOTES_HEADING },
    ),
  );
}

/** For a spreadsheet. */
export function reviewCsv({ tables, period, before }: Review): string {
  const rows = tables.flatMap((table) =>
    table.lines.map(({ title, now, was }) => [table.title, title, now, was, now - was]),
  );
  return csvText([['Таблица', 'Показатель', columnWords(period.name), columnWords(before.name), '±'], ...rows]);
}

export function reviewTitle({ period }: Review, district: string): string {
  return `Обзор обращений граждан, ${district}, ${periodWords(period.name)}`;
}

const manifest = `${HEAD}<manifest:manifest xmlns:manifest="${OASIS}:manifest:1.0" manifest:version="1.3">
<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${MIMETYPE}"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>
</manifest:manifest>`;

const styles = `${HEAD}<office:document-styles ${NAMESPACES} office:version="1.3"><office:styles>
<style:default-style style:family="paragraph"><style:text-properties fo:font-family="PT Serif, Liberation Serif, Times New Roman" fo:font-size="12pt" fo:language="ru" fo:country="RU"/></style:default-style>
<style:style style:name="Standard" style:family="paragraph"><style:paragraph-properties fo:margin-bottom="0.2cm"/></style:style>
<style:style style:name="Heading_1" style:display-name="Heading 1" style:family="paragraph" style:parent-style-name="Standard" style:default-outline-level="1"><style:text-properties fo:font-size="16pt" fo:font-weight="bold"/></style:style>
<style:style style:name="Heading_2" style:display-name="Heading 2" style:family="paragraph" style:parent-style-name="Standard" style:default-outline-level="2"><style:paragraph-properties fo:margin-top="0.5cm" fo:keep-with-next="always"/><style:text-properties fo:font-size="13pt" fo:font-weight="bold"/></style:style>
</office:styles></office:document-styles>`;

const cellStyles = `<office:automatic-styles>
<style:style style:name="First" style:family="table-column"><style:table-column-properties style:column-width="9cm"/></style:style>
<style:style style:name="Number" style:family="table-column"><style:table-column-properties style:column-width="2.6cm"/></style:style>
<style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties fo:border-bottom="0.5pt solid #888888" fo:padding="0.08cm"/></style:style>
<style:style style:name="Right" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:text-align="end" fo:margin-bottom="0cm"/></style:style>
<style:style style:name="Left" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:margin-bottom="0cm"/></style:style>
</office:automatic-styles>`;

function contentOf(review: Review, district: string, text: readonly string[]): string {
  const { tables, period, before } = review;
  const body = [
    heading(1, reviewTitle(review, district)),
    ...text.map((one) => paragraph('Standard', one)),
    ...tables.flatMap(({ code, title, lines }) => [
      heading(2, title),
      `<table:table table:name="${code}"><table:table-column table:style-name="First"/>` +
        `<table:table-column table:style-name="Number" table:number-columns-repeated="3"/>` +
        `<table:table-header-rows>${row(['', columnWords(period.name), columnWords(before.name), '±'])}</table:table-header-rows>` +
        `${lines.map((line) => row([line.title, String(line.now), String(line.was), difference(line)])).join('')}</table:table>`,
    ]),
    heading(2, NOTES_HEADING),
    ...NOTES.map((text) => paragraph('Standard', text)),
  ].join('\n');
  return `${HEAD}<office:document-content ${NAMESPACES} office:version="1.3">${cellStyles}<office:body><office:text>
${body}
</office:text></office:body></office:document-content>`;
}

function row([first = '', ...numbers]: readonly string[]): string {
  const cell = (style: string, text: string): string =>
    `<table:table-cell table:style-name="Cell" office:value-type="string">${paragraph(style, text)}</table:table-cell>`;
  return `<table:table-row>${cell('Left', first)}${numbers.map((one) => cell('Right', one)).join('')}</table:table-row>`;
}

function heading(level: 1 | 2, text: string): string {
  return `<text:h text:style-name="Heading_${level}" text:outline-level="${level}">${escapeXml(text)}</text:h>`;
}

function paragraph(style: string, text: string): string {
  return `<text:p text:style-name="${style}">${escapeXml(text)}</text:p>`;
}
