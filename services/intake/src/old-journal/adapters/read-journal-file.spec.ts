import { describe, expect, it } from '@jest/globals';
import { readSheet } from '../domain/journal-rows.js';
import { cp1251, xlsxFile } from '@otklik/testing';
import { readJournalFile } from './read-journal-file.js';

const csv =
  'Рег. №;Дата;Заявитель;Суть\r\n1;09.01.2025;Семёнова Л. И.;"Зимник\nдо Чагды"\r\n\r\n2;10.01.2025;Трофимов В. Н.;Холодно\r\n';
const reading = { today: '2026-11-27', topics: [] };
const faultOf = (bytes: Uint8Array) =>
  readJournalFile(bytes).then(
    () => undefined,
    (error: unknown) => error,
  );
const entriesOf = async (bytes: Uint8Array) =>
  (await readJournalFile(bytes)).flatMap((sheet) => readSheet(sheet, reading).entries);

function utf16(text: string): Uint8Array {
  return Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
}

describe('a CSV file', () => {
  it.each([
    ['UTF-8', Buffer.from(csv)],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${csv}`)],
    ['cp1251', cp1251(csv)],
    ['UTF-16', utf16(csv)],
    ['UTF-8, with tabs', Buffer.from(csv.replaceAll(';', '\t'))],
  ])('is read in %s', async (_, bytes) =>
    expect(await entriesOf(bytes)).toMatchObject([
      { row: 2, number: '1', receivedOn: '2025-01-09', applicant: 'Семёнова Л. И.', text: 'Зимник\nдо Чагды' },
      { row: 4, number: '2', receivedOn: '2025-01-10', applicant: 'Трофимов В. Н.', text: 'Холодно' },
    ]),
  );
});

describe('an XLSX file', () => {
  it('is read with all its sheets: merged heads, days of Excel, days as text, numbers, cells of two lines', async () => {
    const bytes = xlsxFile([
      {
        name: '2024',
        merged: ['A1:B1', 'C1:C2', 'D1:D2', 'E1:E2'],
        rows: [
          ['Обращение', null, 'Заявитель', 'Суть', 'Телефон'],
          ['№', 'дата'],
          [1, { serial: 45300 }, 'Семёнова Л. И.', 'Зимник\nдо Чагды', 79141234567],
          [],
          [2, '10.01.24', 'Трофимов В. Н.', 'Холодно', null],
        ],
      },
      {
        name: 'Справочник',
        rows: [
          ['Отдел', 'Кабинет'],
          ['ЖКХ', 4],
        ],
      },
      {
        name: '2025',
        rows: [
          ['№', 'Дата', 'ФИО', 'Суть'],
          [1, 45666, 'Ли В. В.', 'Ямы'],
        ],
      },
    ]);
    expect(await entriesOf(bytes)).toMatchObject([
      {
        sheet: '2024',
        row: 3,
        number: '1',
        receivedOn: '2024-01-09',
        contact: '79141234567',
        text: 'Зимник\nдо Чагды',
      },
      { sheet: '2024', row: 5, number: '2', receivedOn: '2024-01-10' },
      { sheet: '2025', row: 2, number: '1', receivedOn: '2025-01-09' },
    ]);
  });

  it('with macros, of another kind, or damaged is refused, and why', async () => {
    const sheet = { name: 'Лист1', rows: [['№', 'Дата']] };
    expect(await faultOf(xlsxFile([sheet], { 'xl/vbaProject.bin': 'x' }))).toMatchObject({ fault: 'FILE_UNSAFE' });
    expect(await faultOf(xlsxFile([sheet]).slice(0, 300))).toMatchObject({ fault: 'FILE_DAMAGED' });
    expect(await faultOf(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toMatchObject({ fault: 'FILE_OLD_EXCEL' });
    expect(await faultOf(new Uint8Array())).toMatchObject({ fault: 'FILE_EMPTY' });
    expect(await faultOf(Uint8Array.of(1, 0, 2, 0))).toMatchObject({ fault: 'FILE_UNKNOWN_KIND' });
  });

  it('has a fault where a formula has no stored value', async () => {
    const rows = [
      ['№', 'Дата', 'ФИО', 'Суть'],
      [1, { formula: 'TODAY()' }, 'Ли В. В.', 'Ямы'],
    ];
    const [sheet] = await readJournalFile(xlsxFile([{ name: '2025', rows }]));
    expect(readSheet(sheet!, reading).faults).toMatchObject([{ row: 2, column: 'B', code: 'DATE_MISSING' }]);
  });
});

describe('a file that is small and lays out much', () => {
  const heads = ['№', 'Дата', 'ФИО', 'Суть'];
  const journal = [heads, [1, '09.01.2025', 'Ли В. В.', 'Ямы'], [2, '10.01.2025', 'Ли В. В.', 'Крыша']];
  const cell = (ref: string, content = '<v>1</v>') => `<c r="${ref}">${content}</c>`;
  const row = (number: number, ...cells: readonly string[]) => `<row r="${number}">${cells.join('')}</row>`;
  const withMore = (more: string) => xlsxFile([{ name: 'Журнал 2025', rows: journal, more }]);

  it.each([
    ['in the last column', row(20_000, cell('XFD20000')), 'XFD20000'],
    ['in the last row', row(1_048_576, cell('A1048576')), 'A1048576'],
    ['in a row whose own number is less', row(4, cell('A999999')), 'A999999'],
    ['behind a bracket in an attribute', `<row r="4"><c x=">" r="CW4"><v>1</v></c></row>`, 'CW4'],
    ['in a row of a prefix', `<x:row x:r="60000"><c r="A4"><v>1</v></c></x:row>`, 'A60000'],
  ])('is refused with the sheet and the cell that has content %s', async (_, more, cellName) =>
    expect(await faultOf(withMore(more))).toMatchObject({
      fault: 'CELL_TOO_FAR',
      place: { sheet: 'Журнал 2025', cell: cellName },
    }),
  );

  it('is read without the formats that go down to the last row and column', async () => {
    const formats = [
      row(9, cell('A9', ''), cell('XFD9', '')),
      `<row r="11" ht="12.8"><c r="A11" s="1"/></row><row r="12" ht="12.8"/>`,
      `<row r="1048576" ht="12.8" customFormat="false"></row>`,
    ];
    const [sheet] = await readJournalFile(withMore(formats.join('')));
    expect(sheet!.rows).toHaveLength(3);
    const [before] = await readJournalFile(withMore(row(9, cell('B9', ''), cell('C9'), '<c r="D9" s="1"/>')));
    expect(before!.rows.at(-1)!.map(({ text }) => text)).toEqual(['', '', '1', '']);
    expect(before!.rows).toHaveLength(9);
  });

  it('is refused where its parts unpack to very much, or to more than they say', async () => {
    const text = `<si><t>${'я'.repeat(40_000_000)}</t></si>`;
    expect(await faultOf(xlsxFile([{ name: '2025', rows: journal }], { 'xl/bomb.xml': text }))).toMatchObject({
      fault: 'FILE_UNSAFE',
    });
    const bytes = withMore('');
    // The size in the list of parts, of the sheet: 20 bytes.
    const list = Buffer.from(bytes).lastIndexOf('xl/worksheets/sheet1.xml');
    new DataView(bytes.buffer, bytes.byteOffset).setUint32(list - 22, 20, true);
    expect(await faultOf(bytes)).toMatchObject({ fault: 'FILE_DAMAGED' });
  });

  it('is refused where many sheets are one part, or one text is in each cell', async () => {
    const rows = Array.from({ length: 30_000 }, (_, at) => [at]);
    const bytes = xlsxFile([{ name: '2025', rows }], {
      'xl/workbook.xml':
        '<workbook xmlns:r="x"><sheets><sheet name="1" r:id="rId1"/><sheet name="2" r:id="rId1"/></sheets></workbook>',
    });
    expect(await faultOf(bytes)).toMatchObject({ fault: 'ROWS_TOO_MANY' });
    const long = 'я'.repeat(30_000);
    const texts = xlsxFile([{ name: '2025', rows: Array.from({ length: 1_500 }, () => [long]) }]);
    expect(await faultOf(texts)).toMatchObject({ fault: 'TEXT_TOO_LONG', place: { sheet: '2025', cell: 'A1334' } });
  });

  it('is refused where it has more rows than a journal, in whichever kind of file', async () => {
    const rows = Array.from({ length: 50_001 }, (_, at) => [at]);
    expect(await faultOf(xlsxFile([{ name: '2025', rows }]))).toMatchObject({ fault: 'ROWS_TOO_MANY' });
    expect(await faultOf(Buffer.from(rows.join('\n')))).toMatchObject({ fault: 'ROWS_TOO_MANY' });
    const far = `${csv}\n${';'.repeat(100)}x`;
    expect(await faultOf(Buffer.from(far))).toMatchObject({ fault: 'CELL_TOO_FAR', place: { cell: 'CW5' } });
    const [sheet] = await readJournalFile(Buffer.from(csv + ';;;\r\n'.repeat(60_000)));
    expect(sheet!.rows).toHaveLength(4);
  });

  it('shows the error of a formula as its text', async () => {
    const [sheet] = await readJournalFile(withMore(`<row r="4"><c r="A4" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>`));
    expect(sheet!.rows[3]![0]).toEqual({ text: '#DIV/0!' });
  });
});
