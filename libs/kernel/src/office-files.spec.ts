import { expect, it } from '@jest/globals';
import { docxParts, xlsxParts, type OfficeDocument } from './office-files.js';

const document: OfficeDocument = {
  title: 'Неделя & год',
  text: ['=1+1', 'Второй'],
  tables: [
    {
      title: 'По отделам',
      head: ['Отдел', 'В работе'],
      rows: [
        ['ЖКХ <1>', 12],
        ['=SUM(A1)', '—'],
      ],
    },
    { title: 'По отделам', head: ['Отдел'], rows: [] },
    { title: 'Как долго ждут ответа: все отделы/темы', head: ['Тема'], rows: [] },
  ],
  notes: ['Каждое число — итог списка.'],
};
const words = { about: 'О файле', notes: 'Как считали' };
const texts = (of: ReturnType<typeof docxParts>) =>
  new Map(of.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)]));

it('writes a text document whose texts are plain', () => {
  const body = texts(docxParts(document, words)).get('word/document.xml')!;
  expect([...body.matchAll(/<w:t [^>]*>([^<]*)</g)].map(([, text]) => text)).toEqual([
    ...['Неделя &amp; год', '=1+1', 'Второй', 'По отделам', 'Отдел', 'В работе'],
    ...['ЖКХ &lt;1&gt;', '12', '=SUM(A1)', '—', 'По отделам', 'Отдел'],
    ...['Как долго ждут ответа: все отделы/темы', 'Тема', 'Как считали', 'Каждое число — итог списка.'],
  ]);
  expect(body).not.toContain('landscape');
});

it('lays a page across where a table has many columns', () => {
  const wide = { ...document, tables: [{ title: '', head: Array.from({ length: 8 }, () => ''), rows: [] }] };
  expect(texts(docxParts(wide, words)).get('word/document.xml')).toContain('w:orient="landscape"');
});

it('writes a workbook: numbers are numbers, and no text is a formula', () => {
  const parts = texts(xlsxParts(document, words));
  const sheet = parts.get('xl/worksheets/sheet2.xml')!;
  expect(sheet).toContain('<c r="B2" s="2"><v>12</v></c>');
  expect(sheet).toContain('<c r="A3" s="2" t="inlineStr"><is><t xml:space="preserve">=SUM(A1)</t></is></c>');
  expect([...parts.values()].join()).not.toContain('<f>');
});

it('names each sheet once, as Excel allows it', () => {
  const book = texts(xlsxParts(document, words)).get('xl/workbook.xml')!;
  expect([...book.matchAll(/sheet name="([^"]*)"/g)].map(([, name]) => name)).toEqual([
    ...['О файле', 'По отделам', 'По отделам 2', 'Как долго ждут ответа  все отде'],
  ]);
});

it('names a sheet without a title by its place', () => {
  const untitled = { ...document, tables: [{ title: '[]', head: ['Тема'], rows: [] }] };
  expect(texts(xlsxParts(untitled, words)).get('xl/workbook.xml')).toContain('sheet name="2"');
});
