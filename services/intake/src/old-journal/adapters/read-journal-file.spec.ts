import { describe, expect, it } from '@jest/globals';
import { readSheet } from '../domain/journal-rows.js';
import { cp1251, xlsxFile } from '../journal-file.fixture.js';
import { readJournalFile } from './read-journal-file.js';

const csv =
  'Рег. №;Дата;Заявитель;Суть\r\n1;09.01.2025;Семёнова Л. И.;"Зимник\nдо Чагды"\r\n\r\n2;10.01.2025;Трофимов В. Н.;Холодно\r\n';
const reading = { today: '2026-11-27', topics: [] };
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
    const refused = (bytes: Uint8Array) =>
      readJournalFile(bytes).then(
        () => undefined,
        (error: unknown) => error,
      );
    expect(await refused(xlsxFile([sheet], { 'xl/vbaProject.bin': 'x' }))).toMatchObject({ fault: 'FILE_UNSAFE' });
    expect(await refused(xlsxFile([sheet]).slice(0, 300))).toMatchObject({ fault: 'FILE_DAMAGED' });
    expect(await refused(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toMatchObject({ fault: 'FILE_OLD_EXCEL' });
    expect(await refused(new Uint8Array())).toMatchObject({ fault: 'FILE_EMPTY' });
    expect(await refused(Uint8Array.of(1, 0, 2, 0))).toMatchObject({ fault: 'FILE_UNKNOWN_KIND' });
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
